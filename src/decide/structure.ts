// Groups and their members: which ones, how many, the most, is it among them, where does it belong.

import type { Fact, KindOfThing, Library, Thing } from '../knowledge/library.js'
import { asksBy, isYesNo } from '../query/cues.js'
import type { Query } from '../query/query.js'
import { belonging, notListed } from './belonging.js'
import { eligibility } from './eligibility.js'
import { lookup } from './lookup.js'
import { overview } from './overview.js'
import { clarifyWhat, notStated } from './refuse.js'
import { alienWords } from './scope.js'
import { answered, named, say, tell, type Verdict } from './verdict.js'

export function members(query: Query, library: Library): Verdict {
  const groups = query.things.filter((thing) => thing.role === 'group')
  const items = query.things.filter((thing) => thing.role === 'item')
  const absentees = amongUnlisted(query, items, groups, library)
  if (absentees) return absentees
  // "is Fudan on the education list?": the domain says which list, and somebody is asked about.
  const askedOf = query.own.filter(({ role }) => role === 'participant')
  if (askedOf.length > 0 && items.length > 0 && isYesNo(query))
    return lookup({ ...query, things: [...askedOf, ...items], aspects: asAspect('selected', library) }, library)
  // Nor is a name that nobody knows a yes to the domain that a word beside it may mean.
  if (items.length > 0 && isYesNo(query) && items.every(({ id }) => query.loosely.has(id)) && alienWords(query, items, library).length > 0)
    return notStated(query, library, 'a name that nothing explains')
  const kinds = uniqueKinds(query)
  const talkedOf = query.inherited.things && kinds.length + groups.length + items.length === 0
  if (talkedOf && query.aspects[0]?.aspect.op === 'members' && query.things.every((thing) => thing.role !== 'track' && !thing.whole)) {
    const lists = query.things.flatMap((thing) => library.about('membership', thing.id))
    return lists.length > 0
      ? answered(query.notice, lists.map(tell), 'the list of what was talked about')
      : notStated(query, library, 'the list of what was talked about')
  }
  const extreme = query.cues.has('most') || query.cues.has('least')
  const grouped = [...query.notice.kinds.values()].some(({ role }) => role === 'group')
  if (extreme && grouped && items.length === 0 && groups.length !== 1) return superlative(query, library)
  const applying = query.things.some(
    (thing) =>
      thing.role === 'applicant' && (query.own.includes(thing) || query.inherited.things || query.aspects[0]?.aspect.op !== 'members'),
  )
  if (applying && groups.length + items.length === 0) return eligibility(query, library)
  if (groups.length > 0 && items.length > 0 && query.cues.has('only')) return ofGroups(query, groups, library)
  if (items.length > 0 && query.cues.has('howmany') && groups.length + kinds.length === 0)
    return notStated(query, library, 'asks how many of something that is no list')
  if (items.length > 0) return belonging(query, items, groups, library)
  if (groups.length > 0)
    return groups.length > 1 && query.cues.has('difference') ? overview(query, library) : ofGroups(query, groups, library)
  const scopes = query.things.filter((thing) => thing.role === 'track').flatMap((track) => library.about('scope', track.id))
  if (scopes.length > 0 && kinds.some((kind) => kind.entry.role === 'item' || kind.entry.role === 'group'))
    return answered(query.notice, scopes.map(tell), 'what the type covers')
  const alike = kinds.find((kind) => kind.entry.default && query.things.some((thing) => thing.role === kind.entry.role))
  if (alike && groups.length === 0) return byDefault(query, alike, library) ?? overview(query, library)
  // "had those fields used it before?": what is asked is asked of the thing, the fields only say where.
  const subjects = query.things.filter((thing) => thing.role === 'person' || thing.role === 'participant' || thing.entry.kind === 'topic')
  const listing = query.kinds.length > 0 && asksBy(query, ['list', 'which', 'howmany', 'all'])
  if (subjects.length > 0 && !listing)
    return isYesNo(query) && alienWords(query, subjects, library).length > 0
      ? notStated(query, library, 'something of it that was not understood')
      : overview({ ...query, things: subjects }, library)
  const others = query.things.filter((thing) => thing.role !== null)
  if (others.length > 0 && kinds.every((kind) => kind.entry.role !== 'item' && kind.entry.role !== 'group')) return overview(query, library)
  if (query.aspects[0]?.aspect.op === 'kind-track' && query.cues.has('apply') && kinds.every((k) => k.entry.role !== 'applicant'))
    return choice(query, library)
  const numbered = kinds.find((kind) => library.about('count', kind.id).length > 0)
  if (numbered && query.numbers.some((number) => !number.year && number.value > 1) && query.cues.has('yesno')) {
    return answered(query.notice, library.about('count', numbered.id).map(tell), 'a number is checked')
  }
  if (
    query.unknown.length > 0 &&
    kinds.some((kind) => kind.entry.role === 'item') &&
    (query.cues.has('yesno') || query.cues.has('among') || query.cues.has('can'))
  ) {
    return absent(query, library)
  }
  const ofTypes = query.aspects[0]?.aspect.op === 'kind-track'
  if (ofTypes && kinds.length > 0 && kinds.every((k) => k.entry.role === 'item' || k.entry.role === 'group')) return choice(query, library)
  const kind = kinds.find((k) => k.entry.role === 'item' && !query.cues.has('category')) ?? kinds[0]
  if (kind) return ofKind(query, kind, library)
  if (query.aspects[0]?.aspect.op === 'kind-track') {
    const track = [...query.notice.kinds.values()].find((k) => k.role === 'track')
    const found = track && library.kinds.get(`${query.notice.id}/${track.id}`)
    if (found) return ofKind(query, found, library)
  }
  // Of a list of those selected it is asked how many they are and who they are, not in how many fields.
  const aspect = kinds.length === 0 && query.things.length === 0 && query.whole ? (query.cues.has('howmany') ? 'quota' : 'selected') : ''
  if (library.withAspect(query.notice.id, aspect).length > 0) return lookup({ ...query, aspects: asAspect(aspect, library) }, library)
  if (aspect === 'quota' && query.wholes.every((whole) => whole.entry.kind === 'programme'))
    return notStated({ ...query, aspects: asAspect(aspect, library) }, library, 'how many of what it calls for')
  if (query.unknown.length > 0 && (query.cues.has('among') || query.cues.has('yesno'))) return absent(query, library)
  const item = [...query.notice.kinds.values()].find((k) => k.role === 'item')
  const found = item && library.kinds.get(`${query.notice.id}/${item.id}`)
  if (found && (query.whole || query.cues.has('list') || query.cues.has('among'))) return ofKind(query, found, library)
  return clarifyWhat(query, library)
}

