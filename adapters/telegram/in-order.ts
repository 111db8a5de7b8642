// One thing after the other for the same key; different keys do not wait for one another.

export class InOrder {
  readonly #last = new Map<number, Promise<void>>()

  /** Resolves or rejects as `work` does, which begins when what came before it for the key has ended, however it ended. */
  run(key: number, work: () => Promise<void>): Promise<void> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const running = before.catch(() => {}).then(work)
    this.#last.set(key, running)
    const done = (): void => {
      if (this.#last.get(key) === running) this.#last.delete(key)
    }
    running.then(done, done)
    return running
  }
}
