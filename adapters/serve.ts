// Every platform whose token is set, in one process, until it is asked to end.
import type { Assistant } from '../src/assistant.js'
import { Conversations } from './conversations.js'
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
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  const context = { assistant: () => assistant, conversations: new Conversations(), clock: () => new Date(), log }
  const running: Running[] = []
  try {
    if (platformsOf(env).discord) {
      const { startDiscord } = await import('./discord/start.js')
      running.push(
        await startDiscord(
          { token: env.DISCORD_TOKEN ?? '', apiUrl: env.DISCORD_API_URL || undefined, guildId: env.DISCORD_GUILD_ID || undefined },
          context,
        ),
      )
    }
    const lost = await Promise.race([asked, ...running.map((platform) => platform.lost)])
    if (lost) throw lost
  } finally {
    await Promise.all(running.map((platform) => platform.stop()))
  }
}
