// Questions to whoever is at the other end of standard input.
import { createInterface } from 'node:readline'
import { linesOf } from '../../../adapters/terminal/lines.js'
import { LONGEST_LINE } from '../../../adapters/terminal/request.js'

export interface Asker {
  /** The next line; undefined where there is none any more. On a terminal the question is shown, over a pipe nothing is. */
  readonly ask: (question: string) => Promise<string | undefined>
  readonly close: () => void
}

export function asker(): Asker {
  return process.stdin.isTTY ? onTerminal() : overPipe()
}

function overPipe(): Asker {
  const lines = linesOf(process.stdin, LONGEST_LINE)
  return {
    ask: async () => {
      const { value, done } = await lines.next()
      return done ? undefined : value
    },
    close: () => process.stdin.destroy(),
  }
}

/** Lines that are typed or pasted ahead wait for their questions. Ctrl-C and Ctrl-D end the input. */
function onTerminal(): Asker {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const lines: string[] = []
  let ended = false
  let wake = (): void => {}
  terminal.on('line', (line) => {
    lines.push(line)
    wake()
  })
  terminal.on('SIGINT', () => terminal.close())
  terminal.on('close', () => {
    ended = true
    wake()
  })
  return {
    ask: async (question) => {
      if (!ended) {
        terminal.setPrompt(question)
        terminal.prompt()
      }
      while (lines.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      return lines.shift()
    },
    close: () => terminal.close(),
  }
}
