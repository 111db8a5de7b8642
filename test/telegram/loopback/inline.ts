// Inline queries: what people type after the bot's name in any chat.
import type { InlineQuery, User } from '@grammyjs/types'
import { Asked } from './asked.js'
import { compose } from './compose.js'
import type { Core } from './core.js'
import { asObject, type JsonObject } from './json.js'
import { asMessage } from './methods/inline.js'
import { SentMessage } from './sent.js'

/** The longest query that can be typed, in UTF-16 units. */
const LONGEST = 256

export interface InlineAsk {
  readonly query: string
  readonly from?: User
  readonly offset?: string
  readonly chatType?: InlineQuery['chat_type']
}

/** As the bot gave them. */
export interface InlineResults {
  readonly results: readonly JsonObject[]
  readonly cache_time?: number
  readonly is_personal?: boolean
  readonly next_offset?: string
  readonly button?: { readonly text: string; readonly start_parameter?: string }
}

export class InlineAsked extends Asked {
  async results(): Promise<InlineResults> {
    return (await this.answered()) as unknown as InlineResults
  }

  /** Sends one of the results, counted from 0: it goes to a chat that the bot need not be in. */
  async choose(core: Core, index: number): Promise<InlineSent> {
    const result = (await this.results()).results[index]
    if (result === undefined) throw new Error(`there is no result ${index}`)
    return sendInline(core, result)
  }
}

/** A message that went out by inline or guest mode. */
export interface InlineSent {
  readonly inline_message_id: string
  readonly message: SentMessage
}

export function inline(core: Core, { query, from, offset = '', chatType = 'sender' }: InlineAsk, person: User): InlineAsked {
  if (!core.settings.supportsInlineQueries) throw new Error('this bot has no inline mode')
  if (query.length > LONGEST) throw new Error(`${query.length} characters: nobody can type more than ${LONGEST}`)
  const id = String(6_210_000_000_000_000_000n + BigInt(core.inlineQueries.size))
  const asked = new InlineAsked(id, `the inline query ${query}`, core.changes, core.settings.inlineMs)
  core.inlineQueries.set(id, asked)
  asked.updateId = core.updates.queue('inline_query', { id, from: from ?? person, query, offset, chat_type: chatType })?.update_id
  return asked
}

export function sendInline(core: Core, result: JsonObject): InlineSent {
  const inline_message_id = `BAAAAC${String(core.inlineMessages.size).padStart(6, 'A')}`
  const content = asObject(result.input_message_content) ?? {}
  // Checked when it was offered.
  const call = { method: 'answerInlineQuery', note: () => {}, onGone: () => {} }
  const composed = compose(core, asMessage(content, result.reply_markup), call)
  const chat = { id: 0, type: 'private', first_name: '' } as const
  const message = new SentMessage({ message_id: 0, date: 0, chat, ...composed.content }, composed.wish)
  core.inlineMessages.set(inline_message_id, message)
  return { inline_message_id, message }
}
