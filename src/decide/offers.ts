// What to ask next: other things that are said of what was just asked about, else what the notice is most asked about.
import type { Fact, Library } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { OFFERED } from '../tuning.js'
import { starters } from './refuse.js'
import type { Offer, Verdict } from './verdict.js'

export function offersFor(verdict: Verdict, queries: readonly Query[], library: Library): Offer[] {
  const notice = verdict.notice ?? queries[0]?.notice ?? library.notices.values().next().value
  if (!notice) return []
  const told = new Set(verdict.facts)
  const things = [
    ...new Set([
      ...queries.flatMap((query) => query.things.map((thing) => thing.id)),
      ...verdict.facts.flatMap((fact) => fact.entry.about.map((id) => `${fact.notice.id}/${id}`)),
    ]),
  ]
  const related: Fact[] = []
  for (const id of things)
    if (related.length < OFFERED.next && !library.things.get(id)?.whole) related.push(...library.of(id).slice(0, OFFERED.next))
  const basics = starters({ notice }, library).flatMap((offer) => (offer.kind === 'fact' ? [offer.fact] : []))
  const facts = [...new Set<Fact>([...related.slice(0, OFFERED.next), ...basics])].filter((fact) => !told.has(fact))
  return distinct(facts, library)
    .slice(0, OFFERED.next)
    .map((fact): Offer => ({ kind: 'fact', fact }))
}

/** No two offers with the same label: the same thing and aspect. */
function distinct(facts: readonly Fact[], library: Library): Fact[] {
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const key = `${fact.entry.about[0]} ${fact.entry.aspect[0]}`
    return library.language.aspects.has(fact.entry.aspect[0] ?? '') && !seen.has(key) && seen.add(key)
  })
}
