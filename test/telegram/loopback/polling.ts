// Long polling: one poll at a time, held until there is something to say.
import type { Update } from '@grammyjs/types'
import type { JsonObject } from './json.js'
import { conflict, type Refusal } from './refusal.js'
import type { Call } from './requests.js'
import type { Updates } from './updates.js'

const TERMINATED = 'terminated by other getUpdates request; make sure that only one bot instance is running'

interface Held {
  readonly look: () => void
  readonly refuse: (refusal: Refusal) => void
}

export class Polling {
  /** How often the bot has asked for updates. */
  polls = 0
  /** The highest offset that the bot has asked for: everything below is confirmed. */
  offset = 0
  /** How many other instances poll with the same token. */
  rivals = 0
  private held: Held | undefined
  private readonly updates: Updates
  private readonly longest: number

  /** `longest`: seconds that a poll is held at most. */
  constructor(updates: Updates, longest: number) {
    this.updates = updates
    this.longest = longest
    updates.listeners.push(() => this.held?.look())
  }

  /** Whether a poll waits for updates at this moment. */
  get waiting(): boolean {
    return this.held !== undefined
  }

  async poll({ offset = 0, limit = 100, timeout = 0, allowed_updates }: JsonObject, call: Call): Promise<Update[]> {
    this.polls += 1
    this.updates.choose(allowed_updates)
    this.end(conflict(TERMINATED))
    // Another instance comes back at once and ends this poll as this one has ended its.
    if (this.rivals > 0) throw conflict(TERMINATED)
    this.updates.confirm(Number(offset))
    this.offset = Math.max(this.offset, Number(offset))
    const atMost = Math.min(Math.max(Number(limit), 1), 100)
    const now = this.updates.next(atMost)
    const seconds = Math.min(Number(timeout), this.longest)
    return now.length > 0 || seconds <= 0 ? now : this.hold(atMost, seconds, call)
  }

  /** Ends the poll that is held. */
  end(refusal: Refusal): void {
    this.held?.refuse(refusal)
  }

  /** Another instance of the bot that polls, too. */
  otherPoller(): { stop: () => void } {
    this.rivals += 1
    this.end(conflict(TERMINATED))
    let polls = true
    const stop = (): void => {
      if (polls) this.rivals -= 1
      polls = false
    }
    return { stop }
  }

  private hold(limit: number, seconds: number, call: Call): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const settle = (how: () => void): void => {
        clearTimeout(timer)
        if (this.held === held) this.held = undefined
        how()
      }
      const look = (): void => {
        if (this.updates.pending.length > 0) settle(() => resolve(this.updates.next(limit)))
      }
      const held: Held = { look, refuse: (refusal) => settle(() => reject(refusal)) }
      const timer = setTimeout(() => settle(() => resolve([])), seconds * 1_000)
      this.held = held
      // What nobody waits for any more stays in the queue.
      call.onGone(() => settle(() => resolve([])))
    })
  }
}
