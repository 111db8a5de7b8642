// What is asked of a thing in the terms of its facts' values: when, how long, where, how much.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import { amountsIn, dayOf } from '../knowledge/values.js'
import { asksBy, DAY_CUES } from '../query/cues.js'
import { unechoed } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { givesNumberOf } from './how-many.js'
import { ownTopics } from './roles.js'
import { answered, tell, type Verdict } from './verdict.js'

/** Facts of these things whose values are what the question asks for; [] where it asks for none of the kind. */
export function precisely(query: Query, things: readonly Thing[], library: Library): readonly Fact[] {
  const together = ofAll(query, things, library)
  if (together.length > 0) return together.slice(0, TOLD.precise)
  const facts = things.filter((thing) => thing.role !== 'person').map((thing) => library.of(thing.id))
  const fitting = (fit: (fact: Fact) => boolean): (readonly Fact[])[] => facts.map((own) => own.filter(fit)).filter((own) => own.length > 0)
  const exact = fitting((fact) => fits(fact, query, library))
  // "how long may the text be?" is asked of what is not measured in time, too.
  const measured = exact.length > 0 || !query.cues.has('howlong') ? exact : fitting(({ entry }) => amountsIn(entry.value).length > 0)
  const found = measured.length > 0 ? measured : [...inWords(query, facts, library)]
  // What is said of all that is named, before what is said of one of them.
  const shared = found[0]?.filter((fact) => found.every((own) => own.includes(fact))) ?? []
  const all = found.length > 1 && shared.length > 0 ? shared : found.flat()
  // Of a type its money and its places, not every number in its conditions.
  const chief = things.some((thing) => thing.role === 'track') ? all.filter(({ entry }) => entry.aspect.some((id) => CHIEF.has(id))) : all
  const asked = chief.filter((fact) => query.counted.some((one) => givesNumberOf(fact, one, library)))
  return [...new Set(asked.length > 0 ? asked : chief)].slice(0, TOLD.precise)
}

/** "what share has this in that?": facts about all that is named which give a number of what is counted, be it in their text alone. */
function ofAll(query: Query, things: readonly Thing[], library: Library): readonly Fact[] {
  const [first, ...others] = things
  const measured = query.counted.filter(({ unit }) => unit !== undefined && !library.language.tallies.has(unit))
  if (!first || others.length === 0 || !things.some(({ entry }) => entry.kind === 'topic')) return []
  return library
    .of(first.id)
    .filter((fact) => others.every(({ id }) => library.of(id).includes(fact)) && measured.some((one) => givesNumberOf(fact, one, library)))
}

/** Facts without a value whose text says it: the one that tells a thing's times, those with a number of what is counted. */
function inWords(query: Query, facts: readonly (readonly Fact[])[], library: Library): readonly (readonly Fact[])[] {
  if (facts.length !== 1 || unechoed(query.unknown, facts.flat()).length > 0) return []
  const timed = query.aspects.every(({ aspect }) => aspect.op === 'date' || aspect.id === 'hours')
  const told =
    query.cues.has('when') && timed
      ? facts.flat().filter(({ entry }) => entry.aspect.some((id) => tellsTime(id, library)))
      : query.cues.has('howmany') && query.counted.length > 0
        ? facts.flat().filter((fact) => query.counted.every((one) => givesNumberOf(fact, one, library)))
        : []
  return told.length === 1 ? [told] : []
}

/** How long something takes does not tell when it is. */
function tellsTime(aspect: string, { language }: Library): boolean {
  return aspect === 'hours' || (aspect !== 'period' && language.aspects.get(aspect)?.op === 'date')
}

const CHIEF = new Set(['amount', 'quota', 'period', 'place'])

function fits({ entry: { value, aspect } }: Fact, query: Query, { language }: Library): boolean {
  const { cues, tally, counted } = query
  if (cues.has('howlong')) return aspect.includes('period') || amountsIn(value).some(({ unit }) => language.spans.has(unit))
  if (asksBy(query, DAY_CUES)) return dayOf(value) !== undefined
  if (cues.has('where')) return aspect.includes('place')
  // How many there are is no question of how long.
  const wanted = (unit: string): boolean =>
    tally && !cues.has('money') ? language.tallies.has(unit) || counted.some((one) => one.unit === unit) : !language.spans.has(unit)
  const isAmount = amountsIn(value).some(({ unit }) => wanted(unit))
  // "is there an upper limit on it?"
  if (cues.has('quota') && amountsIn(value).some(({ limit }) => limit !== undefined)) return true
  return (cues.has('howmany') || cues.has('money')) && (isAmount || (value !== undefined && 'count' in value))
}

/** What is said of the things of which a value is asked for. */
export function inItsTerms(query: Query, library: Library): Verdict | null {
  const facts = precisely(query, measuredOf(query), library)
  return facts.length > 0 ? answered(query.notice, facts.map(tell), 'what is said of it in the terms of the question') : null
}

/** What is said of a topic that the question names, in its terms, where the aspect that it asks for is not stated of it. */
export function ofVeryThing(query: Query, library: Library): Verdict | null {
  const facts = precisely(query, ownTopics(query), library)
  return facts.length > 0 ? answered(query.notice, facts.map(tell), 'what is said of the very thing') : null
}

/** Of which of the things that are named a value is asked for, where lists, conditions and numbers are. */
function measuredOf(query: Query): readonly Thing[] {
  const aspect = query.aspects[0]?.aspect
  if (aspect?.op === 'members' || aspect?.op === 'kind-track' || aspect?.op === 'eligibility') return ownTopics(query)
  if (aspect?.id === 'count') return query.things
  return aspect?.id === 'headcount' ? query.own.filter((thing) => thing.role === 'organisation') : []
}
