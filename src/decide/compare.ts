// How two things of a kind differ: the same aspects of each, side by side.
import { type Fact, kindWithRole, type Library, type Thing } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { opinion } from './opinion.js'
import { overview } from './overview.js'
import { clarifyWhat, notStated } from './refuse.js'
import { answered, type Verdict } from './verdict.js'

/** Aspects that are compared, in this order, unless the question names some. */
const COMPARED = ['scope', 'eligibility', 'membership', 'lead', 'opinion'] as const

export function compare(query: Query, library: Library): Verdict {
  if (query.things.filter((thing) => thing.role === 'person').length > 1) return opinion(query, library)
  const things = comparable(query, library)
  if (query.things.length > 0 && query.things.every((thing) => thing.role === 'applicant'))
    return notStated(query, library, 'how applicants differ')
  if (things.length < 2) return query.things.length > 0 ? overview(query, library) : clarifyWhat(query, library)
  const facts = things.flatMap((thing) => COMPARED.flatMap((aspect) => factsOf(thing, aspect, library)))
  const told = things.filter((thing) => COMPARED.some((aspect) => factsOf(thing, aspect, library).length > 0))
  if (told.length < 2 && things.every((thing) => thing.role === 'track')) return notStated(query, library, 'how types differ')
  if (facts.length === 0) return overview(query, library)
  return answered(query.notice, [{ kind: 'facts', facts: [...new Set(facts)] }], `compared ${things.map((t) => t.entry.id).join(' with ')}`)
}

function factsOf(thing: Thing, aspect: string, library: Library): readonly Fact[] {
  const about = library.about(aspect, thing.id)
  return about.length > 0 || thing.role !== 'item' ? about : library.naming(aspect, thing.id)
}

/** The things named, or, of a kind with just two, both. */
function comparable(query: Query, library: Library): readonly Thing[] {
  const alike = query.things.filter((thing) => thing.role === 'track')
  if (alike.length >= 2) return alike
  if (query.things.length >= 2 && alike.length === 0) return query.things.filter((thing) => thing.role === query.things[0]?.role)
  const kind = kindWithRole('track', query.notice, library)
  const both = kind ? library.members(kind.id) : []
  return both.length === 2 && (query.things.length === 0 || alike.length === 1) ? both : query.things
}
