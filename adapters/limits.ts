// How much one person, and one chat, may ask: beyond it one polite answer, then silence until there is room again.
import { RateLimiterRes } from 'rate-limiter-flexible'
import type { Asker } from './context.js'
import type { Limiter, Rate, SharedState } from './shared-state/shared-state.js'

export interface LimitSettings {
  readonly user: Rate
  readonly chat: Rate
}

/** `tell`: the first that is too much. */
export type Verdict = 'answer' | 'tell' | 'silent'

export class Limits {
  readonly #user: Limiter
  readonly #chat: Limiter

  constructor({ user, chat }: LimitSettings, state: Pick<SharedState, 'limiter'>) {
    this.#user = state.limiter('user', user)
    this.#chat = state.limiter('chat', chat)
  }

  /** Counts a question. What one person asks too much does not count for the others of the chat. */
  async ask({ channel, user }: Asker): Promise<Verdict> {
    const own = await consumed(this.#user, user)
    return own === 'answer' ? consumed(this.#chat, channel) : own
  }
}

async function consumed(limiter: Limiter, key: string): Promise<Verdict> {
  try {
    await limiter.consume(key)
    return 'answer'
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return error.consumedPoints === limiter.points + 1 ? 'tell' : 'silent'
  }
}
