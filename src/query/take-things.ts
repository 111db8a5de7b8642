// Of what a question asks that names nothing to ask it of: who leads it? are both of them from there? which type should we take?
import type { Memory } from '../answer.js'
import { firstOf } from '../first-of.js'
import type { Library, Thing } from '../knowledge/library.js'
import { UNEXPLAINED } from '../tuning.js'
import { aspectWithoutWords } from './aspect-match.js'
import { asksBy } from './cues.js'
import type { Query } from './query.js'
import { askedOf, speaksOf, talkedAbout, thingsOf } from './talked-about.js'

/** The question with what it leaves unsaid; null where it leaves nothing of the kind unsaid. */
type Rule = (query: Query, memory: Memory, library: Library) => Query | null

/** In this order. */
const RULES: readonly Rule[] = [
  ofThem,
  ofTheType,
  ofTheApplicant,
  ofThePerson,
  ofTheGroups,
  saysItAll,
  ofBoth,
  standsAlone,
  ofWhatWasTalkedAbout,
]

/** Cues that point back. */
const BACK = ['it', 'both', 'andwhat', 'other'] as const

export function takeThings(query: Query, memory: Memory, library: Library): Query {
  return firstOf(RULES, query, memory, library) ?? query
}

/** "is energy one of them?": of the groups whose members were told. */
function ofThem(query: Query, memory: Memory, library: Library): Query | null {
  const isOfItems = query.things.length > 0 && query.things.every((thing) => thing.role === 'item')
  const groups = thingsOf(memory.things, library).filter((thing) => thing.role === 'group')
  return isOfItems && groups.length > 0 && query.kinds.length === 0 && query.cues.has('among')
    ? askedOf(query, [...query.things, ...groups])
    : null
}

/** "may a city apply?": for the one type that was talked about. */
function ofTheType(query: Query, memory: Memory, library: Library): Query | null {
  const isOfApplicants = query.things.length > 0 && query.things.every((thing) => thing.role === 'applicant')
  if (!isOfApplicants || !query.aspects.some(({ aspect }) => aspect.op === 'eligibility')) return null
  const [track, ...more] = talkedAbout(memory, library, 'track')
  return track && more.length === 0 ? askedOf(query, [...query.things, track]) : null
}

/** "which type, then?": for the applicant that was talked about last. */
function ofTheApplicant(query: Query, memory: Memory, library: Library): Query | null {
  if (query.things.length > 0 || query.aspects[0]?.aspect.op !== 'kind-track') return null
  const [applicant] = talkedAbout(memory, library, 'applicant')
  return applicant ? askedOf(query, [applicant]) : null
}

/** "what does he say?" */
function ofThePerson(query: Query, memory: Memory, library: Library): Query | null {
  if (!query.cues.has('he') || query.things.some((thing) => thing.role === 'person')) return null
  const known = thingsOf([...memory.things, ...memory.earlier, ...memory.named], library)
  const person = known.find((thing) => thing.role === 'person')
  return person ? askedOf(query, [person, ...query.things]) : null
}

/** "which has the most?": of the groups that were talked about. */
function ofTheGroups(query: Query, memory: Memory, library: Library): Query | null {
  if (query.things.length + query.aspects.length > 0 || !asksBy(query, ['most', 'least'])) return null
  const groups = talkedAbout(memory, library, 'group')
  const aspects = aspectWithoutWords('membership', library)
  return groups.length > 1 && aspects.length > 0 ? { ...askedOf(query, groups), aspects, inherited: { aspects: true, things: true } } : null
}

function saysItAll(query: Query): Query | null {
  return query.things.length > 0 || query.aspects.length === 0 || query.aspects.some(({ aspect }) => aspect.op === 'help') ? query : null
}

function ofBoth(query: Query, memory: Memory, library: Library): Query | null {
  if (!query.cues.has('both')) return null
  const two = lastTwo(thingsOf([...memory.things, ...memory.earlier, ...memory.named], library))
  return two.length === 2 ? askedOf(query, two) : query
}

/** The notice or a kind is named, or nothing was talked about. */
function standsAlone(query: Query, memory: Memory, library: Library): Query | null {
  const before = thingsOf(memory.things, library)
  const back = asksBy(query, BACK)
  // "which category is it in?" names the kind that is asked for, not what it is asked of.
  const placed = back && query.aspects[0]?.aspect.op === 'category' && before.some((thing) => thing.role === 'item')
  if (!query.whole && (query.kinds.length === 0 || placed) && before.length > 0) return null
  return query.anchor === 'none' && back ? { ...query, anchor: 'firm' } : query
}

function ofWhatWasTalkedAbout(query: Query, memory: Memory, library: Library): Query | null {
  const before = thingsOf(memory.things, library)
  if (asksBy(query, BACK)) return askedOf(query, before)
  if (query.unexplained > UNEXPLAINED.unsaid) return null
  const isStated = ({ id }: Thing, aspect: string): boolean => library.about(aspect, id).length > 0
  const direct = before.some((thing) =>
    query.aspects.some(({ aspect }) => isStated(thing, aspect.id) || (aspect.bound && speaksOf(aspect.id, thing, library))),
  )
  // "may I see the list?" after a committee: of that, not of what the notice lists. "what is it called?": the thing that was talked about.
  const theirs = query.aspects.every(({ aspect }) => OF_IT.has(aspect.id)) && query.anchor === 'none' && before.every(isNoList)
  return direct || theirs ? askedOf(query, before) : null
}

/** Aspects of the notice that, in a conversation about something else and with nothing named, are asked of that. */
const OF_IT: ReadonlySet<string> = new Set(['membership', 'title'])

/** A body, a person or a topic: in no list of the notice's, nor the notice itself. */
function isNoList(thing: Thing): boolean {
  return !thing.whole && (thing.role === 'organisation' || thing.role === 'person' || thing.entry.kind === 'topic')
}

function lastTwo(things: readonly Thing[]): Thing[] {
  const [first] = things
  const alike = things.filter((thing, i) => thing.role === first?.role && things.indexOf(thing) === i)
  return alike.slice(0, 2)
}
