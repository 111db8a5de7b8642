// Lists: of the things of a kind, of the members of groups, or that something is in none of them.
import { type Fact, type KindOfThing, kindWithRole, type Library, type Thing } from '../knowledge/library.js'
import { aspectWithoutWords } from '../query/aspect-match.js'
import type { Query } from '../query/query.js'
import { eligibility } from './eligibility.js'
import { lookup } from './lookup.js'
import { overview } from './overview.js'
import { notStated } from './refuse.js'
import { answered, say, tell, type Verdict } from './verdict.js'

/** What a question about a list names. */
export interface Listing {
  readonly query: Query
  readonly library: Library
  readonly items: readonly Thing[]
  readonly groups: readonly Thing[]
  /** Each once. */
  readonly kinds: readonly KindOfThing[]
}

/** A way of answering; null where it has nothing to say. */
export type ListRule = (listing: Listing) => Verdict | null

/** Of things that the notice lists: the fields, and the groups of them. */
export function isOfList({ entry: { role } }: KindOfThing): boolean {
  return role === 'item' || role === 'group'
}

export function operationOf(query: Query): string | undefined {
  return query.aspects[0]?.aspect.op
}

export function ofKind(query: Query, kind: KindOfThing, library: Library): Verdict {
  const count = library.about('count', kind.id)
  const names = library.about('membership', kind.id)
  if ((query.cues.has('howmany') && !query.cues.has('list')) || isEitherOr(query)) {
    if (count.length > 0) return answered(query.notice, count.map(tell), `number of ${kind.entry.id}`)
  }
  if (kind.entry.role === 'applicant') return eligibility(query, library)
  const usual = byDefault(query, kind, library)
  if (usual) return usual
  if (names.length > 0) return answered(query.notice, names.map(tell), `names of ${kind.entry.id}`)
  const types = kind.entry.role === 'track' ? library.about('types', kind.id) : []
  if (types.length > 0) return answered(query.notice, types.map(tell), `types of ${kind.entry.id}`)
  const grouped = groupsOf(kind, library)
  if (grouped.length > 0) return answered(query.notice, [...count.map(tell), { kind: 'facts', facts: grouped }], `all of ${kind.entry.id}`)
  const activity = library.withAspect(query.notice.id, 'prohibition')
  if (kind.entry.role === 'activity' && activity.length > 0) return answered(query.notice, activity.map(tell), 'all activities')
  return notStated(query, library, `no list of ${kind.entry.id}`)
}

/** What is meant by a kind that is named and nothing asked of it: of the departments, who issued the notice. */
export function byDefault(query: Query, kind: KindOfThing, library: Library): Verdict | null {
  const aspects = kind.entry.default === 'membership' ? [] : aspectWithoutWords(kind.entry.default ?? '', library)
  return aspects.length > 0 ? lookup({ ...query, aspects }, library) : null
}

/** "16 or 17?": numbers without a kind after them, beside the kind that is counted. */
function isEitherOr(query: Query): boolean {
  return query.numbers.filter((number) => !number.year).length > 1
}

/** The facts that list a kind's things group by group. */
function groupsOf(kind: KindOfThing, library: Library): Fact[] {
  const groups = new Set(
    library.members(kind.id).flatMap((thing) => (thing.entry.part_of ? [`${thing.notice.id}/${thing.entry.part_of}`] : [])),
  )
  return [...groups].flatMap((group) => library.about('membership', group))
}

/** Something that the question names is in none of the lists. */
export function absent(query: Query, library: Library): Verdict {
  const kind = kindWithRole('item', query.notice, library)
  if (!kind) return notStated(query, library, 'no list')
  const facts = [...library.about('count', kind.id)]
  return {
    ...answered(
      query.notice,
      [say('absent', { words: { kind: 'words', text: query.unknown.join(' ') }, kind: { kind: 'kind', of: kind } })],
      'not in the list',
      facts,
    ),
    status: 'not_stated',
  }
}

export function membersOf(query: Query, groups: readonly Thing[], library: Library): Verdict {
  const facts = groups.flatMap((group) => library.about('membership', group.id))
  if (facts.length === 0) return overview(query, library)
  return answered(query.notice, facts.map(tell), `members of ${groups.map((g) => g.entry.id).join(', ')}`)
}
