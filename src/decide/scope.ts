// How far a question was understood, and whether an answer is about what it names: what decides between an answer and a refusal.
import type { Library, Thing } from '../knowledge/library.js'
import { isMetByNames } from '../query/aspect-match.js'
import { unechoed } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { UNEXPLAINED } from '../tuning.js'
import type { Verdict } from './verdict.js'

export type Scope = 'ours' | 'partly' | 'foreign'

/** Whether a question is ours, is ours but not fully understood, or is another's that shares a word with us. */
export function scopeOf(query: Query, unexplained: number): Scope {
  if (unexplained === 0 && (query.around <= UNEXPLAINED.around || query.anchor === 'firm' || query.anchor === 'bound')) return 'ours'
  switch (query.anchor) {
    case 'firm':
      return unexplained <= UNEXPLAINED.answered ? 'ours' : unexplained <= UNEXPLAINED.anchored ? 'partly' : 'foreign'
    case 'bound':
      return unexplained <= UNEXPLAINED.loose ? 'ours' : unexplained <= UNEXPLAINED.bound ? 'partly' : 'foreign'
    case 'loose':
      // A common word for a practice (coins) and no word of what is asked of it: nothing else may be left over.
      if (
        query.things.length > 0 &&
        query.things.every((thing) => thing.role === 'activity') &&
        query.aspects.every((match) => isMetByNames(match)) &&
        !query.inherited.aspects
      )
        return unexplained === 0 ? 'ours' : 'foreign'
      return unexplained <= UNEXPLAINED.loose && query.around <= UNEXPLAINED.around ? 'ours' : 'foreign'
    case 'none':
      return 'foreign'
  }
}

/** Whether an answer is about the very things that the question names. */
export function restsOnThings(verdict: Verdict, things: readonly Thing[], library: Library): boolean {
  return (
    things.length > 0 &&
    verdict.facts.some((fact) => things.some((thing) => library.of(thing.id).includes(fact) || namesThing(fact.entry.value, thing)))
  )
}

/**
 * Unexplained words of two characters or more that nothing which is said of these things uses, either: what is asked may lie in them.
 */
export function alienWords(query: Query, things: readonly Thing[], library: Library): readonly string[] {
  return unechoed(
    query.unknown.filter((word) => word.length > 1),
    things.flatMap((thing) => library.of(thing.id)),
  )
}

function namesThing(value: unknown, thing: Thing): boolean {
  return typeof value === 'object' && value !== null && 'things' in value && (value.things as string[]).includes(thing.entry.id)
}
