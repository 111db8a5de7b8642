// When, how long, how long left, over yet: facts with dates, and where the clock stands against them.
import type { Fact, Library } from '../knowledge/library.js'
import { dayOf } from '../knowledge/values.js'
import type { AspectMatch } from '../query/aspect-match.js'
import { asksBy, CLOCK_CUES } from '../query/cues.js'
import type { Query } from '../query/query.js'
import { lookup } from './lookup.js'
import { nearest, notStated } from './refuse.js'
import { answered, type Part, type Verdict } from './verdict.js'

export function dates(query: Query, library: Library): Verdict {
  const verdicts = query.aspects
    .filter(({ aspect }) => aspect.op === 'date')
    .map((match) =>
      isOfWholeAlone(match, query, library)
        ? notStated({ ...query, aspects: [match] }, library, 'the end of the whole only')
        : lookup({ ...query, aspects: [stated(match, query, library)] }, library),
    )
  const answers = verdicts.filter((verdict) => verdict.status === 'answered')
  if (answers.length === 0) {
    const verdict = verdicts[0] ?? notStated(query, library, 'no date')
    const near = nearest(query, library)
    return { ...verdict, parts: [...verdict.parts, ...near.filter(isDeadline).map((fact) => clock(fact, query))] }
  }
  const facts = [...new Set(answers.flatMap((verdict) => verdict.facts))]
  return answered(
    query.notice,
    facts.flatMap((fact) => onClock(fact, query)),
    'dates',
  )
}

/** "when does the deposit end?": when the whole does is no answer. */
function isOfWholeAlone({ aspect, stands }: AspectMatch, query: Query, library: Library): boolean {
  return stands !== undefined && query.things.length > 0 && !query.things.some((thing) => library.about(aspect.id, thing.id).length > 0)
}

/** A fact, with where the clock stands against its day: always for a deadline, for another day where the clock is asked about. */
export function onClock(fact: Fact, query: Query): Part[] {
  const told: Part = { kind: 'fact', fact }
  const asked = dayOf(fact.entry.value) !== undefined && asksClock(query)
  return isDeadline(fact) || asked ? [told, clock(fact, query)] : [told]
}

/** "is it over, how long is left?": of a notice that sets no day for what it calls for the call itself is meant. */
function stated(match: AspectMatch, query: Query, library: Library): AspectMatch {
  const call = library.language.aspects.get('application-deadline')
  const open = match.aspect.id === 'completion-deadline' && library.withAspect(query.notice.id, match.aspect.id).length === 0
  return open && call && !query.cues.has('complete') ? { ...match, aspect: call } : match
}

/** Whether a fact sets a day by which something is over: against it the clock is read. */
export function isDeadline(fact: Fact): boolean {
  return dayOf(fact.entry.value) !== undefined && fact.entry.aspect.some((aspect) => aspect.endsWith('deadline'))
}

function asksClock(query: Query): boolean {
  return asksBy(query, CLOCK_CUES) || query.cues.has('batch')
}

function clock(fact: Fact, query: Query): Part {
  return { kind: 'clock', fact, asked: asksClock(query), due: isDeadline(fact) }
}
