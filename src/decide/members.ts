// What a notice lists: which ones, how many, the most, is it among them.

import { firstOf } from '../first-of.js'
import { kindWithRole, type Library, type Thing } from '../knowledge/library.js'
import { aspectWithoutWords } from '../query/aspect-match.js'
import { asksBy, isYesNo } from '../query/cues.js'
import type { Query } from '../query/query.js'
import { amongUnlisted, belonging } from './belonging.js'
import { eligibility } from './eligibility.js'
import { byDefault, isOfList, type Listing, type ListRule, membersOf, operationOf } from './lists.js'
import { lookup } from './lookup.js'
import { overview } from './overview.js'
import { clarifyWhat, notStated } from './refuse.js'
import { alienWords } from './scope.js'
import { answered, named, say, tell, type Verdict } from './verdict.js'
import { WITHOUT_THINGS } from './which-list.js'

export function members(query: Query, library: Library): Verdict {
  return firstOf(RULES, listingOf(query, library)) ?? clarifyWhat(query, library)
}

function listingOf(query: Query, library: Library): Listing {
  return {
    query,
    library,
    items: query.things.filter((thing) => thing.role === 'item'),
    groups: query.things.filter((thing) => thing.role === 'group'),
    kinds: [...new Set(query.kinds)],
  }
}

/** What a question about a list may be after, by what it names. In this order. */
const RULES: readonly ListRule[] = [
  // Somebody or something: is it on the list?
  ofUnlisted,
  ofParticipant,
  ofUnknownName,
  ofWhatWasTalkedAbout,
  superlative,
  ofApplicant,
  ofItems,
  ofGroups,
  // Things of other roles beside the word for a kind.
  scopeOfType,
  ofSameRole,
  ofSubjects,
  ofOthers,
  // No thing at all: a kind, or not even that.
  ...WITHOUT_THINGS,
]

/** Something that is asked about is in none of the lists. */
function ofUnlisted({ query, library, items, groups }: Listing): Verdict | null {
  return amongUnlisted(query, items, groups, library)
}

/** "is Fudan on the education list?": the domain says which list, and somebody is asked about. */
function ofParticipant({ query, library, items }: Listing): Verdict | null {
  const participants = query.own.filter(({ role }) => role === 'participant')
  if (participants.length === 0 || items.length === 0 || !isYesNo(query)) return null
  return lookup({ ...query, things: [...participants, ...items], aspects: aspectWithoutWords('selected', library) }, library)
}

/** A name that nobody knows is no yes to the domain that a word beside it may mean. */
function ofUnknownName({ query, library, items }: Listing): Verdict | null {
  const isLoose = items.length > 0 && items.every(({ id }) => query.loosely.has(id))
  return isLoose && isYesNo(query) && alienWords(query, items, library).length > 0
    ? notStated(query, library, 'a name that nothing explains')
    : null
}

function ofWhatWasTalkedAbout({ query, library, items, groups, kinds }: Listing): Verdict | null {
  if (!query.inherited.things || kinds.length + groups.length + items.length > 0 || operationOf(query) !== 'members') return null
  if (query.things.some((thing) => thing.role === 'track' || thing.whole)) return null
  const lists = query.things.flatMap((thing) => library.about('membership', thing.id))
  return lists.length > 0
    ? answered(query.notice, lists.map(tell), 'the list of what was talked about')
    : notStated(query, library, 'the list of what was talked about')
}

/** The group with the most members, or the least: of those that are named, or of all. */
function superlative({ query, library, items, groups }: Listing): Verdict | null {
  const kind = kindWithRole('group', query.notice, library)
  if (!asksBy(query, ['most', 'least']) || !kind || items.length > 0 || groups.length === 1) return null
  const compared = groups.length > 1 ? groups : library.members(kind.id)
  if (compared.length === 0) return notStated(query, library, 'nothing to compare')
  const size = (group: Thing): number => library.members(group.id).length
  const key = query.cues.has('most') ? 'most' : 'least'
  const sizes = compared.map(size)
  const wanted = key === 'most' ? Math.max(...sizes) : Math.min(...sizes)
  const winners = compared.filter((group) => size(group) === wanted)
  const facts = winners.flatMap((group) => library.about('membership', group.id))
  // Of some that are named none is said to have the most of all.
  const said = groups.length < 2 ? key : winners.length === groups.length ? 'as-many' : `${key}-of`
  return answered(query.notice, [say(said, { things: named(winners), number: { kind: 'number', value: wanted } }), ...facts.map(tell)], key)
}

function ofApplicant({ query, library, items, groups }: Listing): Verdict | null {
  const isMeant = (thing: Thing): boolean => query.own.includes(thing) || query.inherited.things || operationOf(query) !== 'members'
  const applying = query.things.some((thing) => thing.role === 'applicant' && isMeant(thing))
  return applying && groups.length + items.length === 0 ? eligibility(query, library) : null
}

function ofItems({ query, library, items, groups, kinds }: Listing): Verdict | null {
  if (items.length === 0) return null
  if (groups.length > 0 && query.cues.has('only')) return membersOf(query, groups, library)
  if (groups.length + kinds.length === 0 && query.cues.has('howmany'))
    return notStated(query, library, 'asks how many of something that is no list')
  return belonging(query, items, groups, library)
}

function ofGroups({ query, library, groups }: Listing): Verdict | null {
  if (groups.length === 0) return null
  return groups.length > 1 && query.cues.has('difference') ? overview(query, library) : membersOf(query, groups, library)
}

function scopeOfType({ query, library, kinds }: Listing): Verdict | null {
  const scopes = query.things.filter((thing) => thing.role === 'track').flatMap((track) => library.about('scope', track.id))
  return scopes.length > 0 && kinds.some(isOfList) ? answered(query.notice, scopes.map(tell), 'what the type covers') : null
}

/** A department beside the word for departments: what is meant by that word where nothing is asked of it. */
function ofSameRole({ query, library, kinds }: Listing): Verdict | null {
  const alike = kinds.find((kind) => kind.entry.default && query.things.some((thing) => thing.role === kind.entry.role))
  return alike ? (byDefault(query, alike, library) ?? overview(query, library)) : null
}

/** "had those fields used it before?": what is asked is asked of the thing, the fields only say where. */
function ofSubjects({ query, library, kinds }: Listing): Verdict | null {
  const subjects = query.things.filter((thing) => thing.role === 'person' || thing.role === 'participant' || thing.entry.kind === 'topic')
  const isListing = kinds.length > 0 && asksBy(query, ['list', 'which', 'howmany', 'all'])
  if (subjects.length === 0 || isListing) return null
  return isYesNo(query) && alienWords(query, subjects, library).length > 0
    ? notStated(query, library, 'something of it that was not understood')
    : overview({ ...query, things: subjects }, library)
}

function ofOthers({ query, library, kinds }: Listing): Verdict | null {
  const others = query.things.some((thing) => thing.role !== null)
  return others && !kinds.some(isOfList) ? overview(query, library) : null
}
