// "the second one", "the other type": which of several is meant, by its place among them or beside the one that was talked about.
import type { Memory } from '../answer.js'
import { kindWithRole, type Library, type Thing } from '../knowledge/library.js'
import type { Query } from './query.js'
import { askedOf, thingsOf } from './talked-about.js'

/** Cues for the place of a thing among those that were named. */
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'] as const

export function takeOther(query: Query, memory: Memory, library: Library): Query {
  return byPlace(query, memory, library) ?? besideTheOne(query, memory, library) ?? query
}

function byPlace(query: Query, memory: Memory, library: Library): Query | null {
  const place = ORDINALS.findIndex((cue) => query.cues.has(cue))
  if (place < 0 || query.things.some((thing) => thing.role !== 'applicant')) return null
  const isMeant = (thing: Thing): Query => ({ ...askedOf(query, [...query.things, thing]), kinds: [] })
  const beside = counting(memory, library)
  if (beside.length > 0) return beside[place] ? isMeant(beside[place]) : beyond(query, beside, library)
  const named = thingsOf(memory.named, library)
  if (named.length > 1 && named.length <= place && named.every((thing) => thing.entry.kind === named[0]?.entry.kind))
    return beyond(query, named, library)
  const kept = memory.named.length > place ? memory.named : memory.things.length > 1 ? memory.things : []
  const thing = library.things.get(kept[place] ?? '') ?? tracksOf(query, library)[place]
  return thing ? isMeant(thing) : null
}

/** Of a type, a group or a person that was talked about the only one beside it. */
function besideTheOne(query: Query, memory: Memory, library: Library): Query | null {
  if (!query.cues.has('other') || query.things.length > 0) return null
  const before = thingsOf(memory.things, library).find(({ role }) => role === 'track' || role === 'group' || role === 'person')
  if (!before) return null
  const beside = library.members(`${before.notice.id}/${before.entry.kind}`).filter((thing) => !memory.things.includes(thing.id))
  // "the other one" of several people is one who is named: a group of unnamed people is no one.
  const siblings = before.role === 'person' ? beside.filter((thing) => library.about('identity', thing.id).length > 0) : beside
  if (siblings.length !== 1) return null
  return { ...query, things: siblings, aspects: query.cues.has('why') ? query.aspects : [], kinds: [], anchor: 'firm' }
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

function tracksOf(query: Query, library: Library): readonly Thing[] {
  const kind = kindWithRole('track', query.notice, library)
  return kind ? library.members(kind.id) : []
}
