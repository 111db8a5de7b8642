// What the handlers of Telegram's updates work with, beside what every platform's do.
import type { Message, User, UserFromGetMe } from '@grammyjs/types'
import type { Lang } from '../../src/answer.js'
import { langOfTag } from '../../src/query/language.js'
import { type Asker, type Context, langOf } from '../context.js'
import type { SharedState, Store } from '../shared-state/shared-state.js'
import type { BotApi } from './api/bot-api.js'
import type { Formatting } from './api/formatting.js'
import type { Messenger, Place } from './api/messenger.js'

export interface TelegramContext extends Context {
  readonly api: BotApi
  readonly me: UserFromGetMe
  readonly messenger: Messenger
  readonly formatting: Formatting
  /** The language that a chat has chosen. */
  readonly languages: Store
}

const LANGUAGES = { ms: 30 * 86_400_000, most: 20_000 }

export function languagesIn(state: Pick<SharedState, 'store'>): Store {
  return state.store('language', LANGUAGES)
}

/** Everything that is remembered of a chat has a key that begins so. */
export function chatKey(chat: number): string {
  return `telegram ${chat} `
}

/** Of what a message of ours was about. */
export function messageKey(chat: number, message: number): string {
  return `${chatKey(chat)}message ${message}`
}

/** Who asks, and in which language everything is told there where one was chosen. */
export interface TelegramAsker extends Asker {
  readonly lang: Lang
  readonly chosen: Lang | undefined
}

/** Who asks: one person in one chat, and in one topic of it. */
export async function askerOf(
  place: Place,
  sender: Pick<User, 'id' | 'language_code'>,
  { languages }: TelegramContext,
): Promise<TelegramAsker> {
  const chosen = langOfTag(await languages.get(chatKey(place.chat)))
  return {
    channel: `${chatKey(place.chat)}topic ${place.topic ?? 0}`,
    user: String(sender.id),
    lang: chosen ?? langOf(sender.language_code),
    chosen,
  }
}

/** Where a message is answered: in its topic, and in a group as a reply to it. */
export function placeOf({ chat, message_id, is_topic_message, message_thread_id }: Message): Place {
  return {
    chat: chat.id,
    topic: is_topic_message ? message_thread_id : undefined,
    replyTo: chat.type === 'private' ? undefined : message_id,
  }
}
