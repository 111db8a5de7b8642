// A query → the way in which it is answered: lists and counts, eligibility, dates, opinions, or a fact looked up.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import { amountsIn, dayOf } from '../knowledge/values.js'
import { echoes } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { cueWeight } from '../tuning.js'
import { measured } from './amounts.js'
import { notListed } from './belonging.js'
import { compare } from './compare.js'
import { dates } from './dates.js'
import { dispute } from './dispute.js'
import { eligibility } from './eligibility.js'
import { map, schedule } from './illustrate.js'
import { lookup } from './lookup.js'
import { ofBody } from './of-body.js'
import { attribution, opinion } from './opinion.js'
import { otherYear } from './other-year.js'
import { overview } from './overview.js'
import { measuredOf, ownTopics, precisely } from './precisely.js'
import { reason } from './reason.js'
import { clarifyWhat, foreign, helpFor, notStated, unclear } from './refuse.js'
import { category, members } from './structure.js'
import { unasked } from './unasked.js'
import { unspoken } from './unspoken.js'
import { answered, type Verdict } from './verdict.js'

export function answer(query: Query, library: Library): Verdict {
  const { notice } = query
  const aspect = query.aspects[0]?.aspect
  const silence = unspoken(query, library) ?? otherYear(query, library)
  if (silence) return silence
  const disputed = query.numbers
    .flatMap(({ value, kind }) => library.counted(notice.id, value).filter(({ entry }) => !kind || entry.about.includes(kind.entry.id)))
    .find((fact) => isDisputed(fact, query, library))
  if (disputed) return answered(notice, [{ kind: 'fact', fact: disputed }], 'a number on which sources disagree')
  const miscounted = query.numbers
    .flatMap(({ value, kind }) => library.counted(notice.id, value).filter(({ entry }) => !kind || entry.about.includes(kind.entry.id)))
    .find((fact) => isListed(fact, query))
  const both17 =
    miscounted?.entry.value &&
    'count' in miscounted.entry.value &&
    query.numbers.some(
      (number) => miscounted.entry.value && 'count' in miscounted.entry.value && number.value === miscounted.entry.value.count,
    )
  if (miscounted && (both17 || !aspect || aspect.op === 'members' || query.kinds.length > 0))
    return answered(notice, [{ kind: 'fact', fact: miscounted }], 'a number that the source prints otherwise')
  const unlisted = query.things.filter((thing) => thing.role === 'item' && !thing.entry.listed)
  if (unlisted.length > 0 && aspect?.op === 'date' && query.anchor !== 'firm') return foreign(query)
  const others = query.things.some((thing) => thing.role === 'person' || thing.role === 'activity' || thing.entry.kind === 'topic')
  const applying = aspect?.op === 'eligibility' && !query.things.some((thing) => thing.role === 'applicant' || thing.role === 'track')
  // What is asked of a listed thing is answered for it, whatever else is named.
  const listed = query.things.filter((thing) => thing.role === 'item' && thing.entry.listed)
  if (unlisted.length > 0 && listed.length > 0 && aspect && !aspect.op)
    return answer({ ...query, things: query.things.filter((thing) => !unlisted.includes(thing)) }, library)
  if (unlisted.length > 0 && !others && (applying || !aspect?.op || aspect.op === 'members' || aspect.op === 'category')) {
    return notListed(
      query,
      unlisted,
      aspect && !aspect.op ? [] : query.things.filter((thing) => thing.role === 'item' && thing.entry.listed),
      query.things.filter((thing) => thing.role === 'group'),
      library,
    )
  }
  const dated = onNamedDay(query, library)
  if (dated) return dates(dated, library)
  const late = stillFor(query, library)
  if (late) return late
  const amounts = measured(query, library)
  if (amounts.length > 0)
    return answered(
      notice,
      amounts.map((fact) => ({ kind: 'fact', fact })),
      'amounts that a number is held against',
    )
  const told = precisely(query, measuredOf(query), library)
  if (told.length > 0)
    return answered(
      notice,
      told.map((fact) => ({ kind: 'fact', fact })),
      'what is said of it in the terms of the question',
    )
  const both = covering(query, library)
  if (both.length > 0)
    return answered(
      notice,
      both.map((fact) => ({ kind: 'fact', fact })),
      'what the source says of these together',
    )
  if (!aspect) {
    if (query.kinds.length > 0) return members(query, library)
    if (query.things.length > 0 || query.whole) return unasked(query, library)
    return unclear(query)
  }
  const theirs = ofBody(query, library)
  if (theirs) return theirs
  switch (aspect.op) {
    case 'help':
      return helpFor(query)
    case 'eligibility':
      return eligibility(query, library)
    case 'compare':
      return compare(query, library)
    case 'opinion':
      return opinion(query, library)
    case 'attribution':
      return attribution(query, library)
    case 'date':
      return undated(query, library) ? overview({ ...query, things: ownTopics(query) }, library) : dates(query, library)
    case 'dispute':
      return (
        dispute(query, library) ?? answer({ ...query, aspects: query.aspects.filter(({ aspect }) => aspect.op !== 'dispute') }, library)
      )
    case 'about':
      return query.things.length > 0 ? overview(query, library) : lookup(query, library)
    case 'category':
      return category(query, library)
    case 'members':
    case 'kind-track':
      return members(query, library)
    case 'schedule':
      return schedule(query, library)
    case 'map':
      return map(query, library)
    case undefined:
      if (aspect.id === 'reason') return reason(query, library)
      // "any requirement?" beside words that nothing explains asks for something that is not understood.
      if (
        query.aspects[0]?.rule.needs.every((need) => cueWeight(need) <= 0.5) &&
        query.aspects[0]?.rule.needs.includes('require') &&
        query.unknown.some((word) => !library.withAspect(notice.id, aspect.id).some((fact) => echoes(word, fact)))
      )
        return notStated(query, library, 'a requirement that was not understood')
      if (namesContent(query, library)) {
        const contents = ownTopics(query)
        const alien = query.unknown.some((word) => word.length > 1) && contents.length > 0 && !isEchoed(query, contents, library)
        return alien
          ? notStated(query, library, 'something of it that was not understood')
          : overview({ ...query, things: contents.length > 0 ? contents : query.things }, library)
      }
      return query.anchor === 'none' &&
        !aspect.bound &&
        query.unexplained > 0 &&
        library.withAspect(query.notice.id, aspect.id).length === 0
        ? clarifyWhat(query, library)
        : lookup(query, library)
  }
}

