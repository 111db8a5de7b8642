// What somebody who is typing may be about to ask: questions that the knowledge answers, the likeliest first.
import type { Lang, Suggestion } from './answer.js'
import { suggestionOf } from './compose/suggestion.js'
import type { Fact, Library } from './knowledge/library.js'
import { meantNotices } from './query/meant-notices.js'
import { normalise } from './query/normalise.js'
import { understand } from './query/understand.js'

/**
 * @param typed as far as it goes, of any length; nothing at all gets what is asked most
 * @returns at most `most` questions in `lang`, no two of the same words
 */
export function complete(typed: string, lang: Lang, library: Library, most: number, notice?: string): Suggestion[] {
  const facts = [...library.facts.values()].filter((fact) => notice === undefined || fact.notice.id === notice)
  const text = normalise(typed)
  const named = new Set(text === '' ? [] : namedBy(typed, library, notice))
  const asked = facts.map((fact) => ({ fact, suggestion: suggestionOf({ kind: 'fact', fact }, lang, library) }))
  const rank = ({ fact, suggestion }: (typeof asked)[number]): number => {
    const label = normalise(suggestion.label)
    if (text !== '' && label.startsWith(text)) return 0
    if (named.has(fact)) return 1
    return text !== '' && label.includes(text) ? 2 : 3
  }
  const ranked = asked
    .map((one, i) => ({ ...one, rank: rank(one), i }))
    .filter((one) => text === '' || one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
  const seen = new Set<string>()
  return ranked
    .map(({ suggestion }) => suggestion)
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .slice(0, most)
}

/** The question that a fact answers, as it is offered; null for what is no fact of the knowledge. */
export function questionOf(id: string, lang: Lang, library: Library): string | null {
  const fact = library.facts.get(id)
  return fact ? suggestionOf({ kind: 'fact', fact }, lang, library).label : null
}

/** Facts about what the words name so far, those of the aspect that they ask for first of all. */
function namedBy(typed: string, library: Library, notice: string | undefined): Fact[] {
  const queries = meantNotices(typed, library, undefined, notice).flatMap((meant) => understand(typed, library, meant, {}).queries)
  return queries.flatMap((query) => {
    const things = query.things.flatMap((thing) => [...library.of(thing.id)])
    const aspects = query.aspects.flatMap(({ aspect }) => [...library.withAspect(query.notice.id, aspect.id)])
    const both = things.filter((fact) => aspects.includes(fact))
    return both.length > 0 ? both : [...things, ...aspects]
  })
}
