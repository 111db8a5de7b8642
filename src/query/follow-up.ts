// What a question leaves unsaid is taken from the same message, then from the conversation: and finance? who leads it? 那么第二类呢?
import type { Memory } from '../answer.js'
import { kindWithRole, type Library, type Thing } from '../knowledge/library.js'
import { aspectWithoutWords, isMetByNames, withoutWords } from './aspect-match.js'
import { asksBy } from './cues.js'
import type { Query } from './query.js'

/** Cues that say: as before, but of this. */
const ELLIPSIS = ['andwhat', 'correction', 'other', 'also'] as const
/** Cues that point back. */
const BACK = ['it', 'both', 'andwhat', 'other'] as const
/** Cues by which a question stands by itself, though it names no aspect. */
const OWN = ['who', 'which', 'what', 'when', 'where', 'why', 'howmany', 'howlong', 'list', 'difference', 'most', 'least', 'can'] as const

/** Cues for the place of a thing among those that were named. */
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'] as const

export function inherit(query: Query, context: readonly Thing[], memory: Memory | undefined, library: Library): Query {
  const withContext = fillThings(query, context)
  if (!memory || memory.aspects.length + memory.things.length === 0) return withContext
  const pointed = takeOther(withContext, memory, library)
  return takeThings(takeAspects(takeReason(pointed, memory, library), memory, library), memory, library)
}

/** Things of earlier clauses count where this clause names none of the same role. */
function fillThings(query: Query, context: readonly Thing[]): Query {
  const roles = new Set(query.things.map((thing) => thing.role))
  // "…" is that the notice's own sentence? The saying may stand in a clause of its own.
  const quoting = query.aspects.some(({ aspect }) => aspect.op === 'attribution' || aspect.op === 'opinion')
  // "my average is 83, may I apply?": what the earlier clause names is the condition that is meant.
  const measured = query.aspects.some(({ aspect }) => aspect.op === 'eligibility') && query.things.every((thing) => thing.role !== null)
  const extra = context.filter((thing) => (thing.role !== null || quoting || measured) && !roles.has(thing.role))
  if (extra.length === 0) return query
  return { ...query, things: [...query.things, ...extra], anchor: query.anchor === 'none' ? 'loose' : query.anchor }
}

/** "the other type": what stands beside the thing that was talked about. */
export function takeOther(query: Query, memory: Memory, library: Library): Query {
  const ordinal = ORDINALS.findIndex((cue) => query.cues.has(cue))
  const apart = query.things.every((thing) => thing.role === 'applicant')
  if (ordinal >= 0 && apart) {
    const beside = counting(memory, library)
    if (beside.length > 0) {
      const next = beside[ordinal]
      return next
        ? { ...query, things: [...query.things, next], kinds: [], anchor: 'firm', inherited: { ...query.inherited, things: true } }
        : beyond(query, beside, library)
    }
    const kept = memory.named.length > ordinal ? memory.named : memory.things.length > 1 ? memory.things : []
    const counted = memory.named.flatMap((id) => library.things.get(id) ?? [])
    if (counted.length > 1 && counted.length <= ordinal && counted.every((thing) => thing.entry.kind === counted[0]?.entry.kind))
      return beyond(query, counted, library)
    const thing = library.things.get(kept[ordinal] ?? '') ?? tracksOf(query, library)[ordinal]
    if (thing)
      return { ...query, things: [...query.things, thing], kinds: [], anchor: 'firm', inherited: { ...query.inherited, things: true } }
  }
  if (!query.cues.has('other') || query.things.length > 0) return query
  const before = memory.things
    .map((id) => library.things.get(id))
    .find((thing) => thing?.role === 'track' || thing?.role === 'group' || thing?.role === 'person')
  if (!before) return query
  const beside = library.members(`${before.notice.id}/${before.entry.kind}`).filter((thing) => !memory.things.includes(thing.id))
  // "the other one" of several people is one who is named: a group of unnamed people is no one.
  const siblings = before.role === 'person' ? beside.filter((thing) => library.about('identity', thing.id).length > 0) : beside
  return siblings.length === 1
    ? { ...query, things: siblings, aspects: query.cues.has('why') ? query.aspects : [], kinds: [], anchor: 'firm' }
    : query
}

/** "the fifth" of four: how many there are is what there is to say. */
function beyond(query: Query, counted: readonly Thing[], library: Library): Query {
  const [first] = counted as [Thing]
  const group = first.entry.part_of ? library.things.get(`${first.notice.id}/${first.entry.part_of}`) : undefined
  const kind = library.kinds.get(`${first.notice.id}/${first.entry.kind}`)
  if (group) return { ...query, things: [...query.things, group], kinds: [], anchor: 'firm' }
  return kind ? { ...query, kinds: [kind], cues: new Set([...query.cues, 'howmany']), anchor: 'firm' } : query
}

