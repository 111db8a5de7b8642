// How messages to editors are put: quotations on one line, and the known word that a wrong one probably meant.

/** A text as a message quotes it: on one line, without invisible characters, not longer than needed to recognise it. */
export function quote(text: string): string {
  const shown = [...text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()]
  return `"${shown.length > 40 ? `${shown.slice(0, 39).join('')}…` : shown.join('')}"`
}

/** The word most like this one, if any is like it at all: a typing slip away, or with a shared beginning or end. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of words) {
    const distance = editDistance(word.toLowerCase(), other)
    if (distance < least) [best, least] = [other, distance]
  }
  if (best !== undefined && least <= Math.max(1, Math.floor(word.length / 3))) return best
  return [...words].find(
    (other) =>
      word.length >= 4 &&
      (other.startsWith(word) || other.endsWith(word) || (other.length >= 4 && (word.startsWith(other) || word.endsWith(other)))),
  )
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : replaced
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, replaced, swapped))
    }
    ;[before, row] = [row, next]
  }
  return at(row, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
