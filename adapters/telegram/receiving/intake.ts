// Updates as they come in, by polling or by webhook: each is answered once, by whichever replica, and none counts as done before it is.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from '@grammyjs/types'
import { MOST_IN_FLIGHT, within } from '../../in-flight.js'
import type { Claims } from '../../shared-state/shared-state.js'

/** For so long the replica that is at an update is waited for; one that died is known to have by then. */
const BUSY_MS = 8000
const LOOK_MS = 200

export class Intake {
  /** Taken and not done yet, the oldest first. */
  readonly #pending = new Map<number, Promise<boolean>>()
  readonly #claims: Claims
  readonly #handle: (update: Update) => Promise<boolean>
  readonly #most: number
  #closed = false

  /** @param handle resolves when the update is done with, to false when it was too late for it; never rejects */
  constructor(claims: Claims, handle: (update: Update) => Promise<boolean>, most = MOST_IN_FLIGHT) {
    this.#claims = claims
    this.#handle = handle
    this.#most = most
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** Whether nothing new is to be taken: Telegram keeps it. */
  get isFull(): boolean {
    return this.#closed || this.#pending.size >= this.#most
  }

  /** How many are not done yet. */
  get pending(): number {
    return this.#pending.size
  }

  /** The oldest update that is not done yet. */
  get oldest(): number | undefined {
    return this.#pending.size === 0 ? undefined : Math.min(...this.#pending.keys())
  }

  /** Resolves when it is done, here or elsewhere, to true; to false when it is not, and has to be sent again. */
  take(update: Update): Promise<boolean> {
    const { update_id: id } = update
    const underWay = this.#pending.get(id)
    if (underWay) return underWay
    if (this.#closed) return Promise.resolve(false)
    const work = this.#work(update)
    this.#pending.set(id, work)
    return work
  }

  async #work(update: Update): Promise<boolean> {
    const id = String(update.update_id)
    try {
      const claim = await this.#claimed(id)
      if (claim !== 'mine') return claim === 'done'
      const isDone = await this.#handle(update)
      await (isDone ? this.#claims.done(id) : this.#claims.release(id))
      return isDone
    } finally {
      this.#pending.delete(update.update_id)
    }
  }

  /** Waits for another replica that is at it. */
  async #claimed(id: string): Promise<'mine' | 'done' | 'busy'> {
    const late = performance.now() + BUSY_MS
    for (;;) {
      const claim = await this.#claims.claim(id)
      if (claim !== 'busy' || performance.now() > late || this.#closed) return claim
      await sleep(LOOK_MS)
    }
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
