// Changing and deleting messages.
import { isDeepStrictEqual } from 'node:util'
import type { InlineKeyboardMarkup } from '@grammyjs/types'
import { compose } from '../compose.js'
import { type Core, type Method, seconds } from '../core.js'
import type { JsonObject } from '../json.js'
import { checkMarkup } from '../markup.js'
import { bad, unlucky } from '../refusal.js'
import type { SentMessage } from '../sent.js'
import { reachable } from './send.js'

const UNCHANGED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** The message that a payload names, in a chat or sent by inline mode. */
function target(core: Core, payload: JsonObject): SentMessage {
  const { inline_message_id: inline, message_id: id } = payload
  if (inline !== undefined) {
    const message = core.inlineMessages.get(String(inline))
    if (message === undefined) throw bad('MESSAGE_ID_INVALID')
    return message
  }
  const { chat } = reachable(core, payload)
  if (id === undefined) throw bad('message identifier is not specified')
  const own = core.messages.own(chat, id)
  if (own !== undefined) return own
  if (core.messages.find(chat, id) !== undefined) throw bad("message can't be edited")
  throw core.messages.wasDeleted(chat, id) ? unlucky('message to edit not found') : bad('message to edit not found')
}

/** What the bot gets back: the message, or of one that it cannot see only that it was done. */
function result(payload: JsonObject, { message }: SentMessage): unknown {
  return payload.inline_message_id === undefined ? message : true
}

const editMessageText: Method = (core, payload, call) => {
  const sent = target(core, payload)
  const { content, wish } = compose(core, { ...payload, disable_notification: sent.silent }, call)
  const { text: _t, entities: _e, link_preview_options: _l, reply_markup: _m, ...kept } = sent.message
  const before = { text: sent.text, entities: sent.wish.entities, preview: sent.wish.linkPreview, markup: sent.markup }
  const after = { text: content.text, entities: wish.entities, preview: wish.linkPreview, markup: content.reply_markup }
  if (isDeepStrictEqual(before, after)) throw unlucky(UNCHANGED)
  core.messages.replace(sent, { ...kept, ...content, edit_date: seconds() }, wish)
  return result(payload, sent)
}

const editMessageReplyMarkup: Method = (core, payload, call) => {
  const sent = target(core, payload)
  const markup: InlineKeyboardMarkup | undefined = checkMarkup(payload.reply_markup, call.note)
  if (isDeepStrictEqual(markup, sent.markup)) throw unlucky(UNCHANGED)
  const { reply_markup: _, ...kept } = sent.message
  const message = { ...kept, edit_date: seconds(), ...(markup !== undefined && { reply_markup: markup }) }
  core.messages.replace(sent, message, sent.wish)
  return result(payload, sent)
}

const deleteMessage: Method = (core, payload): true => {
  const { chat } = reachable(core, payload)
  const { message_id: id } = payload
  const message = core.messages.find(chat, id)
  if (message === undefined)
    throw core.messages.wasDeleted(chat, id) ? unlucky('message to delete not found') : bad('message to delete not found')
  if (core.messages.own(chat, id) === undefined && chat.type !== 'private') throw bad("message can't be deleted for everyone")
  core.messages.remove(chat, message.message_id)
  return true
}

export const editMethods: Readonly<Record<string, Method>> = { editMessageText, editMessageReplyMarkup, deleteMessage }
