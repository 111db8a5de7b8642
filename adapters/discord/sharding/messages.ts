// What the program and its shards tell each other, over the channel that Node keeps between a process and its children.
import type { Log } from '../../log.js'
import type { Observer, Refusal } from '../../observe.js'

export type ToShard =
  /** Nothing new, finish what is in flight, end. */
  | { readonly kind: 'end' }
  /** The files of the knowledge have changed. */
  | { readonly kind: 'reload' }
  /** Yes: identify now. */
  | { readonly kind: 'identify' }

export type FromShard =
  | { readonly kind: 'log'; readonly line: string; readonly happening: Parameters<Log>[1] }
  | { readonly kind: 'answered'; readonly answered: Parameters<Observer['answered']>[0] }
  | { readonly kind: 'reconnected' | 'rateLimited' }
  /** It is connected, and the commands are registered. */
  | { readonly kind: 'serving' }
  | { readonly kind: 'refused'; readonly why: Refusal }
  /** May I identify? */
  | { readonly kind: 'identify' }
  /** Why it ends. `config`: the operator has to change something, and no other start would mend it. */
  | { readonly kind: 'failed'; readonly reason: 'config' | 'unavailable'; readonly message: string }

/** What marks a process as a shard: discord.js' manager sets it, and reads the rest of what it says of the shard itself. */
const MARK = 'SHARDING_MANAGER'

/** The shard that this process is to be; undefined for the program itself. */
export function shardOf(env: NodeJS.ProcessEnv): { id: number; count: number } | undefined {
  return env[MARK] && process.send ? { id: Number(env.SHARDS), count: Number(env.SHARD_COUNT) } : undefined
}

/** The manager marks its own process as well, where every client would then take itself for a shard. */
export function unmark(env: NodeJS.ProcessEnv): void {
  delete env[MARK]
}
