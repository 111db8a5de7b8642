// A value that a question claims of a thing ("does that ministry lead it?") is set against what is stated.
import type { Fact, Thing } from '../knowledge/library.js'
import { thingsIn } from '../knowledge/values.js'
import { asksBy, isYesNo } from '../query/cues.js'
import type { Lookup } from './lookup.js'
import { isOpenList } from './narrow.js'
import { notStated, withNear } from './refuse.js'
import { answered, say, tell, type Verdict } from './verdict.js'

/**
 * @param facts that state the aspect of the things that the question names
 * @param claimed what it takes for their value
 */
export function verify({ query, aspect, library }: Lookup, facts: readonly Fact[], claimed: readonly Thing[]): Verdict {
  const holds = (fact: Fact, thing: Thing): boolean => thingsIn(fact.entry.value).includes(thing.entry.id)
  const right = claimed.filter((thing) => facts.some((fact) => holds(fact, thing)))
  const wrong = claimed.filter((thing) => !right.includes(thing))
  const others = wrong.flatMap((thing) => library.naming(aspect.id, thing.id))
  const confirming = facts.filter((fact) => right.some((thing) => holds(fact, thing)))
  // A list that names only some denies nobody.
  const isOpen = facts.every(isOpenList)
  if (wrong.length > 0 && isOpen) {
    const refused = notStated({ ...query, things: wrong }, library, `${aspect.id} was claimed and the list is open`)
    const near = [...new Set([...confirming, ...others])]
    return near.length === 0 ? refused : withNear(refused, near)
  }
  const asksOtherwise = asksBy(query, ['when', 'where', 'howmany', 'howlong', 'why'])
  const head = wrong.length > 0 && !asksOtherwise ? [say('no')] : isYesNo(query) ? [say('yes')] : []
  const telling = new Set([...(isOpen ? confirming : facts), ...others])
  return answered(query.notice, [...head, ...[...telling].map(tell)], `${aspect.id} was claimed and checked`)
}
