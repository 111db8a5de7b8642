// Works that are done once, as far as this process knows.
import { LRUCache } from 'lru-cache'
import type { Claims } from '../shared-state.js'

/** What is sent twice is sent soon. */
const REMEMBERED = 10_000

export class LocalClaims implements Claims {
  /** Whether each is done. */
  readonly #works = new LRUCache<string, boolean>({ max: REMEMBERED })

  async claim(id: string): Promise<'mine' | 'done' | 'busy'> {
    const isDone = this.#works.get(id)
    if (isDone === undefined) this.#works.set(id, false)
    return isDone === undefined ? 'mine' : isDone ? 'done' : 'busy'
  }

  async done(id: string): Promise<void> {
    this.#works.set(id, true)
  }

  async release(id: string): Promise<void> {
    this.#works.delete(id)
  }

  /** What was done here, the newest first. */
  get doneHere(): string[] {
    return [...this.#works.entries()].filter(([, isDone]) => isDone).map(([id]) => id)
  }
}
