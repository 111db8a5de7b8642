// Pressing the buttons of messages.
import type { User } from '@grammyjs/types'
import { Asked } from './asked.js'
import type { Core } from './core.js'
import type { JsonObject } from './json.js'
import { SentMessage } from './sent.js'

export interface CallbackAnswer {
  readonly text?: string
  readonly show_alert?: boolean
  readonly url?: string
  readonly cache_time?: number
}

export class Pressed extends Asked {
  /** What the bot showed the person; an empty object if it only took note. */
  answer(): Promise<CallbackAnswer> {
    return this.answered()
  }
}

/** By its label or by its data, which must be on the keyboard; anything goes with `stale`, as with an old keyboard still on a screen. */
export interface Press {
  readonly message: SentMessage
  readonly label?: string
  readonly data?: string
  readonly from?: User
  readonly stale?: boolean
}

export interface InlinePress {
  readonly inlineMessageId: string
  readonly data: string
  readonly from?: User
}

export function press(core: Core, { message, label, data, from, stale = false }: Press, person: User): Pressed {
  const button = message.keyboard.flat().find(({ text, callback_data }) => (label === undefined ? callback_data === data : text === label))
  const pressed = button?.callback_data ?? (stale ? data : undefined)
  if (pressed === undefined) throw new Error(`no button ${label ?? data ?? ''} to press; there are: ${message.labels.join(', ')}`)
  // Of a message that is gone no more is told than where it was.
  const seen = message.deleted ? { chat: message.chat, message_id: message.message_id, date: 0 } : message.message
  return ask(core, from ?? person, pressed, { message: seen, chat_instance: String(message.chat.id * 7) })
}

export function pressInline(core: Core, { inlineMessageId, data, from }: InlinePress, person: User): Pressed {
  if (!core.inlineMessages.has(inlineMessageId)) core.inlineMessages.set(inlineMessageId, unseen(core, person))
  return ask(core, from ?? person, data, { inline_message_id: inlineMessageId, chat_instance: '-1' })
}

function ask(core: Core, from: User, data: string, where: JsonObject): Pressed {
  const id = String(4_382_000_000_000_000_000n + BigInt(core.presses.size))
  const pressed = new Pressed(id, `the press of ${data}`, core.changes, core.settings.callbackMs)
  core.presses.set(id, pressed)
  pressed.updateId = core.updates.queue('callback_query', { id, from, ...where, data })?.update_id
  return pressed
}

/** A message that went somewhere else, of which nothing is known. */
function unseen(core: Core, person: User): SentMessage {
  return new SentMessage(
    { message_id: 0, date: 0, chat: core.world.privateChat(person) },
    { entities: [], linkPreview: undefined, silent: false },
  )
}
