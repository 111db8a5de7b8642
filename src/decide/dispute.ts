// "which paper is right?": where sources disagree, what each of them says; the program takes no side.
import type { Fact, Library } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { answered, type Verdict } from './verdict.js'

/** So many disagreements are told at most when the question does not say on what. */
const MANY = 3

/** Null where the sources agree on all that is asked about. */
export function dispute(query: Query, library: Library): Verdict | null {
  const { notice } = query
  const all = [...notice.facts.keys()].flatMap((id) => library.facts.get(`${notice.id}/${id}`) ?? []).filter(isDisputed)
  const named = [...query.things.filter((thing) => thing.role !== null), ...query.kinds].map(({ entry }) => entry.id)
  const aspects = query.aspects.map(({ aspect }) => aspect.id)
  const own = all.filter(({ entry }) => entry.about.some((id) => named.includes(id)) || entry.aspect.some((id) => aspects.includes(id)))
  const facts = own.length > 0 ? own : named.length > 0 ? [] : all
  if (facts.length === 0) return null
  return answered(
    notice,
    facts.slice(0, MANY).map((fact) => ({ kind: 'fact', fact })),
    'what the sources disagree on',
  )
}

function isDisputed({ entry: { value } }: Fact): boolean {
  return value !== undefined && 'conflict' in value
}
