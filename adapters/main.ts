// `npm start`: every platform whose token is set; with none the terminal chat.
import type { Lang } from '../src/answer.js'
import type { Assistant } from '../src/assistant.js'
import { report } from './exit-code.js'
import { localeOf } from './locale.js'
import { StartError } from './platform.js'
import { knowledgeDirOf } from './root.js'
import { platformsOf, serve } from './serve.js'
import { startAssistant } from './start.js'
import { chatOnTerminal, chatOverPipe } from './terminal/chat.js'
import { endQuietlyWithoutReader } from './terminal/output.js'
import { sentence } from './wording.js'

/** Platforms that there is no adapter for yet. */
const MISSING = [{ platform: 'Telegram', variable: 'TELEGRAM_BOT_TOKEN' }] as const

async function main(): Promise<void> {
  const assistant = await startAssistant(knowledgeDirOf(process.env))
  const locale = localeOf(process.env)
  if (platformsOf(process.env).discord) {
    for (const hint of missing(assistant, locale ?? 'en')) console.error(hint)
    // With a platform to serve the terminal is where the operator reads what happens.
    await serve(assistant, process.env, (line) => console.error(line))
    // A request that hangs, or a connection that was given up, would hold the process.
    process.exit()
  }
  const hints = hintsFor(assistant, locale ?? 'en')
  if (process.stdin.isTTY) return chatOnTerminal(assistant, locale, hints)
  // Over a pipe standard output carries the answers and nothing else.
  for (const hint of hints) console.error(hint)
  return chatOverPipe(assistant, locale)
}

/** One line a platform that is asked for but not there, or the one line on how to connect one. */
function hintsFor(assistant: Assistant, lang: Lang): string[] {
  const hints = missing(assistant, lang)
  return hints.length > 0 ? hints : [sentence(assistant.library.language, lang, 'chat-connect')]
}

function missing({ library }: Assistant, lang: Lang): string[] {
  const wanted = MISSING.filter(({ variable }) => process.env[variable])
  return wanted.map((platform) => sentence(library.language, lang, 'chat-no-adapter', platform))
}

endQuietlyWithoutReader()
try {
  await main()
} catch (error) {
  process.exitCode = report(error, (line) => console.error(line))
  if (error instanceof StartError) process.exit()
}
