// An aspect of nothing that the question names: what the notice states of it in general.
import type { Fact } from '../knowledge/library.js'
import { isMetByName } from '../query/aspect-match.js'
import { asksBy } from '../query/cues.js'
import { unechoed } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { cueWeight, SAYS } from '../tuning.js'
import { asksNumberOfItem } from './how-many.js'
import type { Lookup } from './lookup.js'
import { general, inheritable, isOfPartsOnly, isOpenList, narrowed, ofKinds, ofWholes } from './narrow.js'
import { ofVeryThing } from './precisely.js'
import { notStated, withNear } from './refuse.js'
import { isSomebody } from './roles.js'
import { answered, tell, type Verdict } from './verdict.js'

export function ofWhole(lookup: Lookup): Verdict {
  const { query, aspect, all, counts, library } = lookup
  const told = ofVeryThing(query, library)
  if (told) return told
  if (query.things.length > 0 && isOfOtherThings(lookup)) return ofMembers(lookup)
  const yesNo = query.cues.has('yesno')
  if (!yesNo && isVague(query, all)) return notStated({ ...query, aspects: [] }, library, 'asks who, of something that was not understood')
  if (yesNo && !query.cues.has('only') && query.unknown.length > 0 && all.some(isOpenList))
    return { ...notStated({ ...query, aspects: [] }, library, 'asks for something unknown in an open list'), facts: [] }
  if (isOfPartsOnly(all, aspect, query)) return notStated(query, library, `${aspect.id} of a part only`)
  const facts = narrowed(ofWholes(ofKinds(general(all), query), query), query)
  const whole = [...new Set([...counts, ...facts])]
  const each = facts.some(({ entry }) => entry.each) && asksOfEach(query) ? all.filter((fact) => !whole.includes(fact)) : []
  return answered(
    query.notice,
    [...whole.map(tell), ...(each.length > 0 ? [{ kind: 'facts' as const, facts: each }] : [])],
    `${aspect.id} in general`,
  )
}

/** "which ministries lead which domains?": what holds for each is told, and then one by one. */
function asksOfEach(query: Query): boolean {
  const ofItems = query.things.length === 0 && query.kinds.some(({ entry }) => entry.role === 'item')
  return ofItems && !query.cues.has('yesno') && asksBy(query, ['which', 'list', 'all', 'who'])
}

/** Whether what is stated is not stated of what the question names, be it by way of the whole. */
function isOfOtherThings({ query, aspect, all }: Lookup): boolean {
  return !inheritable(all) || aspect.own || asksNumberOfItem(query, aspect) || query.own.some(isSomebody)
}

/** Of a group what is stated of its members comes nearest. */
function ofMembers({ query, aspect, library }: Lookup): Verdict {
  const refused = notStated(query, library, `${aspect.id} is of other things`)
  const near = query.things.flatMap((thing) => library.members(thing.id)).flatMap((member) => library.about(aspect.id, member.id))
  return near.length === 0 ? refused : withNear(refused, near)
}

/** "who … the notice?": nothing but the unknown word says what is asked. */
function isVague(query: Query, facts: readonly Fact[]): boolean {
  const needs = query.aspects[0]?.rule.needs ?? []
  const saying = needs.some((need) => cueWeight(need) > SAYS.something && need !== 'notice' && need !== 'article' && !isMetByName(need))
  return needs.length > 0 && !saying && unechoed(query.unknown, facts).length > 0
}
