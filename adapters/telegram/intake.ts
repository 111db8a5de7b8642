// Updates as they come in, by polling or by webhook: each is taken once, and no more than can be worked on.
import type { Update } from '@grammyjs/types'
import { LRUCache } from 'lru-cache'

/** Telegram sends again what it believes lost; it does so soon. */
const REMEMBERED = 10_000

export class Intake {
  readonly #seen = new LRUCache<number, true>({ max: REMEMBERED })
  readonly #handle: (update: Update) => void

  constructor(handle: (update: Update) => void) {
    this.#handle = handle
  }

  /** @returns false for an update that was taken before */
  take(update: Update): boolean {
    if (this.#seen.has(update.update_id)) return false
    this.#seen.set(update.update_id, true)
    this.#handle(update)
    return true
  }
}
