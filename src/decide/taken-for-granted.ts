// "of the 18 departments, how many …?": the number that a question takes for granted is no answer to how many.
import type { Library } from '../knowledge/library.js'
import { countsIn } from '../knowledge/values.js'
import type { Query } from '../query/query.js'
import { answer } from './answer.js'
import { notStated, withNear } from './refuse.js'
import { answered, say, tell, type Verdict } from './verdict.js'

/** In its place what is said of those that are counted; that the number asked for is not stated where there is no more than the count. */
export function beyondTheCount(verdict: Verdict, query: Query, library: Library): Verdict {
  const [number, ...others] = query.numbers.filter(({ year, unit }) => !year && unit === undefined)
  const kind = number?.kind
  if (!kind || others.length > 0 || verdict.status !== 'answered' || !query.cues.has('howmany') || query.cues.has('yesno')) return verdict
  const told = verdict.facts.flatMap(({ entry }) => countsIn(entry.value))
  if (told.length === 0 || !told.every((count) => count === number.value)) return verdict
  const more = answer({ ...query, aspects: [], numbers: [], cues: new Set([...query.cues].filter((cue) => cue !== 'howmany')) }, library)
  const facts = more.status === 'answered' ? more.facts.filter((fact) => !verdict.facts.includes(fact)) : []
  if (facts.length > 0) return answered(query.notice, facts.map(tell), `of the ${kind.entry.id} that are counted`)
  const refused = notStated({ ...query, aspects: [] }, library, 'a number of those that are counted')
  return withNear({ ...refused, parts: [say('not-stated-number')] }, verdict.facts)
}
