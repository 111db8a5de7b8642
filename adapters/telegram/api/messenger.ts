// Pages to a chat: where they belong, and at the chat's pace.
import type { Picture } from '../../figure/pictures.js'
import { cut } from '../../split.js'
import type { Keyboard } from '../showing/keyboard.js'
import type { Page } from '../showing/render.js'
import { ApiError, type BotApi } from './bot-api.js'
import type { Formatting } from './formatting.js'
import { KnownPhotos } from './known-photos.js'
import type { Pace } from './pace.js'

/** The limit is Telegram's. */
const LONGEST_CAPTION = 1024

/** Where an answer goes. */
export interface Place {
  readonly chat: number
  /** The topic of a forum. */
  readonly topic?: number | undefined
  /** The message that is answered; it may be gone by then. */
  readonly replyTo?: number | undefined
}

/** A message that was sent. */
export interface Sent {
  readonly chat: number
  readonly message: number
}

export class Messenger {
  readonly #api: BotApi
  readonly #pace: Pace
  readonly #formatting: Formatting
  readonly #photos = new KnownPhotos()

  constructor(api: BotApi, pace: Pace, formatting: Formatting) {
    this.#api = api
    this.#pace = pace
    this.#formatting = formatting
  }

  /** Sends the pages in order, the keyboard under the last. @returns where they are now: the chat may have moved meanwhile */
  async send({ chat, topic, replyTo }: Place, pages: readonly Page[], keyboard: Keyboard = []): Promise<Sent[]> {
    const all: Sent[] = []
    for (const [i, page] of pages.entries()) {
      await this.#pace.turn(chat)
      const sent = await this.#formatting.attempt((adapt) =>
        this.#api.call('sendMessage', {
          chat_id: chat,
          text: page.text,
          entities: adapt(page.entities),
          link_preview_options: { is_disabled: true },
          ...(topic === undefined ? {} : { message_thread_id: topic }),
          ...(replyTo === undefined ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
          // In a group nobody is called to the phone for what somebody else asked.
          ...(chat < 0 ? { disable_notification: true } : {}),
          ...(i === pages.length - 1 && keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
        }),
      )
      all.push({ chat: sent.chat.id, message: sent.message_id })
    }
    return all
  }

  /** Sends a picture with its title, in a group as a reply to the message that it belongs to. */
  async sendPhoto({ chat, topic }: Place, picture: Picture, to: Sent | undefined): Promise<Sent> {
    await this.#pace.turn(chat)
    const sent = await this.#photos.attempt(picture, (photo) =>
      this.#api.call('sendPhoto', {
        chat_id: chat,
        photo,
        caption: cut(picture.title, LONGEST_CAPTION),
        ...(topic === undefined ? {} : { message_thread_id: topic }),
        ...(chat > 0 || !to
          ? {}
          : { reply_parameters: { message_id: to.message, allow_sending_without_reply: true }, disable_notification: true }),
      }),
    )
    return { chat: sent.chat.id, message: sent.message_id }
  }

  /** Puts another page in the place of a message. @returns false where that message cannot be changed (any more) */
  async edit(chat: number, message: number, page: Page, keyboard: Keyboard): Promise<boolean> {
    await this.#pace.turn(chat)
    try {
      await this.#formatting.attempt((adapt) =>
        this.#api.call('editMessageText', {
          chat_id: chat,
          message_id: message,
          text: page.text,
          entities: adapt(page.entities),
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
}
