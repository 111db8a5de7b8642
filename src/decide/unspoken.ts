// What people ask about and the source does not speak of: topics with `listed: false` (things.yaml).
import type { Library, Thing } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { notStated } from './refuse.js'
import { named, say, type Verdict } from './verdict.js'

/** The verdict where a question names such a topic: what is said of other things that it names answers something else. */
export function unspoken(query: Query, library: Library): Verdict | null {
  const topics = query.own.filter((thing) => isUnspoken(thing, query, library))
  if (topics.length === 0 && query.own.length === 0 && query.things.every((thing) => isUnspoken(thing, query, library)))
    topics.push(...query.things)
  if (topics.length === 0) return null
  const asked = query.aspects.filter(({ aspect, rule }) => aspect.bound && !aspect.op && rule.needs.some((need) => !/^[@#]/.test(need)))
  const verdict = notStated({ ...query, aspects: asked.slice(0, 1) }, library, 'the source does not speak of it')
  return { ...verdict, parts: [say('not-stated', { aspect: named(topics) }), ...verdict.parts.slice(1)] }
}

/** Without a fact it is never spoken of; with some (another award, which bars from this one) only in what they say. */
function isUnspoken(thing: Thing, query: Query, library: Library): boolean {
  if (thing.entry.kind !== 'topic' || thing.entry.listed) return false
  const facts = library.of(thing.id)
  if (facts.length === 0) return true
  const [first] = query.aspects
  const alone = query.things.every((other) => other === thing)
  return alone && first !== undefined && !first.aspect.op && !facts.some(({ entry }) => entry.aspect.includes(first.aspect.id))
}
