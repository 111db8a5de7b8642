// An aspect of things that the question names: what is stated of them, or by way of the whole, or where they are named as its value.
import type { Fact, Thing } from '../knowledge/library.js'
import { thingsIn } from '../knowledge/values.js'
import { aspectWithoutWords } from '../query/aspect-match.js'
import { asksBy, isYesNo } from '../query/cues.js'
import { isCalledByName, isSurelyMeant } from './called.js'
import { NUMBERS } from './how-many.js'
import type { Lookup } from './lookup.js'
import { appliesToParts, closest, coversKind, general, inheritable, isOfAnother, isOfSiblings, ofKinds, speaksOfAsked } from './narrow.js'
import { ofVeryThing } from './precisely.js'
import { notStated, unstatedOf, withNear } from './refuse.js'
import { roleOf, rolesIn } from './roles.js'
import { answered, named, type Part, say, tell, type Verdict } from './verdict.js'
import { verify } from './verify.js'

/** A thing, with the facts of the aspect that are about it and those whose value names it. */
interface Stated {
  readonly thing: Thing
  readonly facts: readonly Fact[]
  readonly naming: readonly Fact[]
}

export function ofThings(lookup: Lookup, things: readonly Thing[]): Verdict {
  const { query, aspect, library } = lookup
  const stated = things.map((thing) => ({ thing, facts: library.about(aspect.id, thing.id), naming: library.naming(aspect.id, thing.id) }))
  const subjects = stated.filter(({ facts }) => facts.length > 0)
  const values = stated.filter(({ facts, naming }) => facts.length === 0 && naming.length > 0)
  const missing = stated.filter(({ facts, naming }) => facts.length + naming.length === 0).map(({ thing }) => thing)
  const claimed = claimedValues(lookup, things).filter((thing) => !subjects.some((subject) => subject.thing === thing))
  if (subjects.length > 0 && claimed.length > 0)
    return verify(
      lookup,
      subjects.flatMap(({ facts }) => facts),
      claimed,
    )
  const unstated = missing.filter((thing) => !claimed.includes(thing))
  if (claimed.length > 0 && unstated.length > 0) return notStatedOf(lookup, unstated, values)
  const both = [...new Set([...subjects, ...values].flatMap(({ facts, naming }) => [...facts, ...naming]))]
  const hits = closest(ofKinds(both, query), things)
  if (hits.length === 0) return byWayOfWhole(lookup, things)
  const isOnlyValue = subjects.length === 0
  if (isYesNo(query) && query.whole && isOnlyValue && hits.every((fact) => isOfAnother(fact, library)))
    return withNear(notStated({ ...query, things: values.map(({ thing }) => thing) }, library, 'said of another text'), hits)
  // "is this person for it?": what the notice says of it is not what the person says.
  const silent = query.own.filter((thing) => thing.role === 'person' && !hits.some((fact) => library.of(thing.id).includes(fact)))
  if (silent.length > 0)
    return withNear(
      notStated(
        { ...query, things: silent, aspects: aspectWithoutWords('opinion', library) },
        library,
        'of a person who is not heard on it',
      ),
      hits,
    )
  const others = missing.filter(
    (thing) => thing.role !== null && things.some((other) => other.role === thing.role && !missing.includes(other)),
  )
  const holds = isYesNo(query) && isOnlyValue && others.length === 0 && isSurelyMeant(values, query) && speaksOfAsked(hits, query)
  return answered(
    query.notice,
    [
      ...(isForbidden(lookup, things, hits) ? [say('forbidden')] : holds ? [say('yes')] : []),
      ...lookup.counts.filter((fact) => !hits.includes(fact)).map(tell),
      ...(hits.length > 1 ? [{ kind: 'facts' as const, facts: hits }] : hits.map(tell)),
      ...alsoNotStated(lookup, others),
    ],
    `${aspect.id} of ${idsOf(things)}`,
  )
}

/** Things in the question that could be values of this aspect: with a subject beside them they are a claim to be checked. */
function claimedValues({ all, library }: Lookup, things: readonly Thing[]): Thing[] {
  const { values, subjects } = rolesIn(all, library)
  return things.filter((thing) => values.has(roleOf(thing)) && !subjects.has(roleOf(thing)))
}

/** A value is claimed of things of which none is stated; whose it is comes nearest. */
function notStatedOf({ query, aspect, library }: Lookup, things: readonly Thing[], values: readonly Stated[]): Verdict {
  const refused = notStated({ ...query, things }, library, `${aspect.id} of ${idsOf(things)} is claimed and not stated`)
  const theirs = [...new Set(values.flatMap(({ naming }) => naming))]
  return theirs.length === 0 ? refused : withNear(refused, theirs)
}

/** Nothing is stated of the things themselves: what is said of the whole may hold for them. */
function byWayOfWhole({ query, aspect, all, library }: Lookup, things: readonly Thing[]): Verdict {
  const told = ofVeryThing(query, library)
  if (told) return told
  const isTheirOwn = NUMBERS.has(aspect.id) || things.some(({ role }) => role === 'organisation' || role === 'participant')
  const holds = (fact: Fact): boolean => appliesToParts(fact, library) && coversKind(fact, things) && !isOfSiblings(fact, things, library)
  const inherited = isTheirOwn ? [] : general(all).filter(holds)
  if (inherited.length > 0) return answered(query.notice, inherited.map(tell), `${aspect.id} of the whole`)
  if (query.cues.has('only') && query.cues.has('yesno') && inheritable(all))
    return answered(query.notice, [say('no'), ...general(all).map(tell)], 'not that one alone')
  return notStated(query, library, `${aspect.id} of ${idsOf(things)} is not stated`)
}

/** Whether it is asked of a practice by its name whether one may: what people call it besides may be more than the source forbids. */
function isForbidden({ query, aspect }: Lookup, things: readonly Thing[], hits: readonly Fact[]): boolean {
  const activities = things.filter((thing) => thing.role === 'activity')
  const isNamed = activities.length > 0 && activities.every((thing) => isCalledByName(thing, query))
  // Of what else is named, or was not understood, nothing is forbidden.
  const isAll = query.things.every((thing) => hits.some((fact) => isOf(fact, thing))) && query.unknown.every((word) => word.length < 2)
  return aspect.id === 'prohibition' && isNamed && isAll && asksBy(query, ['can', 'yesno', 'consequence'])
}

function isOf({ entry }: Fact, { entry: { id } }: Thing): boolean {
  return entry.about.includes(id) || thingsIn(entry.value).includes(id)
}

function alsoNotStated({ aspect }: Lookup, things: readonly Thing[]): Part[] {
  if (things.length === 0) return []
  return [unstatedOf(aspect, things) ?? say('also-not-stated', { things: named(things), aspect: { kind: 'aspect', aspect } })]
}

function idsOf(things: readonly Thing[]): string {
  return things.map(({ entry }) => entry.id).join(', ')
}