/** The verdict where something that is asked about is in none of the lists. */
function amongUnlisted(query: Query, items: readonly Thing[], groups: readonly Thing[], library: Library): Verdict | null {
  const [listed, unlisted] = [items.filter((item) => item.entry.listed), items.filter((item) => !item.entry.listed)]
  return unlisted.length > 0 ? notListed(query, unlisted, listed, groups, library) : null
}

export function category(query: Query, library: Library): Verdict {
  const items = query.things.filter((thing) => thing.role === 'item')
  const groups = query.things.filter((thing) => thing.role === 'group')
  const absentees = amongUnlisted(query, items, groups, library)
  if (absentees) return absentees
  if (items.length > 0) return belonging(query, items, groups, library)
  if (query.things.some((thing) => thing.role === 'applicant')) return eligibility(query, library)
  if (groups.length > 0) return ofGroups(query, groups, library)
  if (query.unknown.length > 0) return absent(query, library)
  return members(query, library)
}

function uniqueKinds(query: Query): KindOfThing[] {
  return [...new Set(query.kinds)]
}

function ofGroups(query: Query, groups: readonly Thing[], library: Library): Verdict {
  const facts = groups.flatMap((group) => library.about('membership', group.id))
  if (facts.length === 0) return overview(query, library)
  return answered(query.notice, facts.map(tell), `members of ${groups.map((g) => g.entry.id).join(', ')}`)
}

function ofKind(query: Query, kind: KindOfThing, library: Library): Verdict {
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
function byDefault(query: Query, kind: KindOfThing, library: Library): Verdict | null {
  const aspects = kind.entry.default === 'membership' ? [] : asAspect(kind.entry.default ?? '', library)
  return aspects.length > 0 ? lookup({ ...query, aspects }, library) : null
}

function asAspect(id: string, library: Library): Query['aspects'] {
  const aspect = library.language.aspects.get(id)
  return aspect ? [{ aspect, weight: 0, rule: { needs: [], weight: 0 } }] : []
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

function superlative(query: Query, library: Library): Verdict {
  const kind = [...query.notice.kinds.values()].find((k) => k.role === 'group')
  const asked = query.things.filter((thing) => thing.role === 'group')
  const groups = asked.length > 1 ? asked : kind ? [...library.members(`${query.notice.id}/${kind.id}`)] : []
  if (groups.length === 0) return notStated(query, library, 'nothing to compare')
  const size = (group: Thing): number => library.members(group.id).length
  const sizes = groups.map(size)
  const wanted = query.cues.has('most') ? Math.max(...sizes) : Math.min(...sizes)
  const winners = groups.filter((group) => size(group) === wanted)
  const facts = winners.flatMap((group) => library.about('membership', group.id))
  const key = query.cues.has('most') ? 'most' : 'least'
  return answered(query.notice, [say(key, { things: named(winners), number: { kind: 'number', value: wanted } }), ...facts.map(tell)], key)
}

/** Something that the question names is in none of the lists. */
function absent(query: Query, library: Library): Verdict {
  const item = [...query.notice.kinds.values()].find((k) => k.role === 'item')
  const kind = item && library.kinds.get(`${query.notice.id}/${item.id}`)
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

/** Which type to apply for, of an applicant that is not named: what each type is for. */
function choice(query: Query, library: Library): Verdict {
  const kind = [...query.notice.kinds.values()].find((k) => k.role === 'track')
  const tracks = kind ? library.members(`${query.notice.id}/${kind.id}`) : []
  const names = kind ? library.about('types', `${query.notice.id}/${kind.id}`) : []
  const scopes = tracks.flatMap((track) => library.about('scope', track.id))
  if (names.length + scopes.length === 0) return notStated(query, library, 'no types')
  return answered(query.notice, [...names, ...scopes].map(tell), 'what each type is for')
}
