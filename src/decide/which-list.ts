// No thing is named: which list is asked for, by the word for a kind or by nothing but the notice, and what of it.
import { kindWithRole, type Library } from '../knowledge/library.js'
import { aspectWithoutWords } from '../query/aspect-match.js'
import { asksBy } from '../query/cues.js'
import type { Query } from '../query/query.js'
import { absent, isOfList, type Listing, type ListRule, ofKind, operationOf } from './lists.js'
import { lookup } from './lookup.js'
import { notStated } from './refuse.js'
import { answered, tell, type Verdict } from './verdict.js'

/** In this order. */
export const WITHOUT_THINGS: readonly ListRule[] = [
  whichType,
  aNumber,
  ofUnknownItem,
  typesForKind,
  ofKinds,
  // Not even a kind is named.
  ofTypes,
  ofSelected,
  ofUnknown,
  ofAllItems,
]

/** Which type to apply for, of an applicant that is not named. */
function whichType({ query, library, kinds }: Listing): Verdict | null {
  const isOfApplicants = kinds.some((kind) => kind.entry.role === 'applicant')
  return operationOf(query) === 'kind-track' && query.cues.has('apply') && !isOfApplicants ? choice(query, library) : null
}

function aNumber({ query, library, kinds }: Listing): Verdict | null {
  const counted = kinds.find((kind) => library.about('count', kind.id).length > 0)
  const said = query.numbers.some((number) => !number.year && number.value > 1)
  if (!counted || !said || !query.cues.has('yesno')) return null
  return answered(query.notice, library.about('count', counted.id).map(tell), 'a number is checked')
}

function ofUnknownItem({ query, library, kinds }: Listing): Verdict | null {
  const isAsked = query.unknown.length > 0 && asksBy(query, ['yesno', 'among', 'can'])
  return isAsked && kinds.some((kind) => kind.entry.role === 'item') ? absent(query, library) : null
}

function typesForKind({ query, library, kinds }: Listing): Verdict | null {
  return operationOf(query) === 'kind-track' && kinds.length > 0 && kinds.every(isOfList) ? choice(query, library) : null
}

function ofKinds({ query, library, kinds }: Listing): Verdict | null {
  const kind = kinds.find(({ entry }) => entry.role === 'item' && !query.cues.has('category')) ?? kinds[0]
  return kind ? ofKind(query, kind, library) : null
}

function ofTypes({ query, library }: Listing): Verdict | null {
  const kind = operationOf(query) === 'kind-track' ? kindWithRole('track', query.notice, library) : undefined
  return kind ? ofKind(query, kind, library) : null
}

/** Of a list of those selected it is asked how many they are and who they are, not in how many fields. */
function ofSelected({ query, library }: Listing): Verdict | null {
  if (query.things.length > 0 || !query.whole) return null
  const aspect = query.cues.has('howmany') ? 'quota' : 'selected'
  const selected: Query = { ...query, aspects: aspectWithoutWords(aspect, library) }
  if (library.withAspect(query.notice.id, aspect).length > 0) return lookup(selected, library)
  return aspect === 'quota' && query.wholes.every((whole) => whole.entry.kind === 'programme')
    ? notStated(selected, library, 'how many of what it calls for')
    : null
}

function ofUnknown({ query, library }: Listing): Verdict | null {
  return query.unknown.length > 0 && asksBy(query, ['among', 'yesno']) ? absent(query, library) : null
}

function ofAllItems({ query, library }: Listing): Verdict | null {
  const kind = kindWithRole('item', query.notice, library)
  return kind && (query.whole || asksBy(query, ['list', 'among'])) ? ofKind(query, kind, library) : null
}

/** What each type is for. */
function choice(query: Query, library: Library): Verdict {
  const kind = kindWithRole('track', query.notice, library)
  const names = kind ? library.about('types', kind.id) : []
  const scopes = kind ? library.members(kind.id).flatMap((track) => library.about('scope', track.id)) : []
  if (names.length + scopes.length === 0) return notStated(query, library, 'no types')
  return answered(query.notice, [...names, ...scopes].map(tell), 'what each type is for')
}
