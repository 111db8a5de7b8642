// The state of each platform: in Redis where that is set, in the memory of the process otherwise.
import type { Log } from '../log.js'
import { StartError } from '../platform.js'
import { alone } from './local/alone.js'
import type { SharedState } from './shared-state.js'

export interface States {
  /** @param account two bots that use the same Redis have nothing in common */
  of(account: string): SharedState
  /** Undefined where nothing is shared. */
  connection(): 'connected' | 'lost' | undefined
  end(): void
}

/**
 * The library of Redis is loaded only where it is needed. Throws StartError where Redis refuses us: every replica would stand by for the
 * others. One that is not there yet is waited for while answers are given without it.
 */
export async function openStates(redisUrl: string | undefined, log: Log): Promise<States> {
  if (redisUrl === undefined) return { of: () => alone(), connection: () => undefined, end: () => {} }
  const { RedisConnection } = await import('./redis/redis-connection.js')
  const { together } = await import('./redis/together.js')
  const redis = new RedisConnection(redisUrl, log)
  const refusal = await redis.tried
  if (refusal !== undefined) {
    redis.end()
    throw new StartError('config', `REDIS_URL: Redis refuses us (${refusal}): ${ADVICE[refusal] ?? 'look into its log'}.`)
  }
  return { of: (account) => together(redis, account), connection: () => (redis.isThere ? 'connected' : 'lost'), end: () => redis.end() }
}

const ADVICE: Readonly<Record<string, string>> = {
  NOAUTH: 'it asks for a password; write it into the address, redis://:PASSWORD@HOST:6379',
  WRONGPASS: 'user or password is wrong; take both from its configuration (requirepass, or ACL LIST)',
  NOPERM: 'the user may not do what is needed; grant it in Redis: ACL SETUSER NAME ~asknotice:* +@all -@dangerous +info',
}
