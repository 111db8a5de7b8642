// People write messages.
import type { Chat, Message, MessageEntity, User } from '@grammyjs/types'
import { type Core, seconds } from './core.js'
import { withoutReply } from './messages.js'
import { reaches } from './privacy.js'
import { inTopic } from './reply.js'
import { foundIn } from './text/found.js'
import type { Place } from './world.js'

export interface Saying {
  readonly text?: string
  /** The text under a picture. */
  readonly caption?: string
  readonly chat?: Chat
  readonly from?: User
  readonly replyTo?: Message
  /** The message_thread_id of a topic. */
  readonly topic?: number
  /** Found in the text unless given. */
  readonly entities?: readonly MessageEntity[]
  /** When it was written: now unless told. */
  readonly date?: Date
  /** Sent by choosing a result of inline mode: of this bot or of another. */
  readonly viaBot?: boolean | User
  readonly forwarded?: boolean
  /** A post of the channel that this group discusses, put here by Telegram. */
  readonly automaticForward?: boolean
  /** In whose name: a channel's, or the group's own. */
  readonly senderChat?: Chat
  readonly sticker?: boolean
  /** Whether it reaches the bot, whatever the rules say. */
  readonly deliver?: boolean
}

const CHANNEL: Chat = { id: -1_001_111_111_111, type: 'channel', title: 'Announcements' }
const TELEGRAM: User = { id: 777_000, is_bot: false, first_name: 'Telegram' }
/** Stands in for people who write in the name of a chat. */
const IN_NAME: User = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }

export function say(core: Core, saying: Saying, person: User, home: Chat): Message {
  const place = core.world.place(saying.chat ?? home)
  const from = saying.from ?? (saying.senderChat === undefined ? person : IN_NAME)
  const sent = saying.date === undefined ? seconds() : seconds(saying.date.getTime())
  const message = {
    ...{ message_id: core.world.nextMessageId(place.chat), from, chat: place.chat, date: sent },
    ...threadOf(core, place, saying),
    ...(saying.replyTo !== undefined && { reply_to_message: withoutReply(saying.replyTo) }),
    ...origin(core, saying, sent),
    ...content(saying),
  } as Message
  core.messages.keep(message)
  if (from.is_bot && saying.senderChat === undefined) place.lastBot = from.id
  if (saying.deliver ?? reaches(message, place, core.world.me, core.settings)) core.updates.queue('message', message)
  return message
}

/** Its topic; in a supergroup without topics, the first message of the chain of replies. */
function threadOf(core: Core, place: Place, { topic, replyTo }: Saying): Partial<Message> {
  if (topic !== undefined) return inTopic(core, place, topic)
  if (replyTo?.is_topic_message) return inTopic(core, place, replyTo.message_thread_id ?? 0)
  if (replyTo === undefined || place.chat.type !== 'supergroup') return {}
  return { message_thread_id: replyTo.message_thread_id ?? replyTo.message_id }
}

function origin(core: Core, { viaBot, forwarded, automaticForward, senderChat }: Saying, date: number): object {
  const via = viaBot === true ? core.world.me : viaBot || undefined
  const post = { type: 'channel', chat: CHANNEL, message_id: 7, date }
  return {
    ...(via !== undefined && { via_bot: via }),
    ...(forwarded && { forward_origin: { type: 'hidden_user', sender_user_name: 'Somebody', date } }),
    ...(senderChat !== undefined && { sender_chat: senderChat }),
    ...(automaticForward && { is_automatic_forward: true, sender_chat: CHANNEL, from: TELEGRAM, forward_origin: post }),
  }
}

function content({ text, caption, entities, sticker }: Saying): object {
  const file = { file_id: 'CAACAgIAAxk', file_unique_id: 'AgADkw', width: 512, height: 512 }
  if (sticker) return { sticker: { ...file, type: 'regular', is_animated: false, is_video: false, emoji: '👍' } }
  const found = entities ?? foundIn(text ?? caption ?? '')
  if (caption !== undefined) return { photo: [file], caption, ...(found.length > 0 && { caption_entities: found }) }
  if (text === undefined) throw new Error('a message needs a text, a caption or a sticker')
  return { text, ...(found.length > 0 && { entities: found }) }
}
