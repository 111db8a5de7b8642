// `npm start`: every platform whose token is set; with none the terminal chat.
import type { Lang } from '../src/answer.js'
import type { Assistant } from '../src/assistant.js'
import { report } from './exit-code.js'
import { localeOf } from './locale.js'
import { knowledgeDirOf } from './root.js'
import { startAssistant } from './start.js'
import { chatOnTerminal, chatOverPipe } from './terminal/chat.js'
import { endQuietlyWithoutReader } from './terminal/output.js'
import { sentence } from './wording.js'

const PLATFORMS = [
  { platform: 'Discord', variable: 'DISCORD_TOKEN' },
  { platform: 'Telegram', variable: 'TELEGRAM_BOT_TOKEN' },
] as const

async function main(): Promise<void> {
  const assistant = await startAssistant(knowledgeDirOf(process.env))
  const locale = localeOf(process.env)
  const hints = hintsFor(assistant, locale ?? 'en')
  if (process.stdin.isTTY) return chatOnTerminal(assistant, locale, hints)
  // Over a pipe standard output carries the answers and nothing else.
  for (const hint of hints) console.error(hint)
  return chatOverPipe(assistant, locale)
}

/** One line a platform that is asked for but not there, or the one line on how to connect one. */
function hintsFor({ library }: Assistant, lang: Lang): string[] {
  const wanted = PLATFORMS.filter(({ variable }) => process.env[variable])
  if (wanted.length === 0) return [sentence(library.language, lang, 'chat-connect')]
  return wanted.map((platform) => sentence(library.language, lang, 'chat-no-adapter', platform))
}

endQuietlyWithoutReader()
try {
  await main()
} catch (error) {
  process.exitCode = report(error, (line) => console.error(line))
}
