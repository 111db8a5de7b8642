// While somebody types `@bot question` in any chat: answers to choose from, each whole, with its question and its source.
import type { InlineQuery } from '@grammyjs/types'
import type { Answer, Input, Lang, Suggestion } from '../../../src/answer.js'
import { complete, questionOf } from '../../../src/complete.js'
import { langOf } from '../../context.js'
import { sentence } from '../../wording.js'
import { linkTo, linkToWords } from '../showing/deep-link.js'
import type { TelegramContext } from '../telegram-context.js'
import { type Article, articleOf } from './article.js'

/** Telegram's limit. */
const MOST_RESULTS = 50
/** What Telegram keeps of the results: an edit of the knowledge, and midnight, show within a minute. */
const CACHE_SECONDS = 60

export async function onInline({ id, query, from }: InlineQuery, context: TelegramContext): Promise<void> {
  const { library } = context.assistant()
  const lang = langOf(from.language_code)
  const typed = query.trim()
  const results = resultsFor(typed, lang, context)
  await context.formatting.attempt((adapt) =>
    context.api.call('answerInlineQuery', {
      inline_query_id: id,
      results: results.map((article) => article(adapt)),
      cache_time: CACHE_SECONDS,
      // The same words are offered other labels in another language.
      is_personal: true,
      button: { text: sentence(library.language, lang, 'inline-button'), start_parameter: linkToWords(typed) ?? 'inline' },
    }),
  )
}

interface Offered {
  readonly key: string
  readonly question: string
  readonly answer: Answer
}

/** The answer to what was typed, then the questions that it may become; for nothing what is asked first. */
function resultsFor(typed: string, clientLang: Lang, context: TelegramContext): Article[] {
  const { library } = context.assistant()
  const isWords = /[\p{L}\p{N}]/u.test(typed)
  const asked = answerTo({ kind: 'text', text: isWords ? typed : '' }, clientLang, context)
  // Words show their language; labels are in the same.
  const lang = isWords ? asked.lang : clientLang
  // Nobody wants to send a refusal; half a question may still become one that is answered.
  const own = isWords && (asked.status === 'answered' || asked.status === 'not_stated') ? [ownOf(asked, typed, lang, context)] : []
  const first = isWords ? [] : asked.suggestions
  const offered = [...first, ...complete(isWords ? typed : '', lang, library, MOST_RESULTS)].flatMap((suggestion) =>
    offerOf(suggestion, lang, context),
  )
  return unlike([...own, ...offered])
    .flatMap(({ key, question, answer }) => articleOf(key, question, answer, context, key === TYPED ? undefined : key) ?? [])
    .slice(0, MOST_RESULTS)
}

const TYPED = 'typed'

/** What was typed answers in its own words, unless it is half of a question that is known. */
function ownOf(answer: Answer, typed: string, lang: Lang, { assistant }: TelegramContext): Offered {
  const [only, ...more] = answer.facts
  const question = only !== undefined && more.length === 0 ? questionOf(only, lang, assistant().library) : null
  return { key: TYPED, question: question ?? typed, answer }
}

function offerOf({ id, label }: Suggestion, lang: Lang, context: TelegramContext): Offered[] {
  const key = linkTo(id)
  return key === null ? [] : [{ key, question: label, answer: answerTo({ kind: 'suggestion', id }, lang, context) }]
}

function answerTo(input: Input, lang: Lang, { assistant, clock }: TelegramContext): Answer {
  return assistant().ask({ input, now: clock(), locale: lang, lang: input.kind === 'text' ? undefined : lang })
}

/** Each answer once, whatever questions lead to it. */
function unlike(offered: readonly Offered[]): Offered[] {
  const seen = new Set<string>()
  return offered.filter(({ answer: { blocks } }) => {
    const told = JSON.stringify(blocks.filter(({ kind }) => kind !== 'figure'))
    return !seen.has(told) && seen.add(told)
  })
}
