// The terminal chat of `npm start`: line by line with a prompt on a terminal, plainly over a pipe.
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Lang } from '../../src/answer.js'
import type { Assistant } from '../../src/assistant.js'
import { sentence } from '../wording.js'
import { Conversation, type Reply } from './conversation.js'
import { linesOf } from './lines.js'
import { write } from './output.js'
import { type Paint, PLAIN, paintFor } from './paint.js'
import { LONGEST_LINE } from './request.js'
import { choicesOf, numbered, renderTurn } from './screen.js'

/** Lines that the arrow keys bring back. Kept in memory only: what was asked is nobody else's business. */
const HISTORY = 500

/** Chats until the person leaves, by /quit, Ctrl-D or Ctrl-C. */
export async function chatOnTerminal(assistant: Assistant, locale: Lang | undefined, hints: readonly string[]): Promise<void> {
  const paint = paintFor(process.stdout, process.env)
  const show = (reply: Reply): void => console.log(`${showText(reply, assistant, paint)}${reply.kind === 'end' ? '' : '\n'}`)
  const conversation = new Conversation(assistant, { locale, clock: () => new Date(), offers: ({ suggestions }) => suggestions })
  for (const hint of hints) console.log(paint.faint(hint))
  for (const reply of conversation.open()) show(reply)
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    historySize: HISTORY,
    removeHistoryDuplicates: true,
    prompt: '> ',
  })
  let left = false
  const leave = (reply: Reply): void => {
    left = true
    show(reply)
    terminal.close()
  }
  terminal.on('line', (line) => {
    if (left) return
    const reply = conversation.say(line)
    if (reply?.kind === 'end') return leave(reply)
    if (reply) show(reply)
    terminal.prompt()
  })
  terminal.on('SIGINT', () => terminal.close())
  terminal.prompt()
  await once(terminal, 'close')
  // Ctrl-C and Ctrl-D leave the cursor behind the prompt.
  if (!left) console.log(`\n${showText(conversation.end(), assistant, paint)}`)
}

/** Answers the lines of a pipe as one conversation, a blank line between the answers, to the end of input or /quit. */
export async function chatOverPipe(assistant: Assistant, locale: Lang | undefined): Promise<void> {
  const conversation = new Conversation(assistant, { locale, clock: () => new Date(), offers: choicesOf })
  let first = true
  for await (const line of linesOf(process.stdin, LONGEST_LINE)) {
    const reply = conversation.say(line)
    if (!reply) continue
    if (reply.kind === 'end') return
    await write(`${first ? '' : '\n'}${showText(reply, assistant, PLAIN)}\n`)
    first = false
  }
}

function showText(reply: Reply, { library }: Assistant, paint: Paint): string {
  if (reply.kind === 'which') return [reply.text, ...numbered(reply.offered, paint)].join('\n')
  if (reply.kind !== 'answer') return reply.text
  const { answer, offered, picked } = reply
  const text = renderTurn(answer, offered, sentence(library.language, answer.lang, 'offers'), paint)
  return picked === undefined ? text : `${paint.faint(`→ ${picked}`)}\n${text}`
}
