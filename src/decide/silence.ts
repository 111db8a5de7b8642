// What a question names and the notice does not speak of: then nothing that is said of something else answers it.
import type { Library, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { isMetByName } from '../query/aspect-match.js'
import { type Edition, isYear } from '../query/editions.js'
import type { Query } from '../query/query.js'
import { notStated } from './refuse.js'
import { ownTopics } from './roles.js'
import { named, say, type Verdict } from './verdict.js'

/** Of a topic that people ask about and the source does not speak of: `listed: false` (things.yaml). */
export function ofUnspokenTopic(query: Query, library: Library): Verdict | null {
  const isSilent = (thing: Thing): boolean => isUnspoken(thing, query, library)
  const own = query.own.filter(isSilent)
  const topics = own.length === 0 && query.own.length === 0 && query.things.every(isSilent) ? query.things : own
  if (topics.length === 0) return null
  const asked = query.aspects.filter(({ aspect, rule }) => aspect.bound && !aspect.op && !rule.needs.every(isMetByName))
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

/** Of the round of another year than the notice's own: nothing that is said of this one is said of that. */
export function ofOtherYear(query: Query, library: Library): Verdict | null {
  const own = yearsOf(query.notice)
  const dated = query.aspects[0]?.aspect.op === 'date'
  const isOther = ({ year, strict }: Edition): boolean => !own.has(year) && (strict || !dated || !library.years(query.notice.id).has(year))
  const other = own.size > 0 ? query.editions.find(isOther) : undefined
  if (!other) return null
  const verdict = notStated({ ...query, aspects: [], things: [], counted: [] }, library, 'a round of another year')
  return { ...verdict, parts: [say('not-stated-words', { words: { kind: 'words', text: other.text } })] }
}

/** The years in the names of a notice; none where they have none, and any year may be its own. */
function yearsOf({ file }: Notice): ReadonlySet<number> {
  const names = [file.title, file.short].flatMap(({ zh, en }) => [zh, en])
  return new Set(names.flatMap((name) => (name.match(/\d+/g) ?? []).filter(isYear).map(Number)))
}

/** "the admission score of this school": of a listed body, what is stated for those who apply, or not at all. */
export function ofListedBody(query: Query, library: Library): Verdict | null {
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
