// "how much does a doctoral student get of it?": that a rule turns the asker away comes before what is asked.
import type { Library } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { standingOf } from './rule-standing.js'
import { named, type Part, say } from './verdict.js'

/** The refusal of an applicant, for the types named beside it that its rules turn it away from; [] where there is none. */
export function shutOut(query: Query, library: Library): readonly Part[] {
  const tracks = query.things.filter((thing) => thing.role === 'track')
  const applicants = query.things.filter((thing) => thing.role === 'applicant')
  const rules = query.notice.eligibility.filter(({ track }) => tracks.some((thing) => thing.entry.id === track))
  return applicants.flatMap((applicant) => {
    const closed = rules.filter((rule) => standingOf(applicant, rule, library) === 'closed')
    const shut = tracks.filter((thing) => closed.some(({ track }) => track === thing.entry.id))
    return shut.length > 0 ? [say('eligible-closed', { applicant: named([applicant]), track: named(shut), open: named([]) })] : []
  })
}
