// `npm run ask`: one question from the command line, or JSON lines from standard input.
import type { Question } from '../../src/answer.js'
import { report } from '../exit-code.js'
import { knowledgeDirOf } from '../root.js'
import { readEnvFile } from '../settings/env-file.js'
import { startAssistant } from '../start.js'
import { explain } from './explain.js'
import { answerLines } from './json-lines.js'
import { checkNotice, readOptions, USAGE } from './options.js'
import { endQuietlyWithoutReader, write } from './output.js'
import { renderDrawn } from './screen.js'
import { toJson } from './to-json.js'

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (!options) {
    await write(`${USAGE}\n`)
    return 0
  }
  readEnvFile()
  const assistant = await startAssistant(options.knowledge ?? knowledgeDirOf(process.env))
  checkNotice(options.notice, assistant.library)
  const { locale, notice } = options
  const question: Question = { input: { kind: 'text', text: options.question }, now: options.now ?? new Date(), locale, notice }
  switch (options.form) {
    case 'jsonl':
      return answerLines(assistant, process.stdin, options, write)
    case 'json':
      await write(`${JSON.stringify(toJson(assistant.ask(question)))}\n`)
      return 0
    case 'explain':
      await write(`${explain(assistant.explain(question), assistant.library)}\n`)
      return 0
    case 'text':
      await write(`${renderDrawn(assistant.ask(question))}\n`)
      return 0
  }
}

endQuietlyWithoutReader()
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = report(error, (line) => console.error(line))
}
