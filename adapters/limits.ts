// How much one person, and one chat, may ask: beyond it one polite answer, then silence until there is room again.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Asker } from './context.js'

interface Rate {
  readonly questions: number
  readonly seconds: number
}

export interface LimitSettings {
  readonly user: Rate
  readonly chat: Rate
}

/** `tell`: the first that is too much. */
export type Verdict = 'answer' | 'tell' | 'silent'

export class Limits {
  readonly #user: RateLimiterMemory
  readonly #chat: RateLimiterMemory

  constructor({ user, chat }: LimitSettings) {
    this.#user = new RateLimiterMemory({ points: user.questions, duration: user.seconds })
    this.#chat = new RateLimiterMemory({ points: chat.questions, duration: chat.seconds })
  }

  /** Counts a question. What one person asks too much does not count for the others of the chat. */
  async ask({ channel, user }: Asker): Promise<Verdict> {
    const own = await consumed(this.#user, user)
    return own === 'answer' ? consumed(this.#chat, channel) : own
  }
}

async function consumed(limiter: RateLimiterMemory, key: string): Promise<Verdict> {
  try {
    await limiter.consume(key)
    return 'answer'
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return error.consumedPoints === limiter.points + 1 ? 'tell' : 'silent'
  }
}
