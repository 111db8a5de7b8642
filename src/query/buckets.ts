// Words by their beginning (or end), then by length: the only ones that a misspelt word is compared with.

export type Buckets = Map<string, string[][]>

const NONE: readonly string[] = []

export function put(buckets: Buckets, start: string, length: number, text: string): void {
  let byLength = buckets.get(start)
  if (!byLength) {
    byLength = []
    buckets.set(start, byLength)
  }
  const bucket = byLength[length]
  if (bucket) bucket.push(text)
  else byLength[length] = [text]
}

/** Words of a beginning and of a like length. */
export function near(buckets: Buckets, start: string, length: number): readonly string[] {
  const byLength = buckets.get(start)
  return byLength ? [length, length - 1, length + 1].reduce<readonly string[]>((all, n) => joined(all, byLength[n]), NONE) : NONE
}

/** Most buckets are empty, and lists are long: nothing is copied that need not be. */
export function joined(one: readonly string[], other: readonly string[] | undefined): readonly string[] {
  if (!other || other.length === 0) return one
  return one.length === 0 ? other : one.concat(other)
}
