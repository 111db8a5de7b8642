// What is asked of a body that the notice lists ("the admission score of this school") and is stated for those who apply is not of that body.
import type { Library, Thing } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { ownTopics } from './precisely.js'
import { notStated } from './refuse.js'
import { named, say, type Verdict } from './verdict.js'

/** The verdict where a question is about a topic of a listed body, in terms in which the notice speaks of neither. */
export function ofBody(query: Query, library: Library): Verdict | null {
  const [match] = query.aspects
  const bodies = query.own.filter((thing) => thing.role === 'item' && thing.entry.listed)
  const topics = ownTopics(query)
  if (!match?.aspect.bound || match.aspect.op || bodies.length === 0 || topics.length === 0) return null
  const spoken = (thing: Thing): boolean => library.about(match.aspect.id, thing.id).length > 0
  const both = topics.some((topic) => library.of(topic.id).some((fact) => bodies.some((body) => library.of(body.id).includes(fact))))
  if (both || bodies.some(spoken) || topics.some(spoken)) return null
  const verdict = notStated({ ...query, aspects: [], things: bodies }, library, 'a topic of a body that the notice only lists')
  return { ...verdict, parts: [say('not-stated-of', { things: named(bodies), aspect: named(topics) })], facts: [] }
}
