// "apart from this one, who else?": it is asked of the others, and what is said of this one alone is no answer.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { countsIn, thingsIn } from '../knowledge/values.js'
import type { Query } from '../query/query.js'
import { notStated, withNear } from './refuse.js'
import { answered, factsOf, type Part, tell, type Verdict } from './verdict.js'

/** The question without what it excepts. */
export function ofOthers(query: Query): Query {
  const { excepted, things, own } = query
  if (excepted.length === 0) return query
  const isLeft = (thing: Thing): boolean => !excepted.includes(thing)
  return { ...query, things: things.filter(isLeft), own: own.filter(isLeft) }
}

/**
 * The verdict without the facts that speak of what is excepted alone, where others are left. A list that holds others as well tells them,
 * or says that it does not.
 */
export function apartFrom(verdict: Verdict, query: Query, library: Library): Verdict {
  const { excepted, notice, cues } = query
  const lists = excepted.length === 0 ? [] : listing(excepted, notice, library)
  const isOnlyCount = verdict.facts.every(({ entry }) => countsIn(entry.value).length > 0)
  if (lists.length > 0 && !cues.has('howmany') && (verdict.status !== 'answered' || isOnlyCount)) {
    const others = lists.flatMap(({ entry }) => thingsIn(entry.value)).filter((id) => !excepted.some(({ entry }) => entry.id === id))
    return others.length > 0
      ? answered(notice, lists.map(tell), 'the list of which some are excepted')
      : withNear(notStated({ ...query, things: [] }, library, 'the others of a list that names none'), lists)
  }
  const isOfExcepted = ({ entry }: Fact): boolean => {
    const spoken = [...entry.about, ...thingsIn(entry.value)]
    const named = spoken.filter((id) => excepted.some(({ entry: thing }) => thing.id === id))
    return named.length > 0 && thingsIn(entry.value).length < 2
  }
  if (excepted.length === 0 || !verdict.facts.some(isOfExcepted) || verdict.facts.every(isOfExcepted)) return verdict
  const parts = verdict.parts.flatMap((part) => without(part, isOfExcepted))
  return { ...verdict, parts, facts: verdict.facts.filter((fact) => !isOfExcepted(fact)) }
}

/** Facts whose value names all of these, among others or not. */
function listing(things: readonly Thing[], notice: Notice, library: Library): readonly Fact[] {
  const names = ({ entry }: Fact): boolean => things.every(({ entry: { id } }) => thingsIn(entry.value).includes(id))
  const all = [...notice.facts.keys()].flatMap((id) => library.facts.get(`${notice.id}/${id}`) ?? [])
  return all.filter((fact) => thingsIn(fact.entry.value).length > 1 && names(fact)).slice(0, 1)
}

function without(part: Part, isOfExcepted: (fact: Fact) => boolean): Part[] {
  if (part.kind === 'facts' || part.kind === 'near') return [{ ...part, facts: part.facts.filter((fact) => !isOfExcepted(fact)) }]
  return factsOf(part).some(isOfExcepted) ? [] : [part]
}