/** A number that some source gives and another does not is neither confirmed nor denied, where nothing else is asked. */
function isDisputed({ entry, notice }: Fact, query: Query, library: Library): boolean {
  if (!entry.value || !('conflict' in entry.value)) return false
  const asked = query.aspects[0]?.aspect
  const named = [...query.things, ...query.kinds].some(({ id }) => entry.about.some((about) => `${notice.id}/${about}` === id))
  if (!asked || asked.op === 'members' || asked.op === 'kind-track' || asked.op === 'attribution') return named || query.things.length === 0
  return entry.aspect.includes(asked.id) || (named && library.about(asked.id, query.things[0]?.id ?? '').length === 0)
}

/** "may a student still apply?": whether such an applicant may, and whether it is late. */
function stillFor(query: Query, library: Library): Verdict | null {
  const [match] = query.aspects
  const applicants = query.things.some((thing) => thing.role === 'applicant')
  const aspect = library.language.aspects.get('eligibility')
  if (match?.aspect.id !== 'application-deadline' || !match.rule.needs.includes('late') || !applicants || !aspect) return null
  if (library.withAspect(query.notice.id, match.aspect.id).length === 0) return null
  const [may, late] = [
    eligibility({ ...query, aspects: [{ aspect, weight: 1, rule: { needs: ['apply', 'can'], weight: 1 } }] }, library),
    dates({ ...query, things: [] }, library),
  ]
  return may.status === 'answered'
    ? answered(query.notice, [...may.parts, ...late.parts], 'who may, and until when', [...may.facts, ...late.facts])
    : null
}

/** Whether what is said of things uses the words that nothing explains. */
function isEchoed(query: Query, things: readonly Thing[], library: Library): boolean {
  return query.unknown.some((word) => things.some((thing) => library.of(thing.id).some((fact) => echoes(word, fact))))
}

