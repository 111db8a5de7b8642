// Counts of a while in the memory of the process, for as many keys as there is room for: the one that was silent longest begins anew.
import { LRUCache } from 'lru-cache'
import { RateLimiterRes } from 'rate-limiter-flexible'
import type { Limiter, Rate } from '../shared-state.js'

const MOST_KEYS = 50_000

export class LocalLimiter implements Limiter {
  readonly points: number
  readonly #counts: LRUCache<string, number>

  /** @param now in milliseconds, from any beginning; it may not go back */
  constructor({ questions, seconds }: Rate, now: () => number = () => performance.now(), most = MOST_KEYS) {
    this.points = questions
    this.#counts = new LRUCache({ max: most, ttl: seconds * 1000, ttlResolution: 0, perf: { now } })
  }

  async consume(key: string): Promise<void> {
    const count = (this.#counts.get(key) ?? 0) + 1
    // The while begins with the first, and is over even for who does not stop.
    this.#counts.set(key, count, { noUpdateTTL: true })
    if (count > this.points) throw new RateLimiterRes(0, this.#counts.getRemainingTTL(key), count, count === 1)
  }
}
