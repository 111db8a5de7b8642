// What the conversations of a platform were about, each for a quarter of an hour and as many as fit: nothing outlives the process.
import { LRUCache } from 'lru-cache'
import type { Memory } from '../src/answer.js'

const REMEMBERED_MS = 15 * 60_000
const MOST = 20_000

export class Conversations {
  readonly #memories: LRUCache<string, Memory>

  constructor({ most = MOST, now = () => performance.now() }: { most?: number; now?: () => number } = {}) {
    this.#memories = new LRUCache({ max: most, ttl: REMEMBERED_MS, ttlResolution: 0, perf: { now } })
  }

  /** @param key of a conversation (a person in a channel) or of a message that answered in one */
  get(key: string): Memory | undefined {
    return this.#memories.get(key)
  }

  set(memory: Memory, ...keys: readonly string[]): void {
    for (const key of keys) this.#memories.set(key, memory)
  }

  /** Forgets everything whose key begins so. */
  forget(beginning: string): void {
    for (const key of this.#beginning(beginning)) this.#memories.delete(key)
  }

  /** Everything whose key begins so has another beginning from now on. */
  rename(beginning: string, other: string): void {
    for (const key of this.#beginning(beginning)) {
      const memory = this.#memories.get(key)
      const ttl = this.#memories.getRemainingTTL(key)
      if (memory) this.#memories.set(other + key.slice(beginning.length), memory, { ttl })
      this.#memories.delete(key)
    }
  }

  #beginning(beginning: string): string[] {
    return [...this.#memories.keys()].filter((key) => key.startsWith(beginning))
  }
}
