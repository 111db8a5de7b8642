// How many messages a chat takes in a while.
import type { Chat } from '@grammyjs/types'
import type { RateLimit, Settings } from './options.js'
import { tooMany } from './refusal.js'
import { isGroup } from './world.js'

export class Rates {
  /** When messages went out, by chat, in milliseconds. */
  private readonly sent = new Map<number, number[]>()
  /** Until when a chat was told to wait. */
  private readonly told = new Map<number, number>()
  private readonly settings: Settings

  constructor(settings: Settings) {
    this.settings = settings
  }

  forget(): void {
    this.sent.clear()
    this.told.clear()
  }

  /** Counts a message that is about to go out, or refuses it. Not to wait as long as one was told is a mistake. */
  count(chat: Chat, note: (description: string) => void): void {
    const now = Date.now()
    const times = this.sent.get(chat.id) ?? []
    const { groupLimit, chatLimit } = this.settings
    const waits = [chatLimit, isGroup(chat) ? groupLimit : undefined].map((limit) => waitMs(limit, times, now))
    const longest = Math.max(...waits)
    if (longest <= 0) {
      this.sent.set(chat.id, [...times, now])
      return
    }
    const until = this.told.get(chat.id) ?? 0
    if (now < until) note(`told to wait, and sent ${until - now} ms too early`)
    const seconds = Math.ceil(longest / 1_000)
    this.told.set(chat.id, Math.max(until, now + longest))
    throw tooMany(seconds)
  }
}

/** How long until there is room for one more. */
function waitMs(limit: RateLimit | undefined, times: readonly number[], now: number): number {
  if (limit === undefined) return 0
  const window = limit.seconds * 1_000
  const oldest = times.at(-limit.messages)
  return oldest === undefined ? 0 : oldest + window - now
}
