// An aspect of things → the facts that state it; the other way round where the question names the value (what does this department lead?).
import type { Fact, KindOfThing, Library, Thing } from '../knowledge/library.js'
import type { Aspect } from '../language/language.js'
import { asksBy } from '../query/cues.js'
import type { Query } from '../query/query.js'
import { saysHowMany } from './how-many.js'
import { ofThings } from './lookup-things.js'
import { ofWhole } from './lookup-whole.js'
import { isOpenList } from './narrow.js'
import { ofVeryThing } from './precisely.js'
import { notStated } from './refuse.js'
import { ownTopics, roleOf, rolesIn } from './roles.js'
import { answered, say, tell, type Verdict } from './verdict.js'

export function lookup(query: Query, library: Library): Verdict {
  const verdicts = query.aspects.map(({ aspect }) => lookupOne(query, aspect, library))
  const found = verdicts.filter((verdict) => verdict.status === 'answered')
  const first = verdicts[0] as Verdict
  if (asksForNumber(query) && first.status === 'answered' && !hasNumber(first, query, library))
    return {
      ...notStated({ ...query, aspects: [] }, library, 'asks for a number that no fact has'),
      parts: [say('not-stated-number'), { kind: 'near', facts: first.facts }],
      facts: first.facts,
    }
  // Of two aspects that a word may ask for, the one that the source states of the very thing.
  const topics = ownTopics(query)
  const direct = found.find(({ facts }) => facts.some((fact) => topics.some((thing) => fact.entry.about.includes(thing.entry.id))))
  if (first.status !== 'answered') return direct ?? first
  return verdicts.length === 1
    ? first
    : { ...first, parts: found.flatMap((v) => v.parts), facts: [...new Set(found.flatMap((v) => v.facts))] }
}

function asksForNumber({ cues }: Query): boolean {
  return cues.has('howmany') && !cues.has('which')
}

function hasNumber({ facts }: Verdict, { aspects }: Query, library: Library): boolean {
  return facts.some((fact) => saysHowMany(fact, aspects[0]?.aspect.id, library))
}

function lookupOne(query: Query, aspect: Aspect, library: Library): Verdict {
  const all = library.withAspect(query.notice.id, aspect.id)
  if (all.length === 0) return withoutFacts(query, aspect, library)
  const things = relevant(query.things, all, library)
  const without = query.cues.has('not') && things.length === 0 ? lacking(query, aspect, library) : []
  if (without.length > 0) return notStated({ ...query, things: without }, library, `those without ${aspect.id}`)
  const elsewhere = strayKinds(query)
  if (elsewhere.length > 0) return notStated(query, library, `which ${elsewhere.map((kind) => kind.entry.id).join(', ')} of it`)
  if (query.cues.has('other') && all.some(isOpenList)) return notStated(query, library, 'the rest of an open list')
  const counts = query.cues.has('howmany') ? countFacts(query, aspect, library) : []
  return things.length > 0 ? ofThings({ query, aspect, all, counts, library }, things) : ofWhole({ query, aspect, all, counts, library })
}

/** What is looked up. */
export interface Lookup {
  readonly query: Query
  readonly aspect: Aspect
  /** All facts of the aspect in the notice; never empty. */
  readonly all: readonly Fact[]
  /** Facts that tell how many there are of what the aspect lists, where that is asked. */
  readonly counts: readonly Fact[]
  readonly library: Library
}

/** The notice states the aspect of nothing at all. */
function withoutFacts(query: Query, aspect: Aspect, library: Library): Verdict {
  const told = aspect.bound ? null : ofVeryThing(query, library)
  if (told) return told
  // What a department is responsible for is said where it is said to lead.
  const near = query.things
    .filter((thing) => thing.role === 'organisation')
    .flatMap((thing) => aspect.near.slice(0, 1).flatMap((id) => library.naming(id, thing.id)))
  return near.length > 0
    ? answered(query.notice, near.map(tell), `${aspect.near[0]} for ${aspect.id}`)
    : notStated(query, library, `no fact of ${aspect.id}`)
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
  if (participants.length === 0 || !asksBy(query, ['which', 'list', 'howmany', 'what'])) return []
  const kinds = query.kinds.filter((kind) => kind.entry.role === 'participant')
  return kinds.every((kind) => participants.every((thing) => thing.entry.kind !== kind.entry.id)) ? kinds : []
}

/** "which domains have no …?": the things of the kind that is named for which the source states none. */
function lacking(query: Query, aspect: Aspect, library: Library): readonly Thing[] {
  if (query.cues.has('yesno') && !query.cues.has('which')) return []
  return query.kinds
    .filter((kind) => kind.entry.role === 'item')
    .flatMap((kind) => library.members(kind.id).filter((thing) => thing.entry.listed && library.about(aspect.id, thing.id).length === 0))
}

function countFacts(query: Query, aspect: Aspect, library: Library): readonly Fact[] {
  const kinds = [...query.notice.kinds.values()].filter((kind) => kind.default === aspect.id)
  return kinds.flatMap((kind) => library.about('count', `${query.notice.id}/${kind.id}`))
}
