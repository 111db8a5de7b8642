// An aspect of things → the facts that state it; the other way round where the question names the value (what does this department lead?).
import type { Fact, KindOfThing, Library, Thing } from '../knowledge/library.js'
import { thingsIn } from '../knowledge/values.js'
import type { Aspect } from '../language/language.js'
import { echoes } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { cueWeight } from '../tuning.js'
import { isCalledByName, isSurelyMeant } from './called.js'
import { counts, isOfItems, NUMBERS } from './counts.js'
import {
  appliesToParts,
  closest,
  coversKind,
  general,
  inheritable,
  isOfAnother,
  isOfPartsOnly,
  isOfSiblings,
  isOpenList,
  narrowed,
  ofKinds,
  ofWholes,
  speaksOfAsked,
} from './narrow.js'
import { ownTopics, precisely } from './precisely.js'
import { notStated, unstatedOf } from './refuse.js'
import { isSomebody, roleOf, rolesIn } from './roles.js'
import { answered, named, type Part, say, type Verdict } from './verdict.js'
import { isYesNo } from './yes-no.js'

export function lookup(query: Query, library: Library): Verdict {
  const aspects = query.aspects.map(({ aspect }) => aspect)
  const verdicts = aspects.map((aspect) => lookupOne(query, aspect, library))
  const found = verdicts.filter((verdict) => verdict.status === 'answered')
  const first = verdicts[0] as Verdict
  if (
    query.cues.has('howmany') &&
    !query.cues.has('which') &&
    first.status === 'answered' &&
    !first.facts.some((fact) => counts(fact, query.aspects[0]?.aspect.id, library))
  )
    return {
      ...first,
      ...notStated({ ...query, aspects: [] }, library, 'asks for a number that no fact has'),
      parts: [say('not-stated-number'), { kind: 'near', facts: first.facts }],
      facts: first.facts,
    }
  // Of two aspects that a word may ask for, the one that the source states of the very thing.
  const topics = ownTopics(query)
  const direct = found.find(({ facts }) => facts.some((fact) => topics.some((thing) => fact.entry.about.includes(thing.entry.id))))
  if (first.status !== 'answered' && direct) return direct
  if (verdicts.length === 1 || found.length === 0 || first.status !== 'answered') return first
  return { ...first, parts: found.flatMap((v) => v.parts), facts: [...new Set(found.flatMap((v) => v.facts))] }
}

