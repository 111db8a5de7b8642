// Where sources disagree, or one with itself: what each of them says; the program takes no side.
import type { Fact, Library } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { answered, tell, type Verdict } from './verdict.js'

/** "which paper is right?" Null where the sources agree on all that is asked about. */
export function dispute(query: Query, library: Library): Verdict | null {
  const { notice } = query
  const all = [...notice.facts.keys()].flatMap((id) => library.facts.get(`${notice.id}/${id}`) ?? []).filter(isDisputed)
  const named = [...query.things.filter((thing) => thing.role !== null), ...query.kinds].map(({ entry }) => entry.id)
  const aspects = query.aspects.map(({ aspect }) => aspect.id)
  const own = all.filter(({ entry }) => entry.about.some((id) => named.includes(id)) || entry.aspect.some((id) => aspects.includes(id)))
  const facts = own.length > 0 ? own : named.length > 0 ? [] : all
  if (facts.length === 0) return null
  return answered(notice, facts.slice(0, TOLD.disputes).map(tell), 'what the sources disagree on')
}

/** A number that some source gives and another does not is neither confirmed nor denied, where nothing else is asked. */
export function disputedNumber(query: Query, library: Library): Verdict | null {
  const { notice } = query
  const fact = countedIn(query, library).find((counted) => isDisputed(counted) && asksOf(counted, query, library))
  return fact ? answered(notice, [tell(fact)], 'a number on which sources disagree') : null
}

/** Facts that count as many as the question says, of the kind of which it says so. */
function countedIn({ notice, numbers }: Query, library: Library): readonly Fact[] {
  return numbers.flatMap(({ value, kind }) =>
    library.counted(notice.id, value).filter(({ entry }) => !kind || entry.about.includes(kind.entry.id)),
  )
}

function isDisputed({ entry: { value } }: Fact): boolean {
  return value !== undefined && 'conflict' in value
}

/** Whether it is the fact's number that is asked about. */
function asksOf({ entry, notice }: Fact, query: Query, library: Library): boolean {
  const asked = query.aspects[0]?.aspect
  const named = [...query.things, ...query.kinds].some(({ id }) => entry.about.some((about) => `${notice.id}/${about}` === id))
  if (!asked || asked.op === 'members' || asked.op === 'kind-track' || asked.op === 'attribution') return named || query.things.length === 0
  return entry.aspect.includes(asked.id) || (named && library.about(asked.id, query.things[0]?.id ?? '').length === 0)
}

/** A number that a source prints, and another that its own list comes to: the fact tells both. */
export function misprint(query: Query, library: Library): Verdict | null {
  const { notice, numbers, kinds, aspects } = query
  const says = (value: number): boolean => numbers.some((number) => number.value === value)
  const printed = (fact: Fact): number | null => {
    const { value } = fact.entry
    return value && 'count' in value && value.listed !== undefined && says(value.listed) ? value.count : null
  }
  const fact = countedIn(query, library).find((counted) => printed(counted) !== null)
  if (!fact) return null
  const asked = aspects[0]?.aspect
  const counts = asked === undefined || asked.op === 'members' || kinds.length > 0 || says(printed(fact) as number)
  return counts ? answered(notice, [tell(fact)], 'a number that the source prints otherwise') : null
}
