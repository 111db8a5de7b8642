// Of the facts of an aspect those that a question means: of the whole, of the kinds it names, in its own words; and for what they hold.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import type { Aspect } from '../language/language.js'
import { echoCount } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { roleOf } from './roles.js'

/** Of several facts the one whose words the question uses, where it clearly uses one's: not for a list of all of them. */
export function narrowed(facts: readonly Fact[], query: Query): readonly Fact[] {
  if (facts.length < 2 || query.cues.has('list') || query.cues.has('all')) return facts
  const counts = facts.map((fact) => echoCount(query.unknown, fact))
  const most = Math.max(...counts)
  const best = facts.filter((_, i) => counts[i] === most)
  return best.length === 1 && most >= 1 && counts.filter((n) => n >= most - 1).length === 1 ? best : facts
}

/** Facts about the notice as a whole or a kind of things; where there are none, all of them. */
export function general(facts: readonly Fact[]): readonly Fact[] {
  const whole = facts.filter((fact) => fact.entry.about.some((id) => fact.notice.file.whole.includes(id)))
  return (whole.length > 0 ? whole : facts).slice(0, TOLD.general)
}

/** Of facts about the whole those about the very thing that was named for it: the notice, what it calls for, the article have names of their own. */
export function ofWholes(facts: readonly Fact[], query: Query): readonly Fact[] {
  const own = facts.filter((fact) => query.wholes.some((whole) => fact.entry.about.includes(whole.entry.id)))
  return own.length > 0 ? own : facts
}

/** Of facts about kinds those about a kind that is named. */
export function ofKinds(facts: readonly Fact[], query: Query): readonly Fact[] {
  const own = facts.filter((fact) => query.kinds.some((kind) => fact.entry.about.includes(kind.entry.id)))
  return own.length > 0 ? own : facts
}

/** A fact about the whole, or a kind of things, holds for its parts; "each has its own" says nothing of one of them. */
export function appliesToParts(fact: Fact, library: Library): boolean {
  const { about, each } = fact.entry
  return !each && about.some((id) => fact.notice.file.whole.includes(id) || library.kinds.has(`${fact.notice.id}/${id}`))
}

export function inheritable(facts: readonly Fact[]): boolean {
  return facts.some((fact) => fact.entry.about.some((id) => fact.notice.file.whole.includes(id)))
}

/** Where one thing takes place does not tell where the whole is: facts about things alone, where the whole is asked about. */
export function isOfPartsOnly(facts: readonly Fact[], aspect: Aspect, query: Query): boolean {
  const isOfParts = ({ entry, notice }: Fact): boolean =>
    entry.about.every((id) => !notice.file.whole.includes(id) && !notice.kinds.has(id))
  return aspect.single && query.whole && facts.every(isOfParts)
}

/** A fact about the whole by way of others of the kind: the hours of one room are not those of the next. */
export function isOfSiblings({ entry, notice }: Fact, things: readonly Thing[], library: Library): boolean {
  return entry.about.some((id) => {
    const other = library.things.get(`${notice.id}/${id}`)
    return other?.role === 'item' && !other.whole && things.some((thing) => thing !== other && thing.entry.kind === other.entry.kind)
  })
}

export function isOpenList(fact: Fact): boolean {
  const { value } = fact.entry
  return value !== undefined && 'things' in value && !value.complete
}

/** A fact about kinds holds for things of these kinds; one about the whole for all but people, who are no part of it. */
export function coversKind(fact: Fact, things: readonly Thing[]): boolean {
  const kinds = fact.entry.about.filter((id) => fact.notice.kinds.has(id))
  return kinds.length > 0 ? things.every((thing) => kinds.includes(thing.entry.kind)) : things.every((thing) => thing.role !== 'person')
}

/** That the notice is led by one who leads a part of it is not confirmed by the part. */
export function speaksOfAsked(facts: readonly Fact[], query: Query): boolean {
  return !query.whole || facts.some((fact) => fact.entry.about.some((id) => fact.notice.file.whole.includes(id)))
}

/** A fact about another text than the one that the notice is: what that one says is not said of this one. */
export function isOfAnother({ notice, entry }: Fact, library: Library): boolean {
  return entry.about.some((id) => {
    const thing = library.things.get(`${notice.id}/${id}`)
    return thing?.entry.kind === 'notice' && !thing.whole
  })
}

/** Of facts about things of several roles (a type, an applicant) those that are about the most of them: one fact says it of both. */
export function closest(facts: readonly Fact[], things: readonly Thing[]): readonly Fact[] {
  if (new Set(things.map(roleOf)).size < 2) return facts
  const covered = (fact: Fact): number => things.filter((thing) => fact.entry.about.includes(thing.entry.id)).length
  const most = Math.max(...facts.map(covered))
  if (most > 1) return facts.filter((fact) => covered(fact) === most)
  // "must first-years have so many credits?" is asked of the credits.
  const topics = things.filter((thing) => thing.role === null)
  const ofTopics = facts.filter((fact) => topics.some((thing) => fact.entry.about.includes(thing.entry.id)))
  return ofTopics.length > 0 && things.every((thing) => thing.role === null || thing.role === 'applicant') ? ofTopics : facts
}
