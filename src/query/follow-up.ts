// What a question leaves unsaid is taken from the same message, then from the conversation: and finance? who leads it? 那么第二类呢?
import type { Memory } from '../answer.js'
import type { Library, Thing } from '../knowledge/library.js'
import { UNEXPLAINED } from '../tuning.js'
import { aspectWithoutWords, isMetByNames } from './aspect-match.js'
import { asksBy } from './cues.js'
import type { Query } from './query.js'
import { takeOther } from './take-other.js'
import { takeThings } from './take-things.js'
import { speaksOf, thingsOf } from './talked-about.js'

/** Cues that say: as before, but of this. */
const ELLIPSIS = ['andwhat', 'correction', 'other', 'also'] as const
/** Cues by which a question stands by itself, though it names no aspect. */
const OWN = ['who', 'which', 'what', 'when', 'where', 'why', 'howmany', 'howlong', 'list', 'difference', 'most', 'least', 'can'] as const

export function inherit(query: Query, context: readonly Thing[], memory: Memory | undefined, library: Library): Query {
  const withContext = fillThings(query, context)
  if (!memory || memory.aspects.length + memory.things.length === 0) return withContext
  return TAKEN.reduce((sofar, take) => take(sofar, memory, library), withContext)
}

/** What a conversation gives to a question that leaves it unsaid, one after the other. */
const TAKEN: readonly ((query: Query, memory: Memory, library: Library) => Query)[] = [takeOther, takeReason, takeAspects, takeThings]

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

/** "why not?" after "may they apply?": the rule is the reason. */
function takeReason(query: Query, memory: Memory, library: Library): Query {
  const judged = memory.aspects.includes('eligibility') || thingsOf(memory.things, library).some((thing) => thing.role === 'applicant')
  if (query.aspects[0]?.aspect.id !== 'reason' || !judged) return query
  if (query.kinds.length > 0 || query.things.some((thing) => thing.role !== 'track' && thing.role !== 'applicant')) return query
  const aspects = aspectWithoutWords('eligibility', library)
  if (aspects.length === 0) return query
  const roles = new Set(query.things.map((thing) => thing.role))
  const things = thingsOf(memory.things, library).filter((thing) => !roles.has(thing.role))
  return { ...query, aspects, things: [...query.things, ...things], anchor: 'firm', inherited: { aspects: true, things: true } }
}

/** "and finance?": what was asked before is asked of what this question names. */
function takeAspects(query: Query, memory: Memory, library: Library): Query {
  if (!saysNoAspect(query, memory, library) || query.unexplained > UNEXPLAINED.answered) return query
  const aspects = memory.aspects.flatMap((id) => aspectWithoutWords(id, library))
  if (aspects.length === 0) return query
  const partners = partnersOf(query, memory, library)
  // "and doctoral students?" after the age of undergraduates: of a topic that was talked about, what is said of it for them.
  const beside = partners.length > 0 ? partners : sharedTopics(query, memory, library)
  return {
    ...query,
    aspects,
    things: [...query.things, ...beside],
    cues: new Set([...query.cues, ...memory.modes.filter((mode) => mode === 'howmany' || mode === 'list')]),
    anchor: 'firm',
    inherited: { aspects: true, things: beside.length > 0 },
  }
}

function saysNoAspect(query: Query, memory: Memory, library: Library): boolean {
  const { things, aspects, kinds } = query
  const elliptic = asksBy(query, ELLIPSIS)
  if (things.length === 0) return elliptic && aspects.length === 0 && kinds.length === 0
  const fits = aspects.length === 0 || things.some((thing) => memory.aspects.some((id) => speaksOf(id, thing, library)))
  return fits && aspects.every((match) => isMetByNames(match)) && (elliptic || (kinds.length === 0 && !asksBy(query, OWN)))
}

/** Applicants are asked about with the type that was talked about, and the other way round. */
function partnersOf(query: Query, memory: Memory, library: Library): Thing[] {
  const has = (role: Thing['role']): boolean => query.things.some((thing) => thing.role === role)
  if (!has('applicant') && !has('track')) return []
  return thingsOf([...memory.things, ...memory.earlier], library).filter(
    ({ role }) => (role === 'track' || role === 'applicant') && !has(role),
  )
}

/** Topics named last, of which some fact speaks together with what the question names. */
function sharedTopics(query: Query, memory: Memory, library: Library): Thing[] {
  return thingsOf(memory.things, library)
    .filter((thing) => thing.entry.kind === 'topic' && !thing.whole && !query.things.includes(thing))
    .filter((topic) => library.of(topic.id).some((fact) => query.things.some((own) => library.of(own.id).includes(fact))))
}
