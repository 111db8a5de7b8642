// Sending messages.
import type { Message } from '@grammyjs/types'
import { blank, compose } from '../compose.js'
import { type Core, type Method, placeOf } from '../core.js'
import type { JsonObject } from '../json.js'
import { bad, forbidden, unlucky } from '../refusal.js'
import { repliedTo, topicFields } from '../reply.js'
import type { Place } from '../world.js'

const ACTIONS = [
  ...['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice', 'upload_document'],
  ...['choose_sticker', 'find_location', 'record_video_note', 'upload_video_note'],
]

/** The chat, if the bot may write there. */
function writable(core: Core, payload: JsonObject): Place {
  const place = reachable(core, payload)
  if (place.muted) throw unlucky('not enough rights to send text messages to the chat')
  return place
}

/** The chat, if the bot is still in it. */
export function reachable(core: Core, payload: JsonObject): Place {
  const place = placeOf(core, payload.chat_id)
  const { chat, migratedTo, out } = place
  if (migratedTo !== undefined) throw unlucky('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: migratedTo })
  if (out) throw forbidden(chat.type === 'private' ? 'bot was blocked by the user' : `bot was kicked from the ${chat.type} chat`)
  return place
}

const sendMessage: Method = (core, payload, call): Message => {
  const place = writable(core, payload)
  const reply = repliedTo(core, place, payload.reply_parameters)
  const topic = topicFields(core, place, payload.message_thread_id ?? topicOf(reply))
  const { content, wish } = compose(core, payload, call)
  core.rates.count(place.chat, call.note)
  place.lastBot = core.world.me.id
  return core.messages.keepOwn({ ...blank(core, place), ...topic, ...reply, ...content }, wish).message
}

/** A reply stays in its topic, even if it does not say so. */
function topicOf({ reply_to_message: message }: Partial<Message>): number | undefined {
  return message?.is_topic_message ? message.message_thread_id : undefined
}

const sendChatAction: Method = (core, payload): true => {
  const place = writable(core, payload)
  topicFields(core, place, payload.message_thread_id)
  if (!ACTIONS.includes(String(payload.action))) throw bad('wrong parameter action in request')
  return true
}

export const sendMethods: Readonly<Record<string, Method>> = { sendMessage, sendChatAction }
