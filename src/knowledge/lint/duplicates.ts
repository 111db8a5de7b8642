// Facts that say the same: about the same things under the same aspects, or in nearly the same words.
import type { Problem } from '../notice.js'
import type { FactEntry } from '../schema.js'
import type { LintInput } from './lint.js'

/** Share of common pairs of characters from which two texts are nearly the same. */
const NEARLY = 0.9
/** The same for facts that are about the same things under the same aspects: there less is enough. */
const ALIKE = 0.6

export function lintDuplicates({ notice, files }: LintInput): Problem[] {
  const facts = [...notice.facts.values()]
  const pairs = facts.map(({ text }) => ({ zh: pairsOf(text.zh), en: pairsOf(text.en) }))
  const topics = facts.map(topicOf)
  return facts.flatMap((fact, i) => {
    const before = facts.findIndex((_, j) => {
      const [mine, other] = [pairs[i], pairs[j]]
      if (j >= i || !mine || !other) return false
      const least = topics[i] === topics[j] ? ALIKE : NEARLY
      return sharesAtLeast(mine.zh, other.zh, least) || sharesAtLeast(mine.en, other.en, least)
    })
    if (before < 0 || saysOtherwise(fact, facts[before])) return []
    const { line } = files.facts.at([before, 'id'], '')
    const same =
      topics[i] === topics[before] ? 'is about the same, under the same aspect, and says nearly the same' : 'says nearly the same'
    return [files.facts.at([i, 'text'], `this fact ${same} as the one in line ${line}; keep one of them, or write what sets them apart`)]
  })
}

/** Facts of one form that differ in their values differ enough: who leads this, who leads that. */
function saysOtherwise({ about, value }: FactEntry, other: FactEntry | undefined): boolean {
  return (
    value !== undefined &&
    other?.value !== undefined &&
    (topicless(about) !== topicless(other.about) || JSON.stringify(value) !== JSON.stringify(other.value))
  )
}

function topicless(about: readonly string[]): string {
  return [...about].sort().join('+')
}

function topicOf({ about, aspect }: FactEntry): string {
  return `${topicless(about)}?${topicless(aspect)}`
}

/** Every pair of neighbouring characters, without spaces and case. */
function pairsOf(text: string): Set<number> {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const pairs = new Set<number>()
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.charCodeAt(i) * 65_536 + plain.charCodeAt(i + 1))
  return pairs
}

/** Whether two sets have at least this share in common (Dice: twice the common ones by all). */
function sharesAtLeast(a: ReadonlySet<number>, b: ReadonlySet<number>, least: number): boolean {
  const all = a.size + b.size
  // What cannot be enough is not counted.
  if (all === 0 || (2 * Math.min(a.size, b.size)) / all < least) return false
  let common = 0
  for (const pair of a) if (b.has(pair)) common++
  return (2 * common) / all >= least
}
