// What the conversations of a platform were about, each for a quarter of an hour.
import type { Memory } from '../src/answer.js'
import type { SharedState, Store } from './shared-state/shared-state.js'

const KEPT = { ms: 15 * 60_000, most: 20_000 }

export class Conversations {
  readonly #store: Store
  readonly #texts = new WeakMap<Memory, string>()

  constructor(state: Pick<SharedState, 'store'>) {
    // The number is that of the form of what is remembered: replicas of two versions do not read each other's.
    this.#store = state.store('conversation-1', KEPT)
  }

  /** @param key of a conversation (a person in a channel) or of a message that answered in one */
  async get(key: string): Promise<Memory | undefined> {
    const text = await this.#store.get(key)
    return text === undefined ? undefined : (JSON.parse(text) as Memory)
  }

  set(memory: Memory, ...keys: readonly string[]): Promise<void> {
    // Of an answer that is recalled it is the same as before.
    const text = this.#texts.get(memory) ?? JSON.stringify(memory)
    this.#texts.set(memory, text)
    return this.#store.set(text, ...keys)
  }

  /** Forgets everything whose key begins so. */
  forget(beginning: string): Promise<void> {
    return this.#store.forget(beginning)
  }

  /** Everything whose key begins so has another beginning from now on. */
  rename(beginning: string, other: string): Promise<void> {
    return this.#store.rename(beginning, other)
  }
}