/** A count that has begun goes on: after "the second" the fourth stands beside the second, whatever the answer named since. */
function counting(memory: Memory, library: Library): readonly Thing[] {
  const [only] = memory.things.length === 1 ? memory.things : []
  const thing = only && ORDINALS.some((cue) => memory.modes.includes(cue)) ? library.things.get(only) : undefined
  if (!thing) return []
  const alike = library.members(`${thing.notice.id}/${thing.entry.kind}`)
  return alike.filter((other) => other.entry.listed && other.entry.part_of === thing.entry.part_of)
}

function takeAspects(query: Query, memory: Memory, library: Library): Query {
  const elliptic = asksBy(query, ELLIPSIS)
  const bare = query.things.length > 0 && !asksBy(query, OWN) && query.kinds.length === 0
  const fits = query.aspects.length === 0 || query.things.some((thing) => memory.aspects.some((id) => speaksOf(id, thing, library)))
  const weak = fits && query.aspects.every(isMetByNames)
  const empty = query.things.length === 0 && query.aspects.length === 0 && query.kinds.length === 0 && elliptic
  if ((query.things.length === 0 && !empty) || !weak || !(elliptic || bare) || query.unexplained > 0.34) return query
  const aspects = memory.aspects.flatMap((id) => aspectWithoutWords(id, library))
  if (aspects.length === 0) return query
  // Applicants are asked about with the type that was talked about, and the other way round.
  const partners =
    query.things.some((t) => t.role === 'applicant') || query.things.some((t) => t.role === 'track')
      ? talkedAbout(memory)
          .flatMap((id) => library.things.get(id) ?? [])
          .filter((t) => (t.role === 'track' || t.role === 'applicant') && !query.things.some((own) => own.role === t.role))
      : []
  // "and doctoral students?" after the age of undergraduates: of a topic that was talked about, what is said of it for them.
  const topics = partners.length > 0 ? [] : sharedTopics(query, memory, library)
  if (topics.length > 0) partners.push(...topics)
  return {
    ...query,
    aspects,
    things: [...query.things, ...partners],
    cues: new Set([...query.cues, ...memory.modes.filter((mode) => mode === 'howmany' || mode === 'list')]),
    anchor: 'firm',
    inherited: { aspects: true, things: partners.length > 0 },
  }
}

/** Topics named last, of which some fact speaks together with what the question names. */
function sharedTopics(query: Query, memory: Memory, library: Library): Thing[] {
  return memory.things
    .flatMap((id) => library.things.get(id) ?? [])
    .filter((thing) => thing.entry.kind === 'topic' && !thing.whole && !query.things.includes(thing))
    .filter((topic) => library.of(topic.id).some((fact) => query.things.some((own) => library.of(own.id).includes(fact))))
}

/** "why not?" after "may they apply?": the rule is the reason. */
function takeReason(query: Query, memory: Memory, library: Library): Query {
  const [only] = query.aspects
  const eligibility = library.language.aspects.get('eligibility')
  const judged = memory.aspects.includes('eligibility') || memory.things.some((id) => library.things.get(id)?.role === 'applicant')
  if (only?.aspect.id !== 'reason' || !eligibility || !judged) return query
  if (query.kinds.length > 0 || query.things.some((thing) => thing.role !== 'track' && thing.role !== 'applicant')) return query
  const roles = new Set(query.things.map((thing) => thing.role))
  const things = memory.things.flatMap((id) => library.things.get(id) ?? []).filter((thing) => !roles.has(thing.role))
  return {
    ...query,
    aspects: [withoutWords(eligibility)],
    things: [...query.things, ...things],
    anchor: 'firm',
    inherited: { aspects: true, things: true },
  }
}

