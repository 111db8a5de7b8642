// Every platform whose token is set, in one process, until it is asked to end.
import type { Assistant } from '../src/assistant.js'
import { Conversations } from './conversations.js'
import type { Context } from './context.js'
import type { Running } from './platform.js'

export interface Platforms {
  readonly discord: boolean
}

/** Which platforms the environment asks for. */
export function platformsOf(env: NodeJS.ProcessEnv): Platforms {
  return { discord: Boolean(env.DISCORD_TOKEN) }
}

/** Starts them and resolves when SIGTERM or SIGINT has ended them. Throws StartError where one cannot start; the others are stopped then. */
export async function serve(assistant: Assistant, env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<void> {
  const asked = new Promise<'asked'>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve('asked'))
  })
  const context = { assistant: () => assistant, conversations: new Conversations(), clock: () => new Date(), log }
  const running: Running[] = []
  const starting = start(env, context).then((platform) => running.push(platform))
  try {
    // Being asked to end is heard while it starts as well.
    if ((await Promise.race([asked, starting])) === 'asked') return
    const lost = await Promise.race([asked, ...running.map((platform) => platform.lost)])
    if (lost !== 'asked') throw lost
  } finally {
    await Promise.all(running.map((platform) => platform.stop()))
  }
}

async function start(env: NodeJS.ProcessEnv, context: Context): Promise<Running> {
  const { startDiscord } = await import('./discord/start.js')
  const { DISCORD_TOKEN: token = '', DISCORD_API_URL: apiUrl, DISCORD_GUILD_ID: guildId } = env
  return startDiscord({ token, apiUrl: apiUrl || undefined, guildId: guildId || undefined }, context)
}
