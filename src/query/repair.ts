// A misspelt word → the known word that it most likely is. The only file that imports fuse.js: it compares a handful of
// candidates that an index has picked, never the whole vocabulary and never a whole question.
import Fuse from 'fuse.js'
import { REPAIR_CANDIDATES, REPAIR_SCORE } from '../tuning.js'

/**
 * @param mistakes how many characters may differ
 * @returns the one best candidate, or null where none is near enough or two are equally near
 */
export function nearest(word: string, candidates: readonly string[], mistakes = allowed(word.length)): string | null {
  const letters = [...word]
  const taken = new Uint8Array(letters.length)
  const sharing = new Map<string, number>()
  const own = kindsOfLetters(word)
  for (const text of candidates) {
    const theirs = kindsOfLetters(text)
    if (ones(theirs & ~own) > mistakes || ones(own & ~theirs) > mistakes) continue
    const n = shared(letters, text, mistakes, taken)
    if (n >= 0) sharing.set(text, n)
  }
  const likely = [...sharing]
    .map(([text, n]) => ({ text, shared: n }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, REPAIR_CANDIDATES)
  if (likely.length === 0) return null
  // Letters in another order are the commonest slip of a hand, and fuse.js counts each as two mistakes.
  const swapped = likely.filter(({ text, shared: n }) => n === letters.length && text.length === word.length && isSwap(word, text))
  if (swapped.length === 1 && swapped[0]) return swapped[0].text
  // A wrong letter in a short word is more often another word (price, prize) than a slip; a missing or a doubled one is a slip.
  const slips = word.length >= 6 || /\p{Script=Han}/u.test(word) ? likely : likely.filter(({ text }) => text.length !== word.length)
  if (slips.length === 0) return null
  const fuse = new Fuse(
    slips.map(({ text }) => text),
    { includeScore: true, ignoreLocation: true, threshold: REPAIR_SCORE, minMatchCharLength: 1 },
  )
  const [best, second] = fuse
    .search(word)
    .sort((a, b) => (a.score ?? 1) - (b.score ?? 1) || lengthGap(word, a.item) - lengthGap(word, b.item))
  if (!best || (best.score ?? 1) > REPAIR_SCORE) return null
  if (second && second.score === best.score && lengthGap(word, second.item) === lengthGap(word, best.item)) return null
  return best.item
}

/** Mistakes allowed in a word of this length. */
function allowed(length: number): number {
  return length >= 8 ? 2 : 1
}

function lengthGap(a: string, b: string): number {
  return Math.abs(a.length - b.length)
}

/** Whether `known` is `word` with one character replaced that may be (`replaceable`, by its index), or with one more. */
export function isOneSlip(word: string, known: string, replaceable: (index: number) => boolean): boolean {
  const more = known.length - word.length
  if (more !== 0 && more !== 1) return false
  let at = 0
  while (at < word.length && word.charCodeAt(at) === known.charCodeAt(at)) at++
  if (more === 1) return word.slice(at) === known.slice(at + 1)
  return at < word.length && word.slice(at + 1) === known.slice(at + 1) && replaceable(at)
}

/**
 * How many characters two words share, each counted as often as both have it, or -1 as soon as more than `mistakes` of the longer one
 * have no counterpart: this runs over a whole bucket of words. `taken` is room for one mark a letter.
 */
function shared(letters: readonly string[], text: string, mistakes: number, taken: Uint8Array): number {
  taken.fill(0)
  let count = 0
  let missing = 0
  for (const character of text) {
    let at = 0
    while (at < letters.length && (taken[at] === 1 || letters[at] !== character)) at++
    if (at < letters.length) {
      taken[at] = 1
      count++
    } else if (++missing > mistakes) return -1
  }
  return count >= letters.length - mistakes ? count : -1
}

/** Which letters a word has, a bit each; characters share bits. A word with too many that the other has not need not be looked into. */
function kindsOfLetters(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Whether the two differ only by neighbours, or a vowel and its neighbour's neighbour, having changed places. */
export function isSwap(a: string, b: string): boolean {
  const differing = [...a].map((letter, i) => (letter === b[i] ? -1 : i)).filter((i) => i >= 0)
  const [i = 0, j = 0] = differing
  return differing.length === 2 && j - i <= 2 && a[i] === b[j] && a[j] === b[i]
}
