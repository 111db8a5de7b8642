// "apart from this one, who else?": what is said of the one that is excepted is no answer; what is said of the others is.
import type { Fact, Library } from '../knowledge/library.js'
import { thingsIn } from '../knowledge/values.js'
import type { Query } from '../query/query.js'
import { notStated } from './refuse.js'
import { answered, type Verdict } from './verdict.js'

export function apartFrom(verdict: Verdict, query: Query, library: Library): Verdict {
  const asked = query.aspects[0]?.aspect
  if (query.excepted.length === 0 || verdict.status !== 'answered' || !asked || asked.op) return verdict
  const isOfExcepted = ({ entry }: Fact): boolean =>
    query.excepted.some(({ entry: { id } }) => entry.about.includes(id) || thingsIn(entry.value).includes(id))
  // A list that holds others as well tells them.
  const tellsOthers = (fact: Fact): boolean => !isOfExcepted(fact) || thingsIn(fact.entry.value).length > 1
  if (verdict.facts.some(tellsOthers)) return verdict
  const others = library.withAspect(query.notice.id, asked.id).filter((fact) => !isOfExcepted(fact))
  return others.length > 0
    ? answered(query.notice, [{ kind: 'facts', facts: others }], `${asked.id} of the others`)
    : notStated({ ...query, things: [] }, library, `${asked.id} of others`)
}
