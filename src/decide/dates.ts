// When, how long, how long left, over yet: facts with dates, and where the clock stands against them.
import type { Fact, Library } from '../knowledge/library.js'
import { dayOf } from '../knowledge/values.js'
import type { Query } from '../query/query.js'
import { lookup } from './lookup.js'
import { nearest, notStated } from './refuse.js'
import { answered, type Part, type Verdict } from './verdict.js'

export function dates(query: Query, library: Library): Verdict {
  const verdicts = query.aspects
    .filter(({ aspect }) => aspect.op === 'date')
    .map((match) => lookup({ ...query, aspects: [match] }, library))
  const answers = verdicts.filter((verdict) => verdict.status === 'answered')
  if (answers.length === 0) {
    const verdict = verdicts[0] ?? notStated(query, library, 'no date')
    const near = nearest(query, library)
    return { ...verdict, parts: [...verdict.parts, ...near.filter(isDeadline).map((fact) => clock(fact, query))] }
  }
  const facts = [...new Set(answers.flatMap((verdict) => verdict.facts))]
  const parts = facts.flatMap((fact): Part[] =>
    isDeadline(fact) ? [{ kind: 'fact', fact }, clock(fact, query)] : [{ kind: 'fact', fact }],
  )
  return answered(query.notice, parts, 'dates')
}

/** Whether a fact sets a day by which something is over: against it the clock is read. */
function isDeadline(fact: Fact): boolean {
  return dayOf(fact.entry.value) !== undefined && fact.entry.aspect.some((aspect) => aspect.endsWith('deadline'))
}

/** Cues by which the day itself is asked about: is it over, what is left. */
const CLOCK_CUES = ['over', 'remaining', 'lastday', 'late', 'ago', 'batch'] as const

function clock(fact: Fact, query: Query): Part {
  return { kind: 'clock', fact, asked: CLOCK_CUES.some((cue) => query.cues.has(cue)) }
}
