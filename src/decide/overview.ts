// A thing is named and nothing is asked of it, or it is asked what it is: the little that says most.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import { asksBy } from '../query/cues.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { eligibility } from './eligibility.js'
import { clarifyWhat, notStated } from './refuse.js'
import { answered, named, type Part, say, tell, type Verdict } from './verdict.js'

/** What a thing is told by, in this order. */
const TELLING = [
  'definition',
  'identity',
  'summary',
  'scope',
  'eligibility',
  'membership',
  'selected',
  'shortlisted',
  'lead',
  'prohibition',
  'regulation',
  'principle',
  'issuer',
  'background',
  'aim',
  'role',
  'opinion',
  'source',
  'publisher',
  'funding',
  'procedure',
  'channel',
  'application-deadline',
  'materials',
  'fee',
  'review',
  'payment',
  'obligation',
  'penalty',
  'appeal',
  'several',
  'withdrawal',
  'quota',
  'period',
  'result-date',
  'contact',
  'hours',
  'place',
] as const

export function overview(query: Query, library: Library): Verdict {
  const things = query.things.length > 0 ? query.things : wholes(query, library)
  if (things.length === 0) return clarifyWhat(query, library)
  if (things.every((thing) => thing.role === 'applicant'))
    return query.unknown.length > 0 ||
      !things.some((thing) => query.own.includes(thing)) ||
      asksBy(query, ['which', 'what', 'when', 'where', 'how', 'why', 'howmany'])
      ? notStated(query, library, 'something of an applicant that is no eligibility')
      : eligibility(query, library)
  if (query.cues.has('other') && things.every((thing) => thing.role === 'organisation'))
    return notStated(query, library, 'the others of an open list')
  const told = things.slice(0, TOLD.things).map((thing) => introduced(thing, library))
  const parts = told.flatMap(({ parts }) => parts)
  const facts = told.flatMap(({ facts }) => facts)
  if (parts.length === 0) return notStated(query, library, 'nothing is said of it')
  return answered(query.notice, unique(parts), `about ${things.map((t) => t.entry.id).join(', ')}`, facts)
}

function wholes(query: Query, library: Library): Thing[] {
  if (!query.whole) return []
  return query.notice.file.whole.flatMap((id) => library.things.get(`${query.notice.id}/${id}`) ?? []).slice(0, 1)
}

function introduced(thing: Thing, library: Library): { parts: Part[]; facts: Fact[] } {
  const group = thing.entry.part_of ? library.things.get(`${thing.notice.id}/${thing.entry.part_of}`) : undefined
  const belongs: Part[] = group ? [say('belongs', { things: named([thing]), group: named([group]) })] : []
  const facts = TELLING.flatMap((aspect) => {
    const about = library.about(aspect, thing.id)
    return about.length > 0 || group ? about : library.naming(aspect, thing.id)
  })
  const chosen = [...new Set(facts)].slice(0, thing.role === 'person' ? TOLD.ofPerson : TOLD.ofThing)
  return {
    parts: [...belongs, ...chosen.map(tell)],
    facts: group ? [...library.naming('membership', thing.id)] : [],
  }
}

function unique(parts: readonly Part[]): Part[] {
  const seen = new Set<Fact>()
  return parts.filter((part) => part.kind !== 'fact' || (!seen.has(part.fact) && seen.add(part.fact)))
}