function lookupOne(query: Query, aspect: Aspect, library: Library): Verdict {
  const { notice } = query
  const all = library.withAspect(notice.id, aspect.id)
  if (all.length === 0) {
    const told = aspect.bound ? [] : precisely(query, ownTopics(query), library)
    if (told.length > 0) return answered(notice, told.map(toPart), 'what is said of the very thing')
    // What a department is responsible for is said where it is said to lead.
    const near = query.things
      .filter((thing) => thing.role === 'organisation')
      .flatMap((thing) => aspect.near.slice(0, 1).flatMap((id) => library.naming(id, thing.id)))
    return near.length > 0
      ? answered(notice, near.map(toPart), `${aspect.near[0]} for ${aspect.id}`)
      : notStated(query, library, `no fact of ${aspect.id}`)
  }
  const things = relevant(query.things, all, library)
  const counted = query.cues.has('howmany') ? countFacts(query, aspect, library) : []
  const without = query.cues.has('not') && things.length === 0 ? lacking(query, aspect, library) : []
  if (without.length > 0) return notStated({ ...query, things: without }, library, `those without ${aspect.id}`)
  const elsewhere = strayKinds(query)
  if (elsewhere.length > 0) return notStated(query, library, `which ${elsewhere.map((kind) => kind.entry.id).join(', ')} of it`)
  if (query.cues.has('other') && all.some(isOpenList)) return notStated(query, library, 'the rest of an open list')
  if (things.length === 0) {
    const told = precisely(query, ownTopics(query), library)
    if (told.length > 0) return answered(notice, told.map(toPart), 'what is said of the very thing')
    if (
      query.things.length > 0 &&
      (!inheritable(all) || aspect.own || isOfItems(query, aspect) || query.own.some((thing) => isSomebody(thing)))
    )
      return ofMembers(query, aspect, library)
    if (query.unknown.length > 0 && !query.cues.has('yesno') && isVague(query, all))
      return notStated({ ...query, aspects: [] }, library, 'asks who, of something that was not understood')
    if (query.unknown.length > 0 && query.cues.has('yesno') && !query.cues.has('only') && all.some((f) => isOpenList(f)))
      return { ...notStated({ ...query, aspects: [] }, library, 'asks for something unknown in an open list'), facts: [] }
    if (isOfPartsOnly(all, aspect, query)) return notStated(query, library, `${aspect.id} of a part only`)
    const facts = narrowed(ofWholes(ofKinds(general(all), query), query), query)
    const whole = [...counted, ...facts.filter((f) => !counted.includes(f))]
    const each = facts.some(({ entry }) => entry.each) && asksOfEach(query) ? all.filter((fact) => !whole.includes(fact)) : []
    return answered(
      notice,
      [...whole.map(toPart), ...(each.length > 0 ? [{ kind: 'facts' as const, facts: each }] : [])],
      `${aspect.id} in general`,
    )
  }
  const direct = things.map((thing) => ({ thing, facts: library.about(aspect.id, thing.id), naming: library.naming(aspect.id, thing.id) }))
  const subjects = direct.filter(({ facts }) => facts.length > 0)
  const values = direct.filter(({ facts, naming }) => facts.length === 0 && naming.length > 0)
  const claimed = claimedValue(things, all, library).filter((thing) => !subjects.some((subject) => subject.thing === thing))
  if (subjects.length > 0 && claimed.length > 0)
    return verify(
      query,
      aspect,
      subjects.flatMap((s) => s.facts),
      claimed,
      library,
    )
  const unstated = direct
    .filter(({ thing, facts, naming }) => facts.length + naming.length === 0 && !claimed.includes(thing))
    .map(({ thing }) => thing)
  if (subjects.length === 0 && claimed.length > 0 && unstated.length > 0) {
    const refused = notStated(
      { ...query, things: unstated },
      library,
      `${aspect.id} of ${unstated.map((t) => t.entry.id).join(', ')} is claimed and not stated`,
    )
    const theirs = [...new Set(values.flatMap(({ naming }) => naming))]
    return theirs.length === 0
      ? refused
      : { ...refused, parts: [...refused.parts.slice(0, 1), { kind: 'near', facts: theirs }], facts: theirs }
  }
  const both = ofKinds([...new Set([...subjects, ...values].flatMap(({ facts, naming }) => [...facts, ...naming]))], query)
  const hits = [...closest(both, things)]
  if (hits.length === 0) {
    const told = precisely(query, ownTopics(query), library)
    if (told.length > 0) return answered(notice, told.map(toPart), 'what is said of the very thing')
    const inherited =
      NUMBERS.has(aspect.id) || things.some((thing) => thing.role === 'organisation' || thing.role === 'participant')
        ? []
        : general(all).filter((fact) => appliesToParts(fact, library) && coversKind(fact, things) && !isOfSiblings(fact, things, library))
    if (inherited.length > 0) return answered(notice, inherited.map(toPart), `${aspect.id} of the whole`)
    if (query.cues.has('only') && query.cues.has('yesno') && inheritable(all))
      return answered(notice, [say('no'), ...general(all).map(toPart)], 'not that one alone')
    return notStated(query, library, `${aspect.id} of ${things.map((t) => t.entry.id).join(', ')} is not stated`)
  }
  if (isYesNo(query) && query.whole && subjects.length === 0 && hits.every((fact) => isOfAnother(fact, library))) {
    const refused = notStated({ ...query, things: values.map(({ thing }) => thing) }, library, 'said of another text')
    return { ...refused, parts: [...refused.parts.slice(0, 1), { kind: 'near', facts: hits }], facts: hits }
  }
  const missing = direct.filter(({ facts, naming }) => facts.length + naming.length === 0).map(({ thing }) => thing)
  // "is this person for it?": what the notice says of it is not what the person says.
  const silent = query.own.filter((thing) => thing.role === 'person' && !hits.some((fact) => library.of(thing.id).includes(fact)))
  if (silent.length > 0) {
    const refused = notStated({ ...query, things: silent, aspects: opinionOf(library) }, library, 'of a person who is not heard on it')
    return { ...refused, parts: [...refused.parts.slice(0, 1), { kind: 'near', facts: hits }], facts: hits }
  }
  const same = missing.filter(
    (thing) => thing.role !== null && things.some((other) => other !== thing && other.role === thing.role && !missing.includes(other)),
  )
  const rest: Part[] =
    same.length > 0 ? [unstatedOf(aspect, same) ?? say('also-not-stated', { things: named(same), aspect: { kind: 'aspect', aspect } })] : []
  const parts = hits.length > 1 ? [{ kind: 'facts' as const, facts: hits }] : hits.map(toPart)
  const forbidden =
    aspect.id === 'prohibition' &&
    things.some((thing) => thing.role === 'activity') &&
    // What people call it besides may be more than the source says.
    things.every((thing) => thing.role !== 'activity' || isCalledByName(thing, query)) &&
    query.unknown.every((word) => word.length < 2) &&
    query.things.every((thing) => hits.some((fact) => isOf(fact, thing))) &&
    (query.cues.has('can') || query.cues.has('yesno') || query.cues.has('consequence'))
  const yes = forbidden
    ? [say('forbidden')]
    : isYesNo(query) &&
        values.length > 0 &&
        subjects.length === 0 &&
        same.length === 0 &&
        isSurelyMeant(values, query) &&
        speaksOfAsked(hits, query)
      ? [say('yes')]
      : []
  return answered(
    notice,
    [...yes, ...counted.filter((f) => !hits.includes(f)).map(toPart), ...parts, ...rest],
    `${aspect.id} of ${things.map((t) => t.entry.id).join(', ')}`,
  )
}

