// Updates as they come in, by polling or by webhook: each is taken once, and none counts as done before it is answered.
import type { Update } from '@grammyjs/types'
import { LRUCache } from 'lru-cache'
import { within } from '../../in-flight.js'

/** Telegram sends again what it believes lost; it does so soon. */
const REMEMBERED = 10_000
/** More than this at work, and nothing new is taken: Telegram keeps it. */
const MOST_PENDING = 2000

export class Intake {
  readonly #seen = new LRUCache<number, true>({ max: REMEMBERED })
  /** Taken and not done yet, the oldest first. */
  readonly #pending = new Map<number, Promise<void>>()
  readonly #handle: (update: Update) => Promise<void>
  #closed = false

  /** @param handle resolves when the update is done with, and never rejects */
  constructor(handle: (update: Update) => Promise<void>) {
    this.#handle = handle
  }

  get isFull(): boolean {
    return this.#closed || this.#pending.size >= MOST_PENDING
  }

  /** How many are not done yet. */
  get pending(): number {
    return this.#pending.size
  }

  /** The oldest update that is not done yet. */
  get oldest(): number | undefined {
    return this.#pending.size === 0 ? undefined : Math.min(...this.#pending.keys())
  }

  /** @returns whether it was taken, now or before: if not, Telegram is to keep it */
  take(update: Update): boolean {
    if (this.#closed) return false
    const { update_id: id } = update
    if (this.#seen.has(id)) return true
    this.#seen.set(id, true)
    const work = this.#handle(update).finally(() => this.#pending.delete(id))
    this.#pending.set(id, work)
    return true
  }

  /** Nothing more is taken. */
  close(): void {
    this.#closed = true
  }

  /** Resolves when all is done, or after `ms`. */
  settled(ms: number): Promise<void> {
    return this.#pending.size === 0 ? Promise.resolve() : within(Promise.all(this.#pending.values()), ms)
  }
}
