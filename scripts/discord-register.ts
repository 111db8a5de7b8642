// `npm run discord:register`: puts the slash commands to Discord by hand, where they differ.
import { REST } from 'discord.js'
import { commandsOf } from '../adapters/discord/commands.js'
import { registerCommands } from '../adapters/discord/register.js'
import { nameOf } from '../adapters/in-flight.js'
import { loadAssistant } from '../adapters/load.js'
import { knowledgeDirOf } from '../adapters/root.js'

async function main(env: NodeJS.ProcessEnv): Promise<number> {
  if (!env.DISCORD_TOKEN) {
    console.error('DISCORD_TOKEN is not set: copy the token from the Bot page of your application.')
    return 78
  }
  const rest = new REST(env.DISCORD_API_URL ? { api: env.DISCORD_API_URL } : {}).setToken(env.DISCORD_TOKEN)
  const { library } = loadAssistant(knowledgeDirOf(env))
  try {
    const { id } = (await rest.get('/applications/@me')) as { id: string }
    const changed = await registerCommands(rest, id, env.DISCORD_GUILD_ID || undefined, commandsOf(library))
    console.log(changed ? 'The commands were registered.' : 'The commands are registered already; nothing had to be put.')
    return 0
  } catch (error) {
    const refused = (error as { status?: unknown }).status === 401
    console.error(
      refused
        ? 'Discord refuses the token: copy it again from the Bot page of your application and set DISCORD_TOKEN.'
        : `The commands were not registered (${nameOf(error)}): check the network, DISCORD_API_URL and DISCORD_GUILD_ID, then try again.`,
    )
    return refused ? 78 : 69
  }
}

process.exitCode = await main(process.env)
