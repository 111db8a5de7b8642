// The state of each platform: in Redis where that is set, in the memory of the process otherwise.
import type { Log } from '../log.js'
import { alone } from './local/alone.js'
import type { SharedState } from './shared-state.js'

export interface States {
  /** @param account two bots that use the same Redis have nothing in common */
  of(account: string): SharedState
  /** Undefined where nothing is shared. */
  connection(): 'connected' | 'lost' | undefined
  end(): void
}

/** The library of Redis is loaded only where it is needed. */
export async function openStates(redisUrl: string | undefined, log: Log): Promise<States> {
  if (redisUrl === undefined) return { of: () => alone(), connection: () => undefined, end: () => {} }
  const { RedisConnection } = await import('./redis/redis-connection.js')
  const { together } = await import('./redis/together.js')
  const redis = new RedisConnection(redisUrl, log)
  await redis.tried
  return { of: (account) => together(redis, account), connection: () => (redis.isThere ? 'connected' : 'lost'), end: () => redis.end() }
}
