// The facts that a question could have been answered with, by how near they come to it: what --explain shows of the decision.
import type { Verdict } from '../../src/decide/verdict.js'
import type { Fact, Library } from '../../src/knowledge/library.js'
import type { Query } from '../../src/query/query.js'

export interface Tier {
  readonly name: string
  readonly facts: readonly Fact[]
}

/** Tiers, the nearest first. A fact stands in the first that it belongs to; tiers without one are left out. */
export function candidates(query: Query | undefined, verdict: Verdict, library: Library): Tier[] {
  const tiers = [...(query ? tiersOf(query, library) : []), { name: 'brought in by the decision', facts: verdict.facts }]
  const seen = new Set<Fact>()
  return tiers
    .map(({ name, facts }) => ({ name, facts: [...new Set(facts)].filter((fact) => !seen.has(fact) && seen.add(fact)) }))
    .filter(({ facts }) => facts.length > 0)
}

function tiersOf(query: Query, library: Library): Tier[] {
  const { notice } = query
  const aspects = query.aspects.map(({ aspect }) => aspect.id)
  const stating = (ids: readonly string[]): Fact[] =>
    aspects.flatMap((aspect) => ids.flatMap((id) => [...library.about(aspect, id), ...library.naming(aspect, id)]))
  const things = query.things.map((thing) => thing.id)
  const whole = notice.file.whole.map((id) => `${notice.id}/${id}`)
  return [
    { name: 'exact thing and aspect', facts: stating(things) },
    { name: 'aspect of the kind', facts: stating(query.kinds.map((kind) => kind.id)) },
    { name: 'aspect of the whole', facts: stating(whole) },
    { name: 'aspect alone', facts: aspects.flatMap((aspect) => library.withAspect(notice.id, aspect)) },
    { name: 'thing, but another aspect', facts: things.flatMap((id) => library.of(id)) },
  ]
}