/** "may it still be changed before the deadline?": the day only says until when, and what is asked of has none. */
function undated(query: Query, library: Library): boolean {
  const topics = ownTopics(query)
  const aspect = query.aspects[0]?.aspect.id ?? ''
  const asking = ['can', 'yesno', 'how'].some((cue) => query.cues.has(cue)) && !DAYS.some((cue) => query.cues.has(cue))
  const facts = topics.flatMap((topic) => library.of(topic.id))
  return asking && facts.length > 0 && !facts.some(({ entry }) => entry.aspect.includes(aspect) || dayOf(entry.value) !== undefined)
}

/** Cues by which a day or a length of time is what is asked for. */
const DAYS = ['when', 'over', 'remaining', 'late', 'ago', 'lastday', 'howlong', 'date'] as const

/** "may one still apply on the 3rd?": of a day it is asked whether it is in time. */
function onNamedDay(query: Query, library: Library): Query | null {
  const aspect = library.language.aspects.get('application-deadline')
  const asked = query.aspects[0]?.aspect
  const applying = asked === undefined || asked.op === 'eligibility' || asked.id === 'channel' || asked.id === 'procedure'
  if (query.days.length === 0 || !aspect || !applying || !['can', 'late', 'submit', 'yesno'].some((cue) => query.cues.has(cue))) return null
  if (query.things.some((thing) => thing.role === 'applicant') || library.withAspect(query.notice.id, aspect.id).length === 0) return null
  if (query.things.length > 0 && !query.things.some((thing) => library.about(aspect.id, thing.id).length > 0)) return null
  return { ...query, aspects: [{ aspect, weight: 1, rule: { needs: [], weight: 1 } }] }
}

function isListed(fact: Fact, query: Query): boolean {
  const { value } = fact.entry
  return (
    value !== undefined && 'count' in value && value.listed !== undefined && query.numbers.some((number) => number.value === value.listed)
  )
}

/** Two things of different kinds, one of them a topic, that one fact is about: that fact is meant, whatever else the question says. */
function covering(query: Query, library: Library): readonly Fact[] {
  const [asked] = query.aspects
  const topics = query.things.filter((thing) => thing.entry.kind === 'topic')
  // What an asker says of themselves before "may I apply?" asks for a condition, and for nothing else that is said of it.
  const aside = asked?.aspect.op === 'eligibility' && !topics.some((topic) => query.own.includes(topic)) && !query.inherited.things
  if (
    topics.length === 0 ||
    (asked?.aspect.bound && library.withAspect(query.notice.id, asked.aspect.id).length === 0) ||
    query.things.length < 2 ||
    query.aspects.some(({ aspect }) => aspect.op === 'attribution' || aspect.op === 'opinion' || aspect.id === 'reason')
  )
    return []
  const hits = new Map<Fact, number>()
  for (const thing of query.things) for (const fact of library.of(thing.id)) hits.set(fact, (hits.get(fact) ?? 0) + 1)
  const most = Math.max(0, ...hits.values())
  return most < 2
    ? []
    : [...hits]
        .filter(
          ([fact, n]) =>
            n === most &&
            (!aside || amountsIn(fact.entry.value).some(({ limit }) => limit)) &&
            topics.some((topic) => library.of(topic.id).includes(fact)),
        )
        .map(([fact]) => fact)
        .slice(0, 2)
}

/** What a text is called: told by no other fact about it. */
const TITLES: ReadonlySet<string> = new Set(['title', 'article-title'])

/** A topic or a practice names what is said of it: where the aspect has no fact about it, what the source says of it is told. */
function namesContent(query: Query, library: Library): boolean {
  const [match] = query.aspects
  const contents = query.things.filter((thing) => thing.entry.kind === 'topic' || thing.role === 'activity')
  if (!match || contents.length === 0 || TITLES.has(match.aspect.id)) return false
  if (library.withAspect(query.notice.id, match.aspect.id).length === 0) return false
  // What only comes near to what is asked (that it is forbidden, to the penalty) does not tell it.
  if (match.aspect.near.some((near) => contents.some((thing) => library.about(near, thing.id).length > 0))) return false
  // "must one have this for that?": what is asked of the one is not what is said of the other.
  const asked = match.rule.needs.includes('@topic') ? contents : query.things
  return !asked.some((thing) => library.about(match.aspect.id, thing.id).length > 0)
}
