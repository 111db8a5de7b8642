// Sending messages.
import type { Message } from '@grammyjs/types'
import { blank, compose } from '../compose.js'
import { type Core, type Method, placeOf } from '../core.js'
import type { JsonObject } from '../json.js'
import { checkMarkup } from '../markup.js'
import { bad, forbidden, unlucky } from '../refusal.js'
import { repliedTo, topicFields } from '../reply.js'
import { isUploaded, type Uploaded } from '../uploaded.js'
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

/** Of a photo: bytes, width and height together, and how much longer than wide. */
const PHOTO = { bytes: 10 * 2 ** 20, sum: 10_000, ratio: 20 }
/** In UTF-16 units. */
const LONGEST_CAPTION = 1024

const sendPhoto: Method = (core, payload, call): Message => {
  const place = writable(core, payload)
  const { photo, caption = '', caption_entities, parse_mode } = payload
  const known = typeof photo === 'string' ? knownPhoto(core, photo) : undefined
  if (typeof photo === 'string' && !known) throw bad('wrong file identifier/HTTP URL specified')
  if (!known && !isUploaded(photo)) throw bad('there is no photo in the request')
  const { width, height, size } = known ?? (photo as Uploaded)
  if (size > PHOTO.bytes) throw bad('file is too big')
  if (width === 0) throw bad('IMAGE_PROCESS_FAILED')
  if (width + height > PHOTO.sum || Math.max(width / height, height / width) > PHOTO.ratio) throw bad('PHOTO_INVALID_DIMENSIONS')
  if (typeof caption !== 'string' || caption.length > LONGEST_CAPTION) throw bad('message caption is too long')
  if (caption_entities !== undefined || parse_mode !== undefined) throw bad('captions have no formatting, here at least')
  const reply = repliedTo(core, place, payload.reply_parameters)
  const topic = topicFields(core, place, payload.message_thread_id ?? topicOf(reply))
  const markup = checkMarkup(payload.reply_markup, call.note)
  core.rates.count(place.chat, call.note)
  place.lastBot = core.world.me.id
  const id = known?.id ?? `photo-${core.messages.sent.length}`
  const content = {
    photo: [{ file_id: id, file_unique_id: id, width, height, file_size: size }],
    ...(caption !== '' && { caption }),
    ...(markup !== undefined && { reply_markup: markup }),
  }
  const wish = { entities: [], linkPreview: undefined, silent: payload.disable_notification === true }
  return core.messages.keepOwn({ ...blank(core, place), ...topic, ...reply, ...content }, wish).message
}

/** One that the bot has sent before. */
function knownPhoto(core: Core, id: string): { id: string; width: number; height: number; size: number } | undefined {
  const photo = core.messages.sent.flatMap((message) => message.photo ?? []).find(({ file_id }) => file_id === id)
  return photo && { id, width: photo.width, height: photo.height, size: photo.file_size ?? 0 }
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

export const sendMethods: Readonly<Record<string, Method>> = { sendMessage, sendPhoto, sendChatAction }
