// A message of the bot's, made of what it asked for.
import type { Message } from '@grammyjs/types'
import { type Core, seconds } from './core.js'
import { asObject, type JsonObject } from './json.js'
import { checkMarkup } from './markup.js'
import type { Call } from './requests.js'
import type { Wish } from './sent.js'
import { formatted } from './text/formatted.js'
import { foundIn } from './text/found.js'
import type { Place } from './world.js'

export interface Composed {
  /** Text, entities and keyboard. */
  readonly content: Partial<Message>
  readonly wish: Wish
}

/** `payload` has `text`, `parse_mode`, `entities`, `link_preview_options` and `reply_markup`, whichever the method. */
export function compose(core: Core, payload: JsonObject, call: Call): Composed {
  const { text, parse_mode, entities: listed, reply_markup, link_preview_options, disable_notification } = payload
  const markup = checkMarkup(reply_markup, call.note)
  const shown = formatted({ text, parse_mode, entities: listed }, { unsupported: core.settings.unsupported, note: call.note })
  const linkPreview = asObject(link_preview_options)
  // Inside code and links nothing is looked for.
  const closed = shown.entities.filter(({ type }) => ['pre', 'code', 'text_link', 'mention', 'url', 'bot_command'].includes(type))
  const all = [...shown.entities, ...foundIn(shown.text, closed)].sort((a, b) => a.offset - b.offset || b.length - a.length)
  const content = {
    text: shown.text,
    ...(all.length > 0 && { entities: all }),
    ...(linkPreview !== undefined && { link_preview_options: linkPreview }),
    ...(markup !== undefined && { reply_markup: markup }),
  }
  return { content, wish: { entities: shown.entities, linkPreview, silent: disable_notification === true } }
}

/** A message of the bot's in this chat, as yet without content. */
export function blank(core: Core, { chat }: Place): Message {
  return { message_id: core.world.nextMessageId(chat), from: asSender(core), chat, date: seconds() } as Message
}

function asSender({ world: { me } }: Core) {
  const { id, is_bot, first_name, username } = me
  return { id, is_bot, first_name, username }
}
