// The adapter, started on a loopback Discord as `npm start` starts it, and what the tests of it share.

import type { Context } from '../../adapters/context.js'
import { Conversations } from '../../adapters/conversations.js'
import type { DiscordSettings } from '../../adapters/discord/settings.js'
import { startDiscord } from '../../adapters/discord/start.js'
import type { Running } from '../../adapters/platform.js'
import { alone } from '../../adapters/shared-state/local/alone.js'
import { assistant } from '../assistant.js'
import type { LoopbackOptions } from './loopback/options.js'
import { LoopbackDiscord } from './loopback/server.js'

export interface Serving {
  readonly discord: LoopbackDiscord
  readonly running: Running
  readonly log: readonly string[]
  /** Ends the adapter and the loopback Discord; fails if anything was sent that Discord would not take. */
  end(): Promise<void>
}

export async function serving(
  options: LoopbackOptions = {},
  settings: Partial<DiscordSettings> = {},
  context: Partial<Context> = {},
  prepare: (discord: LoopbackDiscord) => void = () => {},
): Promise<Serving> {
  const discord = await LoopbackDiscord.start(options)
  prepare(discord)
  const log: string[] = []
  const running = await startDiscord(
    { token: discord.token, apiUrl: discord.apiUrl, ...settings },
    {
      assistant: () => assistant,
      conversations: new Conversations(alone()),
      state: alone(),
      clock: () => new Date(),
      log: (line) => void log.push(line),
      ...context,
    },
  )
  return {
    discord,
    running,
    log,
    end: async () => {
      await running.stop()
      await discord.stop()
      if (discord.violations.length > 0) throw new Error(JSON.stringify(discord.violations, null, 1))
    },
  }
}
