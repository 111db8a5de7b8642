// What is being worked on: counted, so that stopping can wait for it; a failure ends nothing and is told without its details.

export class InFlight {
  readonly #running = new Set<Promise<void>>()
  readonly #log: (line: string) => void
  readonly #explain: (error: unknown) => string
  #closed = false

  /** @param explain what to say of an error: never its message, requests hold tokens */
  constructor(log: (line: string) => void, explain: (error: unknown) => string = nameOf) {
    this.#log = log
    this.#explain = explain
  }

  /** Runs `work`, unless it is too late. What it throws is logged by its name and code only: messages of requests hold tokens. */
  run(what: string, work: () => Promise<unknown>): void {
    if (this.#closed) return
    const running = work()
      .then(() => {})
      .catch((error: unknown) => this.#log(`${what} failed: ${this.#explain(error)}`))
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  /** How much is being worked on. */
  get count(): number {
    return this.#running.size
  }

  /** Resolves when all of it is done; after `ms` already when no more than `most` is left, or when `signal` says so. */
  async settled(most: number, ms: number, signal: AbortSignal): Promise<void> {
    await this.#within(Promise.all(this.#running), ms)
    while (this.#running.size > most && !signal.aborted) await this.#within(Promise.race(this.#running), ms)
  }

  /** No new work; resolves when the rest is done, or after `ms`. */
  async drain(ms: number): Promise<void> {
    this.#closed = true
    await this.#within(Promise.all(this.#running), ms)
  }

  /** Resolves with the work, or after `ms`. */
  async #within(work: Promise<unknown>, ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms)
    })
    await Promise.race([work, late])
    clearTimeout(timer)
  }
}

export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? ` ${error.code}` : ''
  return `${error.name}${code}`
}
