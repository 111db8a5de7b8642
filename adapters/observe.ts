// What happens while a platform serves, for those who count it: no text, no names.
import type { Lang, Status } from '../src/answer.js'

export interface Answered {
  readonly status: Status
  readonly lang: Lang
  /** From the question to the answer, without the sending. */
  readonly ms: number
  readonly channel: string
  readonly user: string
}

/** `busy`: more at once than there is room for; `chat`: too much waits in one chat; `limit`: somebody asks too much. */
export type Refusal = 'busy' | 'chat' | 'limit'

export interface Observer {
  answered(answered: Answered): void
  /** The connection was lost and is there again. */
  reconnected(): void
  /** The platform said: slower. */
  rateLimited(): void
  /** Something was not answered because there is too much of it. */
  refused(why: Refusal): void
}

/** Tells two of them. */
export function both(one: Observer, other: Observer): Observer {
  return {
    answered: (answered) => {
      one.answered(answered)
      other.answered(answered)
    },
    reconnected: () => {
      one.reconnected()
      other.reconnected()
    },
    rateLimited: () => {
      one.rateLimited()
      other.rateLimited()
    },
    refused: (why) => {
      one.refused(why)
      other.refused(why)
    },
  }
}
