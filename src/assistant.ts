// The whole of the core: question → understand → decide → compose → answer. Pure: the same question gets the same answer.
import type { Answer, Asked, Lang, Memory, Question } from './answer.js'
import { type ComposeInput, compose } from './compose/compose.js'
import { between, type Reading } from './decide/between.js'
import { decide } from './decide/decide.js'
import { illustrated } from './decide/illustrate.js'
import { merge } from './decide/merge.js'
import { offersFor } from './decide/offers.js'
import { once } from './decide/once.js'
import { changed, unclear } from './decide/refuse.js'
import { answered, isOfTheMoment, tell, type Verdict } from './decide/verdict.js'
import { buildLibrary, type Library } from './knowledge/library.js'
import type { Notice } from './knowledge/notice.js'
import type { Language } from './language/language.js'
import { queryOfChoice } from './query/choice.js'
import { meantNotices } from './query/meant-notices.js'
import type { Query } from './query/query.js'
import type { SoundsOf } from './query/terms.js'
import { type Understanding, understand } from './query/understand.js'
import { remember, rememberFact } from './remember.js'

const MINUTE_MS = 60_000

export interface Explanation {
  readonly understanding: Understanding | null
  readonly verdicts: readonly Verdict[]
  /** What each of the notices that it may be meant for makes of it. */
  readonly readings: readonly Reading[]
  readonly answer: Answer
}

/** An answer but for what the clock says to it. */
export interface Settled {
  at(now: Date): Answer
}

export interface Assistant {
  /** Never throws, whatever is asked. */
  ask(question: Question): Answer
  /** All of `ask` that does not depend on the clock: for those who are asked the same again. */
  settle(question: Asked): Settled
  /** The same, with how it came about. */
  explain(question: Question): Explanation
  readonly library: Library
}

/** Builds an assistant over checked notices. Throws where there is none. `sounds` is for those who know already how the names sound. */
export function createAssistant(language: Language, notices: readonly Notice[], sounds?: SoundsOf): Assistant {
  if (notices.length === 0) throw new Error('there is no notice to answer from')
  const library = buildLibrary(language, notices, sounds)
  const work = (question: Asked): Work =>
    question.input.kind === 'suggestion' ? chosen(question, question.input.id, library) : spoken(question, question.input.text, library)
  return {
    library,
    settle: (question) => work(question).settled,
    ask: (question) => work(question).settled.at(question.now),
    explain: (question) => {
      const { settled, ...how } = work(question)
      return { ...how, answer: settled.at(question.now) }
    },
  }
}

interface Work extends Omit<Explanation, 'answer'> {
  readonly settled: Settled
}

function spoken(question: Asked, text: string, library: Library): Work {
  const notices = meantNotices(text, library, question.memory, question.notice)
  if (notices.length === 0) throw new Error(`no notice is called ${question.notice}`)
  const readings = notices.map((notice) => read(question, text, notice, library))
  const { understanding, verdicts, verdict } = between(readings, question.memory, library)
  const memory = remember(understanding.lang, understanding.queries, verdict, question.memory, library)
  return {
    understanding,
    verdicts,
    readings,
    settled: settled(question, understanding.lang, verdict, understanding.queries, memory, library),
  }
}

/** A message as one notice reads it. */
function read(question: Asked, text: string, notice: Notice, library: Library): Reading {
  const understood = understand(text, library, notice, question)
  const understanding = { ...understood, lang: question.lang ?? understood.lang }
  const verdicts = understanding.queries.map((query) => decide(query, library))
  return {
    understanding,
    verdicts,
    verdict: verdicts.length > 0 ? once(merge(understanding.queries, verdicts)) : unclear(notice, 'nothing was said'),
  }
}

/** The answer of a verdict, with what may be asked next. */
function settled(
  { notice: only }: Asked,
  lang: Lang,
  verdict: Verdict,
  queries: readonly Query[],
  memory: Memory,
  library: Library,
): Settled {
  const offers = verdict.offers.length > 0 ? verdict.offers : offersFor(verdict, queries, library)
  const notices = [...library.notices.values()].filter(({ id }) => only === undefined || id === only)
  return settle({ verdict: { ...illustrated(verdict, library), offers }, lang, memory, notices }, library)
}

/** Whoever keeps what it returns keeps nothing of how it came about. */
function settle(input: Omit<ComposeInput, 'now'>, library: Library): Settled {
  const changes = input.verdict.parts.some(isOfTheMoment)
  let latest: { readonly minute: number; readonly answer: Answer } | undefined
  return {
    at: (now) => {
      // The knowledge tells days and times of day: nothing is over, or begins, within a minute.
      const minute = changes ? Math.floor(now.getTime() / MINUTE_MS) : 0
      if (latest?.minute !== minute) latest = { minute, answer: compose({ ...input, now }, library) }
      return latest.answer
    },
  }
}

/** A suggestion is answered by its fact, or as the question that it stands for; its id outlives a restart, but not the fact's removal. */
function chosen(question: Asked, id: string, library: Library): Work {
  const fact = library.facts.get(id)
  const lang: Lang = question.lang ?? question.memory?.lang ?? question.locale ?? 'zh-Hans'
  const query = fact ? null : queryOfChoice(id, library)
  const queries = query ? [query] : []
  const verdict = fact ? answered(fact.notice, [tell(fact)], 'a suggestion was chosen') : query ? decide(query, library) : gone(id, library)
  const memory = fact ? rememberFact(lang, fact, question.memory, library) : remember(lang, queries, verdict, question.memory, library)
  return { understanding: null, verdicts: [verdict], readings: [], settled: settled(question, lang, verdict, queries, memory, library) }
}

/** The notice of what was chosen and is not there any more, or else any. */
function gone(id: string, library: Library): Verdict {
  return changed(library.notices.get(id.split('/', 1)[0] ?? '') ?? (library.notices.values().next().value as Notice), library)
}