function takeThings(query: Query, memory: Memory, library: Library): Query {
  if (
    query.things.every((thing) => thing.role === 'applicant') &&
    query.things.length > 0 &&
    query.aspects.some(({ aspect }) => aspect.op === 'eligibility')
  ) {
    const tracks = talkedAbout(memory)
      .flatMap((id) => library.things.get(id) ?? [])
      .filter((thing) => thing.role === 'track')
    const [track] = tracks
    if (track && tracks.length === 1)
      return { ...query, things: [...query.things, track], anchor: 'firm', inherited: { ...query.inherited, things: true } }
  }
  if (query.things.length === 0 && query.aspects[0]?.aspect.op === 'kind-track') {
    const applicants = talkedAbout(memory)
      .flatMap((id) => library.things.get(id) ?? [])
      .filter((thing) => thing.role === 'applicant')
    if (applicants.length > 0)
      return { ...query, things: applicants.slice(0, 1), anchor: 'firm', inherited: { ...query.inherited, things: true } }
  }
  if (query.cues.has('he') && !query.things.some((thing) => thing.role === 'person')) {
    const person = [...memory.things, ...memory.earlier, ...memory.named]
      .flatMap((id) => library.things.get(id) ?? [])
      .find((thing) => thing.role === 'person')
    if (person) return { ...query, things: [person, ...query.things], anchor: 'firm', inherited: { ...query.inherited, things: true } }
  }
  if (query.things.length === 0 && query.aspects.length === 0 && (query.cues.has('most') || query.cues.has('least'))) {
    const groups = talkedAbout(memory)
      .flatMap((id) => library.things.get(id) ?? [])
      .filter((thing) => thing.role === 'group')
    const aspect = library.language.aspects.get('membership')
    if (groups.length > 1 && aspect)
      return {
        ...query,
        things: groups,
        aspects: [withoutWords(aspect)],
        anchor: 'firm',
        inherited: { aspects: true, things: true },
      }
  }
  if (query.things.length > 0 || query.aspects.length === 0 || query.aspects.some(({ aspect }) => aspect.op === 'help')) return query
  const before = memory.things.flatMap((id) => library.things.get(id) ?? [])
  const earlier = memory.earlier.flatMap((id) => library.things.get(id) ?? [])
  const named = memory.named.flatMap((id) => library.things.get(id) ?? [])
  const back = asksBy(query, BACK)
  if (query.cues.has('both')) {
    const two = lastTwo([...before, ...earlier, ...named])
    return two.length === 2 ? { ...query, things: two, anchor: 'firm', inherited: { ...query.inherited, things: true } } : query
  }
  // "which category is it in?" names the kind that is asked for, not what it is asked of.
  const placed = back && query.aspects[0]?.aspect.op === 'category' && before.some((thing) => thing.role === 'item')
  if (query.whole || (query.kinds.length > 0 && !placed) || before.length === 0)
    return query.anchor === 'none' && back ? { ...query, anchor: 'firm' } : query
  if (query.unexplained > 0.2 && !back) return query
  const direct = before.some((thing) =>
    query.aspects.some(
      ({ aspect }) => library.about(aspect.id, thing.id).length > 0 || (aspect.bound && speaksOf(aspect.id, thing, library)),
    ),
  )
  // "may I see the list?" after a committee: of that, not of what the notice lists. "what is it called?": the thing that was talked about.
  const theirs = query.aspects.every(({ aspect }) => OF_IT.has(aspect.id)) && query.anchor === 'none' && before.every(isNoList)
  if (!back && !direct && !theirs) return query
  return { ...query, things: before, anchor: 'firm', inherited: { ...query.inherited, things: true } }
}

/** Aspects of the notice that, in a conversation about something else and with nothing named, are asked of that. */
const OF_IT: ReadonlySet<string> = new Set(['membership', 'title'])

/** A body, a person or a topic: in no list of the notice's, nor the notice itself. */
function isNoList(thing: Thing): boolean {
  return !thing.whole && (thing.role === 'organisation' || thing.role === 'person' || thing.entry.kind === 'topic')
}

/** The latest first. */
function talkedAbout(memory: Memory): readonly string[] {
  return [...memory.things, ...memory.earlier]
}

function lastTwo(things: readonly Thing[]): Thing[] {
  const [first] = things
  const alike = things.filter((thing, i) => thing.role === first?.role && things.indexOf(thing) === i)
  return alike.slice(0, 2)
}

function tracksOf(query: Query, library: Library): readonly Thing[] {
  const kind = kindWithRole('track', query.notice, library)
  return kind ? library.members(kind.id) : []
}

/** Whether facts of an aspect are about, or name, things of the same role. */
function speaksOf(aspect: string, thing: Thing, library: Library): boolean {
  const operation = library.language.aspects.get(aspect)?.op
  if (operation === 'eligibility') return thing.role === 'applicant' || thing.role === 'track'
  const facts = library.withAspect(thing.notice.id, aspect)
  if (facts.length === 0) return true
  return facts.some(({ notice, entry }) =>
    [...entry.about, ...(entry.value && 'things' in entry.value ? entry.value.things : [])].some(
      (id) => library.things.get(`${notice.id}/${id}`)?.role === thing.role,
    ),
  )
}
