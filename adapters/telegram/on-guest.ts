// Called by its name in a chat that it is not a member of: Telegram lets it answer once, without seeing anything else there.
import type { Message } from '@grammyjs/types'
import { langOf } from '../context.js'
import { addressed } from './addressed.js'
import { articleOf } from './on-inline.js'
import type { TelegramContext } from './telegram-context.js'

export async function onGuest(message: Message & { guest_query_id?: string }, context: TelegramContext): Promise<void> {
  const { guest_query_id: query } = message
  if (query === undefined) return
  // What reaches a guest is meant for it.
  const text = addressed({ ...message, chat: { ...message.chat, type: 'private' } } as Message, context.me)?.text ?? ''
  const locale = langOf(message.from?.language_code)
  const answer = context.assistant().ask({ input: { kind: 'text', text }, now: context.clock(), locale })
  const [result] = articleOf('typed', text || context.me.first_name, answer, context)
  if (result) await context.api.call('answerGuestQuery', { guest_query_id: query, result })
}
