// A Bot API that takes every call and sends none on.
import type { InlineKeyboardButton, Message, MessageEntity, User } from '@grammyjs/types'
import { ApiError, type Args, type BotApi, type Method, type Result, Upload } from '../../telegram/api/bot-api.js'
import type { Sent, TelegramMessage } from '../view.js'
import type { Effect } from './chat.js'

export const CHAT = { id: 1, type: 'private', first_name: 'You' } as const
export const BOT: User & { username: string } = { id: 2, is_bot: true, first_name: 'Asknotice', username: 'asknotice_preview_bot' }

/** What of any call makes a message. */
interface MessageArgs {
  readonly message_id?: number
  readonly text?: string
  readonly caption?: string
  readonly entities?: readonly MessageEntity[]
  readonly caption_entities?: readonly MessageEntity[]
  readonly photo?: unknown
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly InlineKeyboardButton[])[] }
}

export class RecordingApi implements BotApi {
  /** Messages as Telegram knows them. */
  readonly known = new Map<number, Message>()
  #next = 1
  #effect: { messages: TelegramMessage[]; edited: TelegramMessage[]; notes: string[]; sent: Sent[] } = nothing()

  /** From now on messages are numbered from `next`. */
  begin(next: number): void {
    this.#next = next
    this.#effect = nothing()
  }

  /** What was called since. */
  get effect(): Effect<TelegramMessage> {
    return this.#effect
  }

  async call<M extends Method>(method: M, args: Args<M>): Promise<Result<M>> {
    this.#effect.sent.push({ request: method, body: withoutBytes(args) })
    if (method === 'answerCallbackQuery') {
      const { text } = args as Args<'answerCallbackQuery'>
      if (text) this.#effect.notes.push(text)
      return true as Result<M>
    }
    const isEdit = method === 'editMessageText'
    if (!isEdit && !method.startsWith('send')) throw new ApiError(method, 404, 'Not Found')
    const said = args as MessageArgs
    const id = isEdit ? (said.message_id ?? 0) : this.#next++
    if (isEdit && !this.known.has(id)) throw new ApiError(method, 400, 'Bad Request: message to edit not found')
    this.#effect[isEdit ? 'edited' : 'messages'].push(messageOf(id, said))
    const message = { message_id: id, date: 0, chat: CHAT, from: BOT, text: said.text ?? said.caption, reply_markup: said.reply_markup }
    this.known.set(id, message as unknown as Message)
    return message as unknown as Result<M>
  }
}

function nothing(): { messages: TelegramMessage[]; edited: TelegramMessage[]; notes: string[]; sent: Sent[] } {
  return { messages: [], edited: [], notes: [], sent: [] }
}

function messageOf(id: number, { text, caption, entities, caption_entities, photo, reply_markup }: MessageArgs): TelegramMessage {
  return {
    id: String(id),
    text: text ?? caption ?? '',
    entities: entities ?? caption_entities ?? [],
    keyboard: reply_markup?.inline_keyboard ?? [],
    pictures: photo instanceof Upload ? [{ name: photo.name, url: `data:image/png;base64,${photo.bytes.toString('base64')}` }] : [],
  }
}

/** A file is told by its name, as Telegram's own form of it does. */
function withoutBytes(args: object): object {
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, value instanceof Upload ? `attach://${value.name}` : value]))
}