/** "which ministries lead which domains?": what holds for each is told, and then one by one. */
function asksOfEach({ kinds, cues, things }: Query): boolean {
  return (
    things.length === 0 &&
    kinds.some(({ entry }) => entry.role === 'item') &&
    !cues.has('yesno') &&
    ['which', 'list', 'all', 'who'].some((cue) => cues.has(cue))
  )
}

/** Whether a fact is about a thing, or names it. */
function isOf({ entry }: Fact, { entry: { id } }: Thing): boolean {
  return entry.about.includes(id) || thingsIn(entry.value).includes(id)
}

function toPart(fact: Fact): Part {
  return { kind: 'fact', fact }
}

/** Things of a role that facts of this aspect speak of. */
function relevant(things: readonly Thing[], facts: readonly Fact[], library: Library): Thing[] {
  const { all } = rolesIn(facts, library)
  const found = things.filter((thing) => all.has(roleOf(thing)))
  // Of somebody and a text ("is this city on the shortlist?") it is asked of the first: the text only says where.
  const somebody = found.some((thing) => thing.role === 'participant')
  return somebody ? found.filter((thing) => thing.entry.kind !== 'notice') : found
}

/** Kinds of participants of which a question asks for some, beside a participant of another kind: "which schools of that city?" */
function strayKinds(query: Query): readonly KindOfThing[] {
  const participants = query.things.filter((thing) => thing.role === 'participant')
  if (participants.length === 0 || !['which', 'list', 'howmany', 'what'].some((cue) => query.cues.has(cue))) return []
  const kinds = query.kinds.filter((kind) => kind.entry.role === 'participant')
  return kinds.every((kind) => participants.every((thing) => thing.entry.kind !== kind.entry.id)) ? kinds : []
}

