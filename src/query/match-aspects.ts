// Cues and mentions of a clause → the aspects that it asks for, the weightiest first.
import type { Library, Thing } from '../knowledge/library.js'
import type { Aspect, AspectRule } from '../language/language.js'
import { cueWeight } from '../tuning.js'
import type { Meaning } from './meaning.js'
import type { Token } from './read-terms.js'

export interface AspectMatch {
  readonly aspect: Aspect
  readonly weight: number
  readonly rule: AspectRule
}

/** A further aspect must bring a word of at least this weight that no other aspect has used. */
const HEAVY = 0.85

/** What each token provides for the needs of rules. */
export function provisions(meaning: Meaning, library: Library, notice: string | undefined): Map<string, Set<Token>> {
  const provided = new Map<string, Set<Token>>()
  const add = (need: string, token: Token): void => {
    const tokens = provided.get(need)
    if (tokens) tokens.add(token)
    else provided.set(need, new Set([token]))
  }
  for (const token of meaning.tokens) {
    for (const sense of token.senses) {
      if (sense.kind === 'cue') add(sense.id, token)
      const thing = sense.kind === 'thing' ? library.things.get(sense.id) : undefined
      if (thing && (!notice || thing.notice.id === notice)) for (const need of needsMetBy(thing)) add(need, token)
      const kind = sense.kind === 'kind' ? library.kinds.get(sense.id) : undefined
      if (kind && (!notice || kind.notice.id === notice)) add(`#${kind.entry.role}`, token)
    }
  }
  return provided
}

function needsMetBy(thing: Thing): string[] {
  const kind = thing.entry.kind
  if (kind === 'notice' || kind === 'article') return [kind]
  return thing.whole && kind === 'topic' ? [] : [`@${thing.role ?? kind}`]
}

export function matchAspects(meaning: Meaning, library: Library, notice: string | undefined): AspectMatch[] {
  const provided = provisions(meaning, library, notice)
  const met: AspectMatch[] = []
  for (const aspect of library.language.aspects.values()) {
    let best: AspectRule | null = null
    for (const rule of aspect.rules) {
      if (rule.weight > (best?.weight ?? 0) && rule.needs.every((need) => provided.has(need))) best = rule
    }
    if (best) met.push({ aspect, weight: best.weight, rule: best })
  }
  met.sort((a, b) => b.weight - a.weight || a.rule.needs.length - b.rule.needs.length)
  const chosen: AspectMatch[] = []
  const used = new Set<Token>()
  for (const match of met) {
    const own = match.rule.needs.flatMap((need) => [...(provided.get(need) ?? [])])
    const fresh = match.rule.needs.some((need) => cueWeight(need) >= HEAVY && [...(provided.get(need) ?? [])].some((token) => !used.has(token)))
    if (chosen.length > 0 && !fresh) continue
    chosen.push(match)
    for (const token of own) used.add(token)
  }
  return chosen
}
