// A message to a notice, with what the conversation was about → the questions that it asks, each resolved to aspects and things.
import type { Lang, Memory } from '../answer.js'
import type { KindOfThing, Library, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { LONGEST_MESSAGE } from '../tuning.js'
import { inherit } from './follow-up.js'
import { asks, gather, mayTell } from './gather.js'
import { languageOf } from './language.js'
import { type Meaning, unexplainedShare } from './meaning.js'
import type { DayMention, NumberMention } from './numbers.js'
import type { Query } from './query.js'
import { readMessage } from './read-message.js'
import { takeOther } from './take-other.js'
import { hasContent, toQuery, withContext } from './to-query.js'

export interface Understanding {
  readonly notice: Notice
  readonly normalised: string
  readonly lang: Lang
  readonly meanings: readonly Meaning[]
  readonly queries: readonly Query[]
}

export interface Circumstances {
  readonly memory?: Memory | undefined
  readonly locale?: Lang | undefined
}

/** Reads a message as a question to one notice: with its words, and with those of no other. */
export function understand(raw: string, library: Library, notice: Notice, { memory, locale }: Circumstances): Understanding {
  const { normalised, clauses } = readMessage(raw, library, library.terms(notice.id))
  const pinyin = clauses.some(({ tokens }) =>
    tokens.some((token) => token.as !== undefined && /^\p{Script=Han}/u.test(token.as) && /^[a-z]/.test(token.text)),
  )
  const lang = languageOf(raw.slice(0, LONGEST_MESSAGE).normalize('NFKC'), pinyin, memory?.lang, locale)
  const meanings = gather(clauses, library)
  const queries: Query[] = []
  let before: Memory | undefined = memory?.notice === undefined || memory.notice === notice.id ? memory : undefined
  let context: Thing[] = []
  let numbers: readonly NumberMention[] = []
  let days: readonly DayMention[] = []
  let kinds: readonly KindOfThing[] = []
  let told: Query | undefined
  const around = unexplainedShare(
    meanings.flatMap((meaning) => meaning.unknown),
    meanings.reduce((sum, meaning) => sum + meaning.known, 0),
  )
  const asking = meanings.some((meaning) => asks(meaning, library) && hasContent(meaning, library, notice))
  const surely = meanings.some((meaning) => asks(meaning, library) && !mayTell(meaning) && hasContent(meaning, library, notice))
  for (const meaning of meanings) {
    const own = toQuery(meaning, library, notice)
    if ((asking && !asks(meaning, library)) || (surely && mayTell(meaning))) {
      // "the second one, tell me more: which are they?"
      const pointed = own.things.length === 0 && before ? takeOther(own, before, library).things : own.things
      context = [...pointed, ...context]
      numbers = [...numbers, ...own.numbers]
      days = [...days, ...own.days]
      kinds = own.kinds.length > 0 ? own.kinds : kinds
      told = own.aspects.length > 0 ? own : told
      continue
    }
    const query = inherit(withContext(asTold(own, told), numbers, kinds, days), context, before, library)
    queries.push({ ...query, around })
    context = [...query.things, ...context.filter((thing) => !query.things.includes(thing))]
    before = rememberedQuery(query, lang, before)
  }
  return { notice, normalised, lang, meanings, queries }
}

/** "530 places in all: how many for undergraduates?" asks how many of what was told about before. */
function asTold(query: Query, told: Query | undefined): Query {
  const bare = query.aspects.length === 0 && query.things.length > 0 && query.cues.has('howmany')
  if (!told || !bare || told.aspects[0]?.aspect.op) return query
  return { ...query, aspects: told.aspects, anchor: query.anchor === 'firm' ? 'firm' : told.anchor }
}

/** What a query leaves behind for the next one of the same message. */
function rememberedQuery(query: Query, lang: Lang, before: Memory | undefined): Memory {
  return {
    lang,
    notice: query.notice.id,
    aspects: query.aspects.map(({ aspect }) => aspect.id),
    things: query.things.map((thing) => thing.id),
    earlier: before?.things ?? [],
    named: before?.named ?? [],
    facts: before?.facts ?? [],
    modes: [...query.cues],
  }
}