/** Things in the question that could be values of this aspect: with a subject beside them they are a claim to be checked. */
function claimedValue(things: readonly Thing[], facts: readonly Fact[], library: Library): Thing[] {
  const { values, subjects } = rolesIn(facts, library)
  return things.filter((thing) => values.has(roleOf(thing)) && !subjects.has(roleOf(thing)))
}

function verify(query: Query, aspect: Aspect, facts: readonly Fact[], claimed: readonly Thing[], library: Library): Verdict {
  const holds = (fact: Fact, thing: Thing): boolean =>
    fact.entry.value !== undefined && 'things' in fact.entry.value && fact.entry.value.things.includes(thing.entry.id)
  const right = claimed.filter((thing) => facts.some((fact) => holds(fact, thing)))
  const wrong = claimed.filter((thing) => !right.includes(thing))
  const others = wrong.flatMap((thing) => library.naming(aspect.id, thing.id))
  // A list that names only some denies nobody.
  if (wrong.length > 0 && facts.every(isOpenList)) {
    const refused = notStated({ ...query, things: wrong }, library, `${aspect.id} was claimed and the list is open`)
    const near = [...new Set([...facts.filter((fact) => right.some((thing) => holds(fact, thing))), ...others])]
    return near.length === 0 ? refused : { ...refused, parts: [...refused.parts.slice(0, 1), { kind: 'near', facts: near }], facts: near }
  }
  const open = ['when', 'where', 'howmany', 'howlong', 'why'].some((cue) => query.cues.has(cue))
  const head = wrong.length > 0 && !open ? [say('no')] : isYesNo(query) ? [say('yes')] : []
  const telling = right.length > 0 && facts.every(isOpenList) ? facts.filter((fact) => right.some((thing) => holds(fact, thing))) : facts
  const all = [...new Set([...telling, ...others])]
  return answered(query.notice, [...head, ...all.map(toPart)], `${aspect.id} was claimed and checked`)
}

/** "which domains have no …?": the things of the kind that is named for which the source states none. */
function lacking(query: Query, aspect: Aspect, library: Library): readonly Thing[] {
  if (query.cues.has('yesno') && !query.cues.has('which')) return []
  return query.kinds
    .filter((kind) => kind.entry.role === 'item')
    .flatMap((kind) => library.members(kind.id).filter((thing) => thing.entry.listed && library.about(aspect.id, thing.id).length === 0))
}

/** Asked of something that the aspect is not of: of a group what is stated of its members comes nearest. */
function ofMembers(query: Query, aspect: Aspect, library: Library): Verdict {
  const refused = notStated(query, library, `${aspect.id} is of other things`)
  const near = query.things.flatMap((thing) => library.members(thing.id)).flatMap((member) => library.about(aspect.id, member.id))
  return near.length === 0 ? refused : { ...refused, parts: [...refused.parts.slice(0, 1), { kind: 'near', facts: near }], facts: near }
}

function opinionOf(library: Library): Query['aspects'] {
  const aspect = library.language.aspects.get('opinion')
  return aspect ? [{ aspect, weight: 0, rule: { needs: [], weight: 0 } }] : []
}

/** "who … the notice?": nothing but the unknown word says what is asked. */
function isVague(query: Query, facts: readonly Fact[]): boolean {
  const needs = query.aspects[0]?.rule.needs ?? []
  const saying = needs.some((need) => cueWeight(need) > 0.5 && need !== 'notice' && need !== 'article' && !/^[@#]/.test(need))
  return needs.length > 0 && !saying && query.unknown.some((word) => !facts.some((fact) => echoes(word, fact)))
}

function countFacts(query: Query, aspect: Aspect, library: Library): readonly Fact[] {
  const kinds = [...query.notice.kinds.values()].filter((kind) => kind.default === aspect.id)
  return kinds.flatMap((kind) => library.about('count', `${query.notice.id}/${kind.id}`))
}
