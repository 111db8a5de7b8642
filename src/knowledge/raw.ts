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
export function textsAt(data: unknown, pattern: readonly string[]): Place<string>[] {
  const found: Place<string>[] = []
  // One path for the whole walk: most places hold nothing.
  const path: PropertyKey[] = []
  const keep = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') found.push({ path: [...path], value: String(value) })
  }
  const each = (list: unknown, visit: (item: unknown) => void): void => {
    if (!Array.isArray(list)) return
    for (const [i, item] of list.entries()) {
      path.push(i)
      visit(item)
      path.pop()
    }
  }
  const walk = (value: unknown, depth: number): void => {
    const key = pattern[depth]
    if (key === undefined && !Array.isArray(value)) keep(value)
    else if (key === undefined) each(value, keep)
    else if (key === '*') each(value, (item) => walk(item, depth + 1))
    else if (typeof value === 'object' && value !== null && Object.hasOwn(value, key)) {
      path.push(key)
      walk((value as Record<string, unknown>)[key], depth + 1)
      path.pop()
    }
  }
  walk(data, 0)
  return found
}

/** All texts below a value for which `isWanted`, in order. */
export function allTexts(data: unknown, isWanted: (text: string, key: PropertyKey | undefined) => boolean): Place<string>[] {
  const found: Place<string>[] = []
  const path: PropertyKey[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (isWanted(value, path.at(-1))) found.push({ path: [...path], value })
      return
    }
    if (typeof value !== 'object' || value === null) return
    for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      path.push(key)
      walk(item)
      path.pop()
    }
  }
  walk(data)
  return found
}
