// Not faster than Telegram lets a bot write in one chat: to be told to wait costs more than to wait.
import { setTimeout as sleep } from 'node:timers/promises'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Telegram gives no exact numbers: twenty messages a minute in a group, and about one a second, short bursts apart, to one person. */
const GROUP = { points: 20, duration: 60 }
const PRIVATE = { points: 30, duration: 30 }

export class Pace {
  readonly #group = new RateLimiterMemory(GROUP)
  readonly #private = new RateLimiterMemory(PRIVATE)
  readonly #signal: AbortSignal

  /** @param signal ends every wait */
  constructor(signal: AbortSignal) {
    this.#signal = signal
  }

  /** Resolves when the chat may be written to. Groups have negative ids. */
  async turn(chat: number): Promise<void> {
    const limiter = chat < 0 ? this.#group : this.#private
    for (;;) {
      try {
        await limiter.consume(chat)
        return
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        await sleep(error.msBeforeNext, undefined, { signal: this.#signal })
      }
    }
  }
}
