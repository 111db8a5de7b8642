// What each conversation was about, for as many as are remembered: the one that was silent longest is forgotten first.
import type { Memory } from '../src/answer.js'

export class SessionMemory {
  readonly #most: number
  /** In the order of their last turn: a Map keeps the order of insertion. */
  readonly #sessions = new Map<string, Memory>()

  constructor(most: number) {
    this.#most = most
  }

  get(session: string): Memory | undefined {
    return this.#sessions.get(session)
  }

  set(session: string, memory: Memory): void {
    this.#sessions.delete(session)
    this.#sessions.set(session, memory)
    const [oldest] = this.#sessions.keys()
    if (this.#sessions.size > this.#most && oldest !== undefined) this.#sessions.delete(oldest)
  }
}
