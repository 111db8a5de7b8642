// Pages to a chat: where they belong, at the chat's pace, and in what of the formatting the server knows.
import type { InlineKeyboardMarkup, MessageEntity } from '@grammyjs/types'
import { ApiError, type BotApi } from './bot-api.js'
import type { Pace } from './pace.js'
import type { Page } from './render.js'

/** Where an answer goes. */
export interface Place {
  readonly chat: number
  /** The topic of a forum. */
  readonly topic?: number | undefined
  /** The message that is answered; it may be gone by then. */
  readonly replyTo?: number | undefined
}

export type Keyboard = InlineKeyboardMarkup['inline_keyboard']

/** What an older server may not know, the newest first: each way of saying it with less. */
const DOWNGRADES: readonly ((entities: readonly MessageEntity[]) => readonly MessageEntity[])[] = [
  (entities) => entities,
  (entities) => entities.filter(({ type }) => type !== 'date_time'),
  (entities) =>
    entities
      .filter(({ type }) => type !== 'date_time')
      .map((entity) => (entity.type === 'expandable_blockquote' ? { ...entity, type: 'blockquote' } : entity)),
  () => [],
]

export class Messenger {
  readonly #api: BotApi
  readonly #pace: Pace
  /** How far the formatting had to be taken back before the server took it: remembered. */
  #downgrade = 0

  constructor(api: BotApi, pace: Pace) {
    this.#api = api
    this.#pace = pace
  }

  /** Sends the pages in order, the keyboard under the last. @returns the ids of the messages */
  async send({ chat, topic, replyTo }: Place, pages: readonly Page[], keyboard: Keyboard = []): Promise<number[]> {
    const ids: number[] = []
    for (const [i, page] of pages.entries()) {
      await this.#pace.turn(chat)
      const sent = await this.#formatted(page.entities, (entities) =>
        this.#api.call('sendMessage', {
          chat_id: chat,
          text: page.text,
          entities: [...entities],
          link_preview_options: { is_disabled: true },
          ...(topic === undefined ? {} : { message_thread_id: topic }),
          ...(replyTo === undefined ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
          // In a group nobody is called to the phone for what somebody else asked.
          ...(chat < 0 ? { disable_notification: true } : {}),
          ...(i === pages.length - 1 && keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
        }),
      )
      ids.push(sent.message_id)
    }
    return ids
  }

  /** Puts another page in the place of a message. @returns false where that message cannot be changed (any more) */
  async edit(chat: number, message: number, page: Page, keyboard: Keyboard): Promise<boolean> {
    await this.#pace.turn(chat)
    try {
      await this.#formatted(page.entities, (entities) =>
        this.#api.call('editMessageText', {
          chat_id: chat,
          message_id: message,
          text: page.text,
          entities: [...entities],
          link_preview_options: { is_disabled: true },
          reply_markup: { inline_keyboard: keyboard },
        }),
      )
      return true
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 400) throw error
      // It says this already: the button was pressed twice.
      if (/message is not modified/i.test(error.said)) return true
      if (/message (to edit not found|can't be edited)/i.test(error.said)) return false
      throw error
    }
  }

  /** Calls with as much of the formatting as the server takes. */
  async #formatted<T>(entities: readonly MessageEntity[], call: (entities: readonly MessageEntity[]) => Promise<T>): Promise<T> {
    for (let level = this.#downgrade; ; level++) {
      try {
        const result = await call(DOWNGRADES[level]?.(entities) ?? [])
        // A text whose formatting is refused altogether says nothing of the next.
        if (level + 1 < DOWNGRADES.length) this.#downgrade = Math.max(this.#downgrade, level)
        return result
      } catch (error) {
        const misunderstood = error instanceof ApiError && error.code === 400 && /entit/i.test(error.said)
        if (!misunderstood || level + 1 >= DOWNGRADES.length) throw error
      }
    }
  }

  /** The formatting that the server takes, for pages that are sent in another way. */
  known(entities: readonly MessageEntity[]): MessageEntity[] {
    return [...(DOWNGRADES[this.#downgrade]?.(entities) ?? [])]
  }
}
