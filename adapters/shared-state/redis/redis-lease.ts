// The right to do what only one replica may do: it is kept by renewing it, and another one takes it when that stops.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Lease } from '../shared-state.js'
import type { RedisConnection } from './redis-connection.js'

const LEASE_MS = 10_000
const RENEW_MS = 2500
const TRY_MS = 1000

/** KEYS: the right; ARGV: who wants it, milliseconds. */
const HOLD = `
local owner = redis.call('get', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`

const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`

/** Resolves with it when nobody else has it; rejects when `signal` is aborted. */
export async function acquire(redis: RedisConnection, name: string, signal: AbortSignal): Promise<Lease> {
  const key = `lease:${name}`
  const hold = (): Promise<number> => redis.ask((client) => client.eval(HOLD, 1, key, redis.replica, LEASE_MS) as Promise<number>, -1)
  // A Redis that comes back may have forgotten who has it: whoever had it comes first.
  let waitUntil = 0
  const forget = redis.onReturn(() => {
    waitUntil = performance.now() + LEASE_MS
  })
  try {
    while (performance.now() < waitUntil || (await hold()) !== 1) await sleep(TRY_MS, undefined, { signal })
  } finally {
    forget()
  }
  return keep(redis, key, hold)
}

function keep(redis: RedisConnection, key: string, hold: () => Promise<number>): Lease {
  const lost = new AbortController()
  const renew = async (): Promise<void> => {
    // Where Redis is not there nobody else can take it.
    if ((await hold()) === 0) end()
  }
  const timer = setInterval(() => void renew(), RENEW_MS)
  const forget = redis.onReturn(() => void renew())
  const end = (): void => {
    clearInterval(timer)
    forget()
    lost.abort()
  }
  return {
    lost: lost.signal,
    release: async () => {
      end()
      await redis.ask((client) => client.eval(RELEASE, 1, key, redis.replica), null)
    },
  }
}
