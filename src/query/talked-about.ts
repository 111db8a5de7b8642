// What a conversation was about, as things that the notices know.
import type { Memory } from '../answer.js'
import type { Library, Thing } from '../knowledge/library.js'
import type { Role } from '../knowledge/schema.js'
import { thingsIn } from '../knowledge/values.js'
import type { Query } from './query.js'

/** The things behind the ids of a memory; those that are not there any more are left out. */
export function thingsOf(ids: readonly string[], { things }: Library): Thing[] {
  return ids.flatMap((id) => things.get(id) ?? [])
}

/** What was talked about of a role, the latest first. */
export function talkedAbout({ things, earlier }: Memory, library: Library, role: Role): Thing[] {
  return thingsOf([...things, ...earlier], library).filter((thing) => thing.role === role)
}

/** The same question about things that were talked about. */
export function askedOf(query: Query, things: readonly Thing[]): Query {
  return { ...query, things, anchor: 'firm', inherited: { ...query.inherited, things: true } }
}

/** Whether facts of an aspect are about, or name, things of the same role. */
export function speaksOf(aspect: string, thing: Thing, library: Library): boolean {
  const operation = library.language.aspects.get(aspect)?.op
  if (operation === 'eligibility') return thing.role === 'applicant' || thing.role === 'track'
  const facts = library.withAspect(thing.notice.id, aspect)
  if (facts.length === 0) return true
  return facts.some(({ notice, entry }) =>
    [...entry.about, ...thingsIn(entry.value)].some((id) => library.things.get(`${notice.id}/${id}`)?.role === thing.role),
  )
}
