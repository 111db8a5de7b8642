// More comes at once than there is room for: each that is not taken is counted, and the operator is told now and then.
import type { Context } from './context.js'

const TOLD_EVERY_MS = 60_000

export class Busy {
  readonly #platform: string
  readonly #context: Pick<Context, 'log' | 'observer'>
  #told = Number.NEGATIVE_INFINITY

  constructor(platform: string, context: Pick<Context, 'log' | 'observer'>) {
    this.#platform = platform
    this.#context = context
  }

  /** Something was not taken. */
  refuse(): void {
    const { log, observer } = this.#context
    observer?.refused('busy')
    if (performance.now() - this.#told < TOLD_EVERY_MS) return
    this.#told = performance.now()
    log(`${this.#platform}: more comes in than can be answered; what is too much is refused until there is room`, {
      event: 'platform.busy',
      level: 'warn',
      platform: this.#platform,
    })
  }
}
