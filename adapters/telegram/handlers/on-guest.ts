// Called by its name in a chat that it is not a member of: Telegram lets it answer once, without seeing anything else there.
import type { Message } from '@grammyjs/types'
import { langOf } from '../../context.js'
import { cut } from '../../split.js'
import type { TelegramContext } from '../telegram-context.js'
import { addressed } from './addressed.js'
import { articleOf, LONGEST_TITLE } from './article.js'

export async function onGuest(message: Message & { guest_query_id?: string }, context: TelegramContext): Promise<void> {
  const { guest_query_id: query } = message
  // What reaches a guest is meant for it.
  const said = addressed({ ...message, chat: { ...message.chat, type: 'private' } } as Message, context.me)
  if (query === undefined || !said) return
  const text = said.text || (said.quoted ?? '')
  const locale = langOf(message.from?.language_code)
  const answer = context.assistant().ask({ input: { kind: 'text', text }, now: context.clock(), locale })
  const article = articleOf('guest', cut(text, LONGEST_TITLE), answer, context)
  if (!article) return
  await context.formatting.attempt((adapt) => context.api.call('answerGuestQuery', { guest_query_id: query, result: article(adapt) }))
}
