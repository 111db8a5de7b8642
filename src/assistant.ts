// The whole of the core: question → understand → decide → compose → answer. Pure: the same question gets the same answer.
import type { Answer, Asked, Lang, Question } from './answer.js'
import { type ComposeInput, compose } from './compose/compose.js'
import { between, type Reading } from './decide/between.js'
import { decide } from './decide/decide.js'
import { illustrated } from './decide/illustrate.js'
import { merge } from './decide/merge.js'
import { offersFor } from './decide/offers.js'
import { once } from './decide/once.js'
import { changed, unclear } from './decide/refuse.js'
import { answered, isOfTheMoment, tell, type Verdict } from './decide/verdict.js'
import { buildLibrary, type Fact, type Library } from './knowledge/library.js'
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
  /** What `ask` would say, without a word of it. */
  judge(question: Asked): Verdict
  readonly library: Library
}

/** Builds an assistant over checked notices. Throws where there is none. `sounds` is for those who know already how the names sound. */
export function createAssistant(language: Language, notices: readonly Notice[], sounds?: SoundsOf): Assistant {
  if (notices.length === 0) throw new Error('there is no notice to answer from')
  const library = buildLibrary(language, notices, sounds)
  const judge = (question: Asked): Judged =>
    question.input.kind === 'suggestion' ? chosen(question, question.input.id, library) : spoken(question, question.input.text, library)
  const settle = (question: Asked): Settled => settled(question, judge(question), library)
  return {
    library,
    settle,
    ask: (question) => settle(question).at(question.now),
    explain: (question) => {
      const judged = judge(question)
      const { understanding, verdicts, readings } = judged
      return { understanding, verdicts, readings, answer: settled(question, judged, library).at(question.now) }
    },
    judge: (question) => judge(question).verdict,
  }
}

/** What a question comes to, before it is put into words. */
interface Judged extends Omit<Explanation, 'answer'> {
  readonly verdict: Verdict
  readonly lang: Lang
  readonly queries: readonly Query[]
  /** The fact that a suggestion stands for. */
  readonly fact?: Fact | undefined
}

function spoken(question: Asked, text: string, library: Library): Judged {
  const notices = meantNotices(text, library, question.memory, question.notice)
  if (notices.length === 0) throw new Error(`no notice is called ${question.notice}`)
  const readings = notices.map((notice) => read(question, text, notice, library))
  const { understanding, verdicts, verdict } = between(readings, question.memory, library)
  return { understanding, verdicts, readings, verdict, lang: understanding.lang, queries: understanding.queries }
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

/** The answer of a verdict, with what may be asked next. Whoever keeps what it returns keeps nothing of how it came about. */
function settled({ notice: only, memory: before }: Asked, { verdict, lang, queries, fact }: Judged, library: Library): Settled {
  const memory = fact ? rememberFact(lang, fact, before, library) : remember(lang, queries, verdict, before, library)
  const offers = verdict.offers.length > 0 ? verdict.offers : offersFor(verdict, queries, library)
  const notices = [...library.notices.values()].filter(({ id }) => only === undefined || id === only)
  return settledFrom({ verdict: { ...illustrated(verdict, library), offers }, lang, memory, notices }, library)
}

function settledFrom(input: Omit<ComposeInput, 'now'>, library: Library): Settled {
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
function chosen(question: Asked, id: string, library: Library): Judged {
  const fact = library.facts.get(id)
  const query = fact ? null : queryOfChoice(id, library)
  const verdict = fact ? answered(fact.notice, [tell(fact)], 'a suggestion was chosen') : query ? decide(query, library) : gone(id, library)
  const lang = question.lang ?? question.memory?.lang ?? question.locale ?? 'zh-Hans'
  return { understanding: null, verdicts: [verdict], readings: [], verdict, lang, queries: query ? [query] : [], fact }
}

/** The notice of what was chosen and is not there any more, or else any. */
function gone(id: string, library: Library): Verdict {
  return changed(library.notices.get(id.split('/', 1)[0] ?? '') ?? (library.notices.values().next().value as Notice), library)
}
