// While somebody types `@bot question` in any chat: answers to choose from, each whole, with its question and its source.
import type { InlineQuery, InlineQueryResultArticle } from '@grammyjs/types'
import type { Answer, Input, Lang } from '../../src/answer.js'
import { complete } from '../../src/complete.js'
import { langOf } from '../context.js'
import { cut } from '../split.js'
import { sentence } from '../wording.js'
import { linkTo, linkToWords } from './deep-link.js'
import { renderAnswer } from './render.js'
import type { TelegramContext } from './telegram-context.js'

/** Telegram's limit. */
const MOST_RESULTS = 50
/** What Telegram keeps of the results: an edit of the knowledge, and midnight, show within a minute. */
const CACHE_SECONDS = 60
const LONGEST_TITLE = 120
const LONGEST_DESCRIPTION = 200

export async function onInline({ id, query, from }: InlineQuery, context: TelegramContext): Promise<void> {
  const { library } = context.assistant()
  const lang = langOf(from.language_code)
  await context.api.call('answerInlineQuery', {
    inline_query_id: id,
    results: resultsFor(query, lang, context),
    cache_time: CACHE_SECONDS,
    // The same words are offered other labels in another language.
    is_personal: true,
    button: { text: sentence(library.language, lang, 'inline-button'), start_parameter: linkToWords(query.trim()) ?? 'inline' },
  })
}

/** The answer to what was typed, then the questions that it may become; for nothing what is asked most. */
function resultsFor(query: string, lang: Lang, context: TelegramContext): InlineQueryResultArticle[] {
  const { library } = context.assistant()
  const typed = query.trim()
  const asked = typed === '' ? null : answerFor({ kind: 'text', text: typed }, lang, context)
  const offered = complete(typed, lang, library, MOST_RESULTS)
  // Half a question is seldom about the notice; as long as there is something to offer it is not told so.
  const own = asked && (asked.status === 'answered' || asked.status === 'not_stated' || offered.length === 0) ? asked : null
  const questions = offered.map((suggestion) => ({
    key: linkTo(suggestion.id),
    label: suggestion.label,
    answer: () => answerFor({ kind: 'suggestion', id: suggestion.id }, lang, context),
  }))
  const results = questions.flatMap(({ key, label, answer }) => (key === null ? [] : articleOf(key, label, answer(), context)))
  const [typedResult] = own ? articleOf('typed', typed, own, context) : []
  if (!typedResult) return unlike(results).slice(0, MOST_RESULTS)
  // The question as it is offered reads better than half of it does.
  const same = results.find((result) => toldIn(result) === toldIn(typedResult))
  return unlike([same ?? typedResult, ...results]).slice(0, MOST_RESULTS)
}

/** Each answer once, whatever questions lead to it. */
function unlike(results: readonly InlineQueryResultArticle[]): InlineQueryResultArticle[] {
  const seen = new Set<string>()
  return results.filter((result) => !seen.has(toldIn(result)) && seen.add(toldIn(result)))
}

/** What is said below the question. */
function toldIn({ input_message_content: content }: InlineQueryResultArticle): string {
  const text = 'message_text' in content ? content.message_text : ''
  return text.slice(text.indexOf('\n'))
}

function answerFor(input: Input, lang: Lang, { assistant, clock }: TelegramContext): Answer {
  return assistant().ask({ input, now: clock(), locale: lang, lang: input.kind === 'text' ? undefined : lang })
}

/** A message says all of it: an answer that takes several cannot be offered. */
export function articleOf(
  key: string,
  label: string,
  answer: Answer,
  { messenger, me, assistant }: TelegramContext,
): InlineQueryResultArticle[] {
  const [page, ...rest] = renderAnswer(answer, { heading: label })
  const [block] = answer.blocks
  if (!page || !block || rest.length > 0) return []
  const text = sentence(assistant().library.language, answer.lang, 'inline-more')
  const link = `https://t.me/${me.username}?start=${key === 'typed' ? (linkToWords(label) ?? 'inline') : key}`
  return [
    {
      type: 'article',
      id: key,
      title: cut(label, LONGEST_TITLE),
      description: cut(block.kind === 'paragraph' ? block.text : block.items.join(' · '), LONGEST_DESCRIPTION),
      input_message_content: {
        message_text: page.text,
        entities: messenger.known(page.entities),
        link_preview_options: { is_disabled: true },
      },
      reply_markup: { inline_keyboard: [[{ text, url: link }]] },
    },
  ]
}
