// How long this process has been at it without a pause. What waits before its doors is counted nowhere: when answering what came in together
// takes long, the rest has waited that long already, and more waits behind it.

const EVERY_MS = 50

export class Lag {
  readonly #timer: NodeJS.Timeout
  #last = performance.now()

  constructor() {
    // Node looks at its timers between one batch of requests and the next.
    this.#timer = setInterval(() => {
      this.#last = performance.now()
    }, EVERY_MS).unref()
  }

  /** Milliseconds since the last pause. */
  get ms(): number {
    return performance.now() - this.#last
  }

  end(): void {
    clearInterval(this.#timer)
  }
}
