// Texts in the memory of the process: nothing outlives it.
import { LRUCache } from 'lru-cache'
import type { Kept, Store } from '../shared-state.js'

export class LocalStore implements Store {
  readonly #texts: LRUCache<string, string>

  constructor({ ms, most }: Kept, now: () => number = () => performance.now()) {
    this.#texts = new LRUCache({ max: most, ttl: ms, ttlResolution: 0, perf: { now } })
  }

  async get(key: string): Promise<string | undefined> {
    return this.#texts.get(key)
  }

  async set(value: string, ...keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#texts.set(key, value)
  }

  async forget(beginning: string): Promise<void> {
    for (const key of this.#beginning(beginning)) this.#texts.delete(key)
  }

  async rename(beginning: string, other: string): Promise<void> {
    for (const key of this.#beginning(beginning)) {
      const text = this.#texts.get(key)
      const ttl = this.#texts.getRemainingTTL(key)
      if (text !== undefined) this.#texts.set(other + key.slice(beginning.length), text, { ttl })
      this.#texts.delete(key)
    }
  }

  #beginning(beginning: string): string[] {
    return [...this.#texts.keys()].filter((key) => key.startsWith(beginning))
  }
}
