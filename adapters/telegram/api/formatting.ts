// What of the formatting the server knows: tried in full, and where it is refused taken back step by step, which is remembered for a while.
import type { MessageEntity } from '@grammyjs/types'
import { ApiError } from './bot-api.js'

export type Adapt = (entities: readonly MessageEntity[]) => MessageEntity[]

/** The newest first: each way of saying it with less. The last is no formatting at all. */
const DOWNGRADES: readonly Adapt[] = [
  (entities) => [...entities],
  (entities) => entities.filter(({ type }) => type !== 'date_time'),
  (entities) =>
    entities
      .filter(({ type }) => type !== 'date_time')
      .map((entity) => (entity.type === 'expandable_blockquote' ? { ...entity, type: 'blockquote' } : entity)),
  () => [],
]
/** An older server is updated some day, and a refusal may have had another reason. */
const REMEMBERED_MS = 60 * 60_000

export class Formatting {
  #known = 0
  #until = 0

  /** Calls with as much of the formatting as the server takes. */
  async attempt<T>(call: (adapt: Adapt) => Promise<T>): Promise<T> {
    for (let level = performance.now() < this.#until ? this.#known : 0; ; level++) {
      try {
        const result = await call(DOWNGRADES[level] ?? (() => []))
        this.#remember(level)
        return result
      } catch (error) {
        const misunderstood = error instanceof ApiError && error.code === 400 && /entit/i.test(error.said)
        if (!misunderstood || level + 1 >= DOWNGRADES.length) throw error
      }
    }
  }

  #remember(level: number): void {
    // A text whose formatting is refused altogether says nothing of the next.
    if (level === 0 || level + 1 >= DOWNGRADES.length || (level === this.#known && performance.now() < this.#until)) return
    this.#known = level
    this.#until = performance.now() + REMEMBERED_MS
  }
}
