// The state of a program that runs in several replicas: in Redis.
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import type { Limiter, Rate, SharedState } from '../shared-state.js'
import { RedisClaims } from './redis-claims.js'
import type { RedisConnection } from './redis-connection.js'
import { acquire } from './redis-lease.js'
import { RedisStore } from './redis-store.js'

/** @param account before every key: others use the same Redis */
export function together(redis: RedisConnection, account: string): SharedState {
  return {
    store: (name, kept) => new RedisStore(redis, `${account}:${name}`, kept),
    limiter: (name, rate) => limiter(redis, `${account}:${name}`, rate),
    claims: (name) => new RedisClaims(redis, `${account}:${name}`),
    lease: (name, signal) => acquire(redis, `${account}:${name}`, signal),
  }
}

/** Counted in common; each for itself while Redis is not there. */
function limiter(redis: RedisConnection, name: string, { questions: points, seconds: duration }: Rate): Limiter {
  const own = new RateLimiterMemory({ points, duration })
  const common = new RateLimiterRedis({
    storeClient: redis.client,
    keyPrefix: `limit:${name}`,
    points,
    duration,
    rejectIfRedisNotReady: true,
    insuranceLimiter: own,
  })
  return { points, consume: (key) => (redis.isThere ? common : own).consume(key) }
}
