// An update → its handler: at once, or in its turn where the order in a chat counts.
import type { Message, Update } from '@grammyjs/types'
import type { InFlight } from '../../in-flight.js'
import type { InOrder } from '../../in-order.js'
import { chatKey, type TelegramContext } from '../telegram-context.js'
import { acknowledge, onCallback } from './on-callback.js'
import { onGuest } from './on-guest.js'
import { onInline } from './on-inline.js'
import { onMessage } from './on-message.js'

/** What Telegram is asked to send: all that is handled here, and nothing else. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'inline_query', 'my_chat_member', 'guest_message'] as const

/** A question that waited longer than a conversation is remembered was asked of somebody who was not there. */
const FRESH_MS = 15 * 60_000

export interface Lanes {
  readonly inFlight: InFlight
  readonly inOrder: InOrder
}

/** Resolves when the update is done with, however; what fails in it is logged. */
export async function onUpdate(update: Update, context: TelegramContext, lanes: Lanes): Promise<void> {
  await lanes.inFlight.run('an update', () => Promise.all(worksOf(update, context, lanes)))
}

function worksOf(update: Update, context: TelegramContext, { inFlight, inOrder }: Lanes): Promise<void>[] {
  const { message, callback_query: pressed, inline_query: typed, guest_message: guest, my_chat_member: member } = update
  // Asked again when its turn has come: it may have waited long.
  const answer = async (asked: Message): Promise<void> => (isFresh(asked.date, context) ? onMessage(asked, context) : undefined)
  // Where it is not wanted any more nothing is remembered.
  if (member && ['kicked', 'left'].includes(member.new_chat_member.status)) forget(member.chat.id, context)
  if (message?.migrate_to_chat_id !== undefined) move(message.chat.id, message.migrate_to_chat_id, context)
  return [
    ...(message ? [inFlight.run('a message', () => inOrder.run(message.chat.id, () => answer(message)))] : []),
    ...(pressed
      ? [
          inFlight.run('a button', () => acknowledge(pressed, context)),
          inFlight.run('a button', () => inOrder.run(pressed.message?.chat.id ?? pressed.from.id, () => onCallback(pressed, context))),
        ]
      : []),
    ...(typed ? [inFlight.run('an inline query', () => onInline(typed, context))] : []),
    ...(guest && isFresh(guest.date, context) ? [inFlight.run('a guest message', () => onGuest(guest, context))] : []),
  ]
}

function isFresh(unix: number, { clock }: TelegramContext): boolean {
  return clock().getTime() - unix * 1000 < FRESH_MS
}

function forget(chat: number, { conversations, languages }: TelegramContext): void {
  conversations.forget(chatKey(chat))
  languages.delete(chat)
}

/** A group has become a supergroup, with another id. */
function move(from: number, to: number, { conversations, languages }: TelegramContext): void {
  conversations.rename(chatKey(from), chatKey(to))
  const lang = languages.get(from)
  if (lang) languages.set(to, lang)
  languages.delete(from)
}
