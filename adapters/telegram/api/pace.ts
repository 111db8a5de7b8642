// Not faster than Telegram lets a bot write in one chat: to be told to wait costs more than to wait.
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

export interface Rate {
  readonly messages: number
  readonly seconds: number
}

/** Telegram gives no exact numbers: twenty messages a minute in a group, and about one a second, short bursts apart, to one person. */
const GROUP: Rate = { messages: 20, seconds: 60 }
const PRIVATE: Rate = { messages: 30, seconds: 30 }
const MOST_CHATS = 20_000

export class Pace {
  /** When the latest messages of each chat were sent, the oldest first. */
  readonly #sent = new LRUCache<number, number[]>({ max: MOST_CHATS })
  readonly #signal: AbortSignal
  readonly #rates: { readonly group: Rate; readonly private: Rate }

  /** @param signal ends every wait */
  constructor(signal: AbortSignal, rates = { group: GROUP, private: PRIVATE }) {
    this.#signal = signal
    this.#rates = rates
  }

  /** Resolves when the chat may be written to. Groups have negative ids. */
  async turn(chat: number): Promise<void> {
    const { messages, seconds } = chat < 0 ? this.#rates.group : this.#rates.private
    const sent = this.#sent.get(chat) ?? []
    this.#sent.set(chat, sent)
    for (;;) {
      const oldest = sent.length < messages ? undefined : sent[0]
      const wait = oldest === undefined ? 0 : oldest + seconds * 1000 - performance.now()
      if (wait <= 0) break
      await sleep(wait, undefined, { signal: this.#signal })
    }
    if (sent.length >= messages) sent.shift()
    sent.push(performance.now())
  }
}
