// Why: of what was just said, or of the thing that is named.
import type { Fact, Library } from '../knowledge/library.js'
import { countsIn } from '../knowledge/values.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { notStated, withNear } from './refuse.js'
import { answered, tell, type Verdict } from './verdict.js'

export function reason(query: Query, library: Library): Verdict {
  const all = library.withAspect(query.notice.id, 'reason')
  const facts = query.things.flatMap((thing) => all.filter((fact) => library.of(thing.id).includes(fact)))
  const kinds = query.kinds.flatMap((kind) => all.filter((fact) => library.of(kind.id).includes(fact)))
  const whole =
    query.whole && query.things.length === 0
      ? all.filter((fact) => fact.entry.about.some((id) => query.notice.file.whole.includes(id)))
      : []
  const found: Fact[] = [...new Set([...facts, ...kinds, ...whole])]
  if (found.length === 0) return notStated(query, library, 'no reason is given')
  // "why do you say 16?": of a number that the source counts a reason is one only where it is said of the number.
  const counts = query.numbers.flatMap(({ value, kind }) => (kind ? library.about('count', kind.id).filter(isCount(value)) : []))
  if (counts.length > 0 && query.things.length === 0) return withNear(notStated({ ...query, things: [] }, library, 'why so many'), counts)
  return answered(query.notice, found.slice(0, TOLD.reasons).map(tell), 'the reason given')
}

function isCount(value: number): (fact: Fact) => boolean {
  return ({ entry }) => countsIn(entry.value).includes(value)
}
