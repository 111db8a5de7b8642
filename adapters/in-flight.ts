// What is being worked on: counted, so that stopping can wait for it; a failure ends nothing and is told without its details.
import type { Log } from './log.js'
import { nameOf } from './name-of-error.js'

/** More than this at work on one platform, and nothing new is taken: whoever sends it is told to come again, or it is left out. */
export const MOST_IN_FLIGHT = 2000

export class InFlight {
  readonly #log: Log
  readonly #explain: (error: unknown) => string
  readonly #most: number
  #size = 0
  #closed = false
  #onIdle = (): void => {}

  /** @param explain what to say of an error: never its message, requests hold tokens */
  constructor(log: Log, explain: (error: unknown) => string = nameOf, most = MOST_IN_FLIGHT) {
    this.#log = log
    this.#explain = explain
    this.#most = most
  }

  /** Whether nothing new is taken any more. */
  get isClosed(): boolean {
    return this.#closed
  }

  /** How much is being worked on. */
  get size(): number {
    return this.#size
  }

  /** Whether there is no room for more. What belongs to something that was taken is run all the same. */
  get isFull(): boolean {
    return this.#closed || this.#size >= this.#most
  }

  /** Runs `work`; resolves to true when it has ended, however, to false when it is too late to begin. What it throws is logged by its name and code only. */
  async run(what: string, work: () => Promise<unknown>): Promise<boolean> {
    if (this.#closed) return false
    this.#size += 1
    try {
      await work()
    } catch (error) {
      this.#log(`${what} failed: ${this.#explain(error)}`, { event: 'work.failed', level: 'warn' })
    } finally {
      this.#size -= 1
      if (this.#size === 0) this.#onIdle()
    }
    return true
  }

  /** No new work; resolves when the rest is done, or after `ms`. */
  async drain(ms: number): Promise<void> {
    this.#closed = true
    if (this.#size === 0) return
    const idle = new Promise<void>((resolve) => {
      this.#onIdle = resolve
    })
    await within(idle, ms)
  }
}

/** Resolves with the work, or after `ms`. */
export async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
