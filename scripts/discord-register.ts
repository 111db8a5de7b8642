// `npm run discord:register`: puts the slash commands to Discord by hand, where they differ.
import { REST } from 'discord.js'
import { commandsOf } from '../adapters/discord/commands.js'
import { fatalError, unavailable } from '../adapters/discord/login.js'
import { registerCommands } from '../adapters/discord/register.js'
import { report } from '../adapters/exit-code.js'
import { loadAssistant } from '../adapters/load.js'
import { knowledgeDirOf } from '../adapters/root.js'
import { KnowledgeError } from '../src/knowledge/notice.js'

async function main(env: NodeJS.ProcessEnv): Promise<number> {
  if (!env.DISCORD_TOKEN) {
    console.error('DISCORD_TOKEN is not set: copy the token from the Bot page of your application.')
    return 78
  }
  const rest = new REST(env.DISCORD_API_URL ? { api: env.DISCORD_API_URL } : {}).setToken(env.DISCORD_TOKEN)
  try {
    const { library } = loadAssistant(knowledgeDirOf(env))
    const { id } = (await rest.get('/applications/@me')) as { id: string }
    const changed = await registerCommands(rest, id, env.DISCORD_GUILD_ID || undefined, commandsOf(library))
    console.log(changed ? 'The commands were registered.' : 'The commands are registered already; nothing had to be put.')
    return 0
  } catch (error) {
    const known = error instanceof KnowledgeError ? error : (fatalError(error) ?? unavailable(error))
    return report(known, (line) => console.error(line))
  }
}

process.exitCode = await main(process.env)
