// A shard's process: the program once more, with Discord alone, and what it has to say said to the one that started it.
import { begin } from '../../begin.js'
import type { Context } from '../../context.js'
import { report } from '../../exit-code.js'
import { operate } from '../../operate.js'
import { StartError } from '../../platform.js'
import { accountOfDiscord } from '../../platforms.js'
import type { Settings } from '../../settings/read-settings.js'
import { alone } from '../../shared-state/local/alone.js'
import type { DiscordSettings } from '../settings.js'
import { startDiscord } from '../start.js'
import { Parent } from './parent.js'

/** Resolves with the exit code. Throws what is a fault of the program. */
export async function serveShard(
  settings: Settings,
  discord: DiscordSettings,
  { id, count }: { readonly id: number; readonly count: number },
): Promise<number> {
  const parent = new Parent()
  const shard = { id, count, mayIdentify: (signal: AbortSignal) => parent.mayIdentify(signal) }
  const platform = {
    name: 'Discord',
    account: accountOfDiscord(discord.token),
    // The right to the gateway is the program's, for all of its shards.
    start: async (context: Context) => {
      const state = { ...context.state, lease: alone().lease }
      const running = await startDiscord({ ...discord, shards: undefined, shard }, { ...context, state })
      parent.tell({ kind: 'serving' })
      return running
    },
  }
  try {
    await operate(await begin(settings.knowledgeDir), [platform], { ...settings, http: undefined }, parent)
    return 0
  } catch (error) {
    const lines: string[] = []
    const code = report(error, (line) => lines.push(line))
    // Knowledge that is refused was good when the program started, and the others answer from that still.
    const reason = error instanceof StartError ? error.reason : 'unavailable'
    parent.tell({ kind: 'failed', reason, message: lines.join(' ') })
    return code
  } finally {
    await parent.told
  }
}
