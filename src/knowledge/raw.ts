// Data as it stands in a file, before it is known to fit its schema: what is there can be checked even where something else is wrong.

export type Path = readonly PropertyKey[]

/** A value and where it stands. */
export interface Place<T> {
  readonly path: Path
  readonly value: T
}

/** The value at a path, undefined where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

/** The text or number at a path, as text; undefined where something else is, or nothing. */
export function textAt(data: unknown, path: Path): string | undefined {
  const value = valueAt(data, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** Every text or number that stands at a path; `*` is any place in a list, and a list at the end stands for what is in it. */
export function textsAt(data: unknown, pattern: readonly string[], path: Path = []): Place<string>[] {
  const [key, ...rest] = pattern
  if (key === undefined) {
    if (typeof data === 'string' || typeof data === 'number') return [{ path, value: String(data) }]
    return Array.isArray(data) ? data.flatMap((item, i) => (typeof item === 'object' ? [] : textsAt(item, [], [...path, i]))) : []
  }
  if (key === '*') return Array.isArray(data) ? data.flatMap((item, i) => textsAt(item, rest, [...path, i])) : []
  return textsAt(valueAt(data, [key]), rest, [...path, key])
}

/** All texts below a value, in order. */
export function allTexts(data: unknown, path: Path = []): Place<string>[] {
  if (typeof data === 'string') return [{ path, value: data }]
  if (Array.isArray(data)) return data.flatMap((item, i) => allTexts(item, [...path, i]))
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, item]) => allTexts(item, [...path, key]))
}
