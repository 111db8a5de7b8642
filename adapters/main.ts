// `npm start`: every platform whose token is set; with none the terminal chat.
import { shardOf } from './discord/sharding/messages.js'
import { localeOf } from './locale.js'
import { platformsOf } from './platforms.js'
import { runProgram } from './run-program.js'
import { readEnvFile } from './settings/env-file.js'
import { readSettings } from './settings/read-settings.js'
import { startAssistant } from './start.js'
import { chatOnTerminal, chatOverPipe } from './terminal/chat.js'
import { sentence } from './wording.js'

async function main(): Promise<void> {
  readEnvFile()
  const settings = readSettings(process.env)
  const shard = shardOf(process.env)
  if (shard && settings.discord) {
    const { serveShard } = await import('./discord/sharding/serve-shard.js')
    process.exit(await serveShard(settings, settings.discord, shard))
  }
  const platforms = platformsOf(settings)
  if (platforms.length > 0) {
    // Loaded only where it is wanted, as the platforms' libraries are.
    const [{ begin }, { operate }] = await Promise.all([import('./begin.js'), import('./operate.js')])
    await operate(await begin(settings.knowledgeDir), platforms, settings)
    // A request that hangs, or a connection that was given up, would hold the process.
    process.exit()
  }
  const assistant = await startAssistant(settings.knowledgeDir)
  const locale = localeOf(process.env)
  const hint = sentence(assistant.library.language, locale ?? 'en', 'chat-connect')
  if (process.stdin.isTTY) return chatOnTerminal(assistant, locale, [hint])
  // Over a pipe standard output carries the answers and nothing else.
  console.error(hint)
  return chatOverPipe(assistant, locale)
}

await runProgram(main)
