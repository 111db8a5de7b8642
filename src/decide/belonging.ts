// Where a thing belongs: in which group, on which list, or on none.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { isCalledByName } from './called.js'
import { overview } from './overview.js'
import { foreign } from './refuse.js'
import { answered, named, type Part, say, tell, type Verdict } from './verdict.js'

export function belonging(query: Query, items: readonly Thing[], claimed: readonly Thing[], library: Library): Verdict {
  const parts: Part[] = []
  const facts: Fact[] = []
  for (const item of items) {
    const group = item.entry.part_of ? library.things.get(`${item.notice.id}/${item.entry.part_of}`) : undefined
    const lists = library.naming('membership', item.id)
    facts.push(...lists)
    if (!group) {
      // Of a kind that is in no groups there is only its list.
      if (lists.length > 0 && item.entry.listed)
        parts.push(
          ...((query.cues.has('yesno') && !query.cues.has('what')) || query.cues.has('among')
            ? [say('listed-yes', { things: named([item]) })]
            : []),
          ...lists.map(tell),
        )
      continue
    }
    const wrong = claimed.filter((thing) => thing !== group)
    // "are electronic invoices on it?": the domain that they come nearest to is, which is no yes to them.
    const meant = !query.loosely.has(item.id) || isCalledByName(item, query)
    const yes = meant && (query.cues.has('among') || (items.length === 1 && query.cues.has('yesno')))
    const key =
      claimed.length > 0
        ? wrong.length > 0 && !claimed.includes(group)
          ? 'belongs-no'
          : 'belongs-yes'
        : yes && !query.cues.has('category') && !query.cues.has('which')
          ? 'belongs-yes'
          : 'belongs'
    parts.push(say(key, { things: named([item]), group: named([group]) }))
  }
  if (parts.length === 0) return overview(query, library)
  return answered(query.notice, parts, 'where it belongs', facts)
}

/** What is asked of somebody or something who is taken for one of a list and is not on it. */
export function ofUnlisted(query: Query, library: Library): Verdict | null {
  const items = query.things.filter((thing) => thing.role === 'item')
  const asked = query.aspects[0]?.aspect
  if (items.every((thing) => thing.entry.listed)) return null
  if (asked?.op === 'date' && query.anchor !== 'firm') return foreign(query)
  const isOfOthers = query.things.some(({ role, entry }) => role === 'person' || role === 'activity' || entry.kind === 'topic')
  const isOfApplicants = asked?.op === 'eligibility' && query.things.some(({ role }) => role === 'applicant' || role === 'track')
  const isOfLists = !asked?.op || ['eligibility', 'members', 'category'].includes(asked.op)
  if (isOfOthers || isOfApplicants || !isOfLists) return null
  return amongUnlisted(
    query,
    items,
    query.things.filter((thing) => thing.role === 'group'),
    library,
  )
}

/** Something of what is asked about is in none of the lists; what is listed is told beside it. */
export function amongUnlisted(query: Query, items: readonly Thing[], groups: readonly Thing[], library: Library): Verdict | null {
  const [listed, unlisted] = [items.filter((item) => item.entry.listed), items.filter((item) => !item.entry.listed)]
  return unlisted.length > 0 ? notListed(query, unlisted, listed, groups, library) : null
}

/** Taken for a member, but not listed: said plainly, with what is listed beside it. */
function notListed(
  query: Query,
  unlisted: readonly Thing[],
  listed: readonly Thing[],
  groups: readonly Thing[],
  library: Library,
): Verdict {
  const kind = library.kinds.get(`${query.notice.id}/${unlisted[0]?.entry.kind}`)
  const facts = kind ? [...library.about('count', kind.id)] : []
  const parts: Part[] = kind
    ? [
        say('not-listed', {
          words: { kind: 'words', text: unlisted.map((thing) => query.calls.get(thing.id) ?? thing.entry.name.zh).join('、') },
          kind: { kind: 'kind', of: kind },
        }),
      ]
    : []
  const rest = listed.length > 0 ? belonging(query, listed, groups, library) : null
  const verdict = answered(query.notice, [...parts, ...(rest?.parts ?? [])], 'not in the list', [...facts, ...(rest?.facts ?? [])])
  return rest ? verdict : { ...verdict, status: 'not_stated' }
}
