// Each thing is said once: what a wider fact of the same answer has said already is not told again after it.
import type { Fact } from '../knowledge/library.js'
import { SAID_TOO } from '../tuning.js'
import { factsOf, type Part, type Verdict } from './verdict.js'

/** The verdict without facts that a wider one before them says as well. What the answer rests on stays the same. */
export function once(verdict: Verdict): Verdict {
  const told = verdict.parts.flatMap((part) => (part.kind === 'clock' ? [] : factsOf(part)))
  if (told.length < 2) return verdict
  const before: Fact[] = []
  const isNew = (fact: Fact): boolean => {
    const said = before.some((other) => other === fact || saysToo(other, fact))
    before.push(fact)
    return !said
  }
  return { ...verdict, parts: verdict.parts.flatMap((part) => only(part, isNew)) }
}

function only(part: Part, isNew: (fact: Fact) => boolean): Part[] {
  if (part.kind === 'fact') return isNew(part.fact) ? [part] : []
  if (part.kind !== 'facts' && part.kind !== 'near') return [part]
  const facts = part.facts.filter(isNew)
  return facts.length === 0 ? [] : [{ ...part, facts }]
}

/** Whether a longer fact of the same paragraph has all the numbers of another, and nearly all its words. */
function saysToo(wide: Fact, narrow: Fact): boolean {
  if (wide.notice !== narrow.notice || !sharesParagraph(wide, narrow)) return false
  const [long, short] = [wide.entry.text, narrow.entry.text]
  if (long.zh.length <= short.zh.length * SAID_TOO.longer) return false
  const numbers = numbersIn(short.zh)
  if (numbers.length === 0 || !numbers.every((number) => numbersIn(long.zh).includes(number))) return false
  const pairs = pairsOf(short.zh)
  const kept = pairs.filter((pair) => long.zh.includes(pair))
  return kept.length >= pairs.length * SAID_TOO.share
}

function sharesParagraph(one: Fact, other: Fact): boolean {
  const paragraphs = ({ entry: { source } }: Fact): number[] => [source, ...source.also].map(({ paragraph }) => paragraph)
  return paragraphs(one).some((paragraph) => paragraphs(other).includes(paragraph))
}

function numbersIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*%?/g) ?? []
}

function pairsOf(text: string): string[] {
  return [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair as string)
}
