// `npm run discord:register`: puts the slash commands to Discord by hand, where they differ.
import { REST } from 'discord.js'
import { commandsOf } from '../adapters/discord/commands.js'
import { fatalError, unavailable } from '../adapters/discord/login.js'
import { registerCommands } from '../adapters/discord/register.js'
import type { DiscordSettings } from '../adapters/discord/settings.js'
import { endOnFaults, report } from '../adapters/exit-code.js'
import { loadAssistant } from '../adapters/load.js'
import { readEnvFile } from '../adapters/settings/env-file.js'
import { readSettings } from '../adapters/settings/read-settings.js'

async function main(env: NodeJS.ProcessEnv): Promise<number> {
  const { discord, knowledgeDir } = readSettings(env)
  if (!discord) {
    console.error('DISCORD_TOKEN is not set: copy the token from the Bot page of your application.')
    return 78
  }
  const { library } = loadAssistant(knowledgeDir)
  const changed = await register(discord, commandsOf(library))
  console.log(changed ? 'The commands were registered.' : 'The commands are registered already; nothing had to be put.')
  return 0
}

async function register({ token, apiUrl, guildId }: DiscordSettings, commands: ReturnType<typeof commandsOf>): Promise<boolean> {
  const rest = new REST(apiUrl ? { api: apiUrl } : {}).setToken(token)
  try {
    const { id } = (await rest.get('/applications/@me')) as { id: string }
    return await registerCommands(rest, id, guildId, commands)
  } catch (error) {
    throw fatalError(error) ?? unavailable(error)
  }
}

endOnFaults((line) => console.error(line))
try {
  readEnvFile()
  process.exitCode = await main(process.env)
} catch (error) {
  process.exitCode = report(error, (line) => console.error(line))
}
