// An update → its handler: at once, or in its turn where the order in a chat counts.
import type { CallbackQuery, Message, Update } from '@grammyjs/types'
import type { InFlight } from '../../in-flight.js'
import type { InOrder } from '../../in-order.js'
import { chatKey, type TelegramContext } from '../telegram-context.js'
import { acknowledge, judge, onCallback } from './on-callback.js'
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

/** Resolves when the update is done with, however, to false when it was too late to begin; what fails in it is logged. */
export async function onUpdate(update: Update, context: TelegramContext, lanes: Lanes): Promise<boolean> {
  let isDone = true
  const isBegun = await lanes.inFlight.run('an update', async () => {
    isDone = (await Promise.all(worksOf(update, context, lanes))).every(Boolean)
  })
  return isBegun && isDone
}

function worksOf(update: Update, context: TelegramContext, { inFlight, inOrder }: Lanes): Promise<boolean>[] {
  const { message, callback_query: pressed, inline_query: typed, guest_message: guest, my_chat_member: member } = update
  // Asked again when its turn has come: it may have waited long.
  const answer = async (asked: Message): Promise<void> => (isFresh(asked.date, context) ? onMessage(asked, context) : undefined)
  // Where it is not wanted any more nothing is remembered.
  const isGone = member && ['kicked', 'left'].includes(member.new_chat_member.status)
  const movedTo = message?.migrate_to_chat_id
  return [
    ...(isGone ? [inFlight.run('forgetting', () => forget(member.chat.id, context))] : []),
    ...(message && movedTo !== undefined ? [inFlight.run('moving', () => move(message.chat.id, movedTo, context))] : []),
    ...(message ? [inFlight.run('a message', () => inOrder.run(message.chat.id, () => answer(message)))] : []),
    ...(pressed ? worksOfPress(pressed, context, { inFlight, inOrder }) : []),
    ...(typed ? [inFlight.run('an inline query', () => onInline(typed, context))] : []),
    ...(guest && isFresh(guest.date, context) ? [inFlight.run('a guest message', () => onGuest(guest, context))] : []),
  ]
}

function worksOfPress(pressed: CallbackQuery, context: TelegramContext, { inFlight, inOrder }: Lanes): Promise<boolean>[] {
  const verdict = judge(pressed, context)
  // Where it fails, both that wait for it tell so.
  verdict.catch(() => {})
  const chat = pressed.message?.chat.id ?? pressed.from.id
  return [
    inFlight.run('a button', () => acknowledge(pressed, verdict, context)),
    inFlight.run('a button', () => inOrder.run(chat, () => onCallback(pressed, verdict, context))),
  ]
}

function isFresh(unix: number, { clock }: TelegramContext): boolean {
  return clock().getTime() - unix * 1000 < FRESH_MS
}

async function forget(chat: number, { conversations, languages }: TelegramContext): Promise<void> {
  await Promise.all([conversations, languages].map((kept) => kept.forget(chatKey(chat))))
}

/** A group has become a supergroup, with another id. */
async function move(from: number, to: number, { conversations, languages }: TelegramContext): Promise<void> {
  await Promise.all([conversations, languages].map((kept) => kept.rename(chatKey(from), chatKey(to))))
}
