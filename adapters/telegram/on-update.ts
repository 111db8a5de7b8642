// An update → its handler: at once, or in its turn where the order in a chat counts.
import type { Update } from '@grammyjs/types'
import type { InFlight } from '../in-flight.js'
import type { InOrder } from './in-order.js'
import { acknowledge, onCallback } from './on-callback.js'
import { onGuest } from './on-guest.js'
import { onInline } from './on-inline.js'
import { onMessage } from './on-message.js'
import { chatKey, type TelegramContext } from './telegram-context.js'

/** What Telegram is asked to send: all that is handled here, and nothing else. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'inline_query', 'my_chat_member', 'guest_message'] as const

/** A question that waited longer than a conversation is remembered was asked of somebody who was not there. */
const FRESH_MS = 15 * 60_000

export interface Lanes {
  readonly inFlight: InFlight
  readonly inOrder: InOrder
}

export function onUpdate(update: Update, context: TelegramContext, { inFlight, inOrder }: Lanes): void {
  const { message, callback_query: pressed, inline_query: typed, guest_message: guest, my_chat_member: member } = update
  if (message && isFresh(message.date, context))
    inFlight.run('a message', () => inOrder.run(message.chat.id, () => onMessage(message, context)))
  if (pressed) {
    const chat = pressed.message?.chat.id ?? pressed.from.id
    inFlight.run('a button', () => acknowledge(pressed, context))
    inFlight.run('a button', () => inOrder.run(chat, () => onCallback(pressed, context)))
  }
  if (typed) inFlight.run('an inline query', () => onInline(typed, context))
  if (guest && isFresh(guest.date, context)) inFlight.run('a guest message', () => onGuest(guest, context))
  // Where it is not wanted any more nothing is remembered.
  if (member && ['kicked', 'left'].includes(member.new_chat_member.status)) forget(member.chat.id, context)
}

function isFresh(unix: number, { clock }: TelegramContext): boolean {
  return clock().getTime() - unix * 1000 < FRESH_MS
}

function forget(chat: number, { conversations, languages }: TelegramContext): void {
  conversations.forget(chatKey(chat))
  languages.delete(chat)
}
