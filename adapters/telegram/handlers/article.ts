// An answer as a result to choose: the message that is sent holds question, answer and source, and leads to the private chat.
import type { InlineQueryResultArticle } from '@grammyjs/types'
import type { Answer, Block } from '../../../src/answer.js'
import { cut } from '../../split.js'
import { sentence } from '../../wording.js'
import type { Adapt } from '../api/formatting.js'
import { linkToWords } from '../showing/deep-link.js'
import { renderAnswer } from '../showing/render.js'
import type { TelegramContext } from '../telegram-context.js'

export const LONGEST_TITLE = 120
const LONGEST_DESCRIPTION = 200

/** A result, with what of the formatting the server knows. */
export type Article = (adapt: Adapt) => InlineQueryResultArticle

/**
 * @param id of at most 64 bytes
 * @param question what is answered; the chat that it goes to has not seen it
 * @returns null for an answer that takes several messages: one is all that can be offered
 */
export function articleOf(
  id: string,
  question: string,
  answer: Answer,
  { me, assistant }: Pick<TelegramContext, 'me' | 'assistant'>,
  link?: string,
): Article | null {
  const [page, ...rest] = renderAnswer(answer, { heading: question })
  const [block] = answer.blocks
  if (!page || !block || rest.length > 0) return null
  const text = sentence(assistant().library.language, answer.lang, 'inline-more')
  const url = `https://t.me/${me.username}?start=${link ?? linkToWords(question) ?? 'inline'}`
  return (adapt) => ({
    type: 'article',
    id,
    title: cut(question, LONGEST_TITLE) || me.first_name,
    description: cut(described(block), LONGEST_DESCRIPTION),
    input_message_content: { message_text: page.text, entities: adapt(page.entities), link_preview_options: { is_disabled: true } },
    reply_markup: { inline_keyboard: [[{ text, url }]] },
  })
}

function described(block: Block): string {
  if (block.kind === 'figure') return block.figure.title
  return block.kind === 'paragraph' ? block.text : block.items.join(' · ')
}
