// One thing after the other in the same chat; chats do not wait for one another, and none has more waiting than it can be answered.

/** Nobody reads more answers than this at once. */
const MOST_WAITING = 30

export class InOrder {
  readonly #lanes = new Map<number, { last: Promise<void>; waiting: number }>()
  readonly #onOverflow: () => void

  /** @param onOverflow told when something is left undone because too much waits before it */
  constructor(onOverflow: () => void = () => {}) {
    this.#onOverflow = onOverflow
  }

  /** Resolves or rejects as `work` does, which begins when what came before it for the key has ended, however it ended. */
  run(key: number, work: () => Promise<void>): Promise<void> {
    const lane = this.#lanes.get(key) ?? { last: Promise.resolve(), waiting: 0 }
    if (lane.waiting >= MOST_WAITING) {
      this.#onOverflow()
      return Promise.resolve()
    }
    this.#lanes.set(key, lane)
    lane.waiting += 1
    const running = lane.last.then(work, work)
    lane.last = running
    const done = (): void => {
      lane.waiting -= 1
      if (lane.waiting === 0) this.#lanes.delete(key)
    }
    running.then(done, done)
    return running
  }
}
