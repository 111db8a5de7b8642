// The whole of the core: question → understand → decide → compose → answer. Pure: the same question gets the same answer.
import type { Answer, Lang, Memory, Question } from './answer.js'
import { compose } from './compose/compose.js'
import { decide } from './decide/decide.js'
import { merge } from './decide/merge.js'
import { offersFor } from './decide/offers.js'
import { starters } from './decide/refuse.js'
import { answered, say, type Verdict } from './decide/verdict.js'
import { buildLibrary, type Fact, type Library } from './knowledge/library.js'
import type { Notice } from './knowledge/notice.js'
import type { Language } from './language/language.js'
import { queryOfChoice } from './query/choice.js'
import type { Query } from './query/query.js'
import type { SoundsOf } from './query/terms.js'
import { type Understanding, understand } from './query/understand.js'

/** A conversation keeps the things of its last message and a few from before. */
const MOST_THINGS = 6
const MOST_EARLIER = 3
const MOST_NAMED = 25

export interface Explanation {
  readonly understanding: Understanding | null
  readonly verdicts: readonly Verdict[]
  readonly answer: Answer
}

export interface Assistant {
  /** Never throws, whatever is asked. */
  ask(question: Question): Answer
  /** The same, with how it came about. */
  explain(question: Question): Explanation
  readonly library: Library
}

/** Builds an assistant over checked notices. Throws where there is none. `sounds` is for those who know already how the names sound. */
export function createAssistant(language: Language, notices: readonly Notice[], sounds?: SoundsOf): Assistant {
  if (notices.length === 0) throw new Error('there is no notice to answer from')
  const library = buildLibrary(language, notices, sounds)
  const explain = (question: Question): Explanation =>
    question.input.kind === 'suggestion' ? chosen(question, question.input.id, library) : spoken(question, question.input.text, library)
  return { library, explain, ask: (question) => explain(question).answer }
}

function spoken(question: Question, text: string, library: Library): Explanation {
  const understood = understand(text, library, question)
  const understanding = { ...understood, lang: question.lang ?? understood.lang }
  const verdicts = understanding.queries.map((query) => decide(query, library))
  const verdict =
    verdicts.length > 0
      ? merge(ours(understanding.queries, verdicts))
      : nothing(library.notices.get(question.notice ?? '') ?? (library.notices.values().next().value as Notice))
  const offered = { ...verdict, offers: verdict.offers.length > 0 ? verdict.offers : offersFor(verdict, understanding.queries, library) }
  const memory = remember(understanding.lang, understanding.queries, verdict, question.memory, library)
  return { understanding, verdicts, answer: compose({ verdict: offered, lang: understanding.lang, now: question.now, memory }, library) }
}

function nothing(notice: Notice): Verdict {
  return {
    status: 'clarify',
    notice,
    parts: [say('clarify-nothing', { title: { kind: 'title', notice } })],
    facts: [],
    offers: [],
    reason: 'nothing was said',
  }
}

/** In a message that is mostly about something else, what only shares a word with the notice is no question to it either. */
function ours(queries: readonly Query[], verdicts: readonly Verdict[]): readonly Verdict[] {
  const foreign = verdicts.filter((verdict) => verdict.status === 'out_of_scope')
  const tied = queries.some((query, i) => verdicts[i]?.status !== 'out_of_scope' && (query.anchor === 'firm' || query.anchor === 'bound'))
  return !tied && foreign.length > verdicts.length / 2 ? foreign : verdicts
}

/** A suggestion is answered by its fact, or as the question that it stands for; its id outlives a restart, but not the fact's removal. */
function chosen(question: Question, id: string, library: Library): Explanation {
  const fact = library.facts.get(id)
  const lang: Lang = question.lang ?? question.memory?.lang ?? question.locale ?? 'zh-Hans'
  const query = fact ? null : queryOfChoice(id, library)
  if (query) {
    const decided = decide(query, library)
    const verdict = { ...decided, offers: decided.offers.length > 0 ? decided.offers : offersFor(decided, [query], library) }
    const memory = remember(lang, [query], decided, question.memory, library)
    return { understanding: null, verdicts: [decided], answer: compose({ verdict, lang, now: question.now, memory }, library) }
  }
  const first = [...library.notices.values()][0] as Notice
  const verdict = fact
    ? answered(fact.notice, [{ kind: 'fact', fact }], 'a suggestion was chosen')
    : { ...nothing(first), offers: starters({ notice: first }, library) }
  const memory: Memory = {
    lang,
    notice: verdict.notice?.id ?? first.id,
    aspects: fact ? fact.entry.aspect.slice(0, 1) : [],
    things: fact
      ? fact.entry.about
          .map((about) => `${fact.notice.id}/${about}`)
          .filter((about) => library.things.has(about) && !library.things.get(about)?.whole)
          .slice(0, 2)
      : [],
    earlier: question.memory?.things.slice(0, MOST_EARLIER) ?? [],
    named: [],
    facts: fact ? [fact.id] : [],
    modes: [],
  }
  const offered = { ...verdict, offers: verdict.offers.length > 0 ? verdict.offers : offersFor(verdict, [], library) }
  return { understanding: null, verdicts: [verdict], answer: compose({ verdict: offered, lang, now: question.now, memory }, library) }
}

/** Small talk and foreign questions do not end a conversation: what was talked about stays. */
function remember(lang: Lang, queries: readonly Query[], verdict: Verdict, before: Memory | undefined, library: Library): Memory {
  const query = queries.findLast((q) => q.aspects.length > 0 || q.things.length > 0)
  const kept: Memory = before ? { ...before, lang } : { lang, aspects: [], things: [], earlier: [], named: [], facts: [], modes: [] }
  if (!query || verdict.status === 'help' || verdict.status === 'out_of_scope') return kept
  const named = verdict.facts.flatMap((fact) => namedBy(fact, library))
  const now = [...new Set([...query.things, ...queries.flatMap((q) => q.things)].map((thing) => thing.id))].slice(0, MOST_THINGS)
  return {
    lang,
    notice: query.notice.id,
    aspects: query.aspects.map(({ aspect }) => aspect.id),
    things: now.length > 0 ? now : query.whole ? [] : kept.things,
    earlier: (now.length > 0 ? [...kept.things, ...kept.earlier] : kept.earlier).filter((id) => !now.includes(id)).slice(0, MOST_EARLIER),
    named: [...new Set(named)].slice(0, MOST_NAMED),
    facts: verdict.facts.map((fact) => fact.id),
    modes: [...query.cues],
  }
}

/** What "the second one" may mean after a fact: the things that it names, or those that it counts. */
function namedBy({ notice, entry }: Fact, library: Library): string[] {
  if (entry.value && 'things' in entry.value) return entry.value.things.map((id) => `${notice.id}/${id}`)
  if (!entry.value || !('count' in entry.value)) return []
  return entry.about
    .filter((id) => notice.kinds.has(id))
    .flatMap((id) =>
      library
        .members(`${notice.id}/${id}`)
        .slice(0, MOST_NAMED)
        .map((thing) => thing.id),
    )
}
