// What askers tell about answers, where the operator wants to know (opt-in): that there was none, and a thumb up or down under one.
import type { SharedState, Store } from '../shared-state/shared-state.js'
import { scrub } from './scrub.js'
import type { UnansweredLog, Vote } from './unanswered-log.js'

/** People press at once or not at all. */
const KEPT = { ms: 15 * 60_000, most: 20_000 }

export class Feedback {
  readonly #log: UnansweredLog
  /** The scrubbed question of each answer, by its message. */
  readonly #questions: Store
  readonly #votes: Store

  constructor(log: UnansweredLog, state: Pick<SharedState, 'store'>) {
    this.#log = log
    this.#questions = state.store('question', KEPT)
    this.#votes = state.store('vote', KEPT)
  }

  unanswered(question: string, user: string): void {
    this.#log.add(scrub(question), user)
  }

  /** @param messages ours that answer it */
  async remember(question: string, ...messages: readonly string[]): Promise<void> {
    const scrubbed = scrub(question)
    if (scrubbed !== '') await this.#questions.set(scrubbed, ...messages)
  }

  /** Counts once what one person says of one answer, the last time that it is said. @returns false where the answer is not remembered any more */
  async vote(message: string, user: string, vote: Vote): Promise<boolean> {
    const question = await this.#questions.get(message)
    if (question === undefined) return false
    const key = `${message} ${user}`
    if ((await this.#votes.get(key)) === vote) return true
    await this.#votes.set(vote, key)
    this.#log.add(question, user, vote)
    return true
  }
}
