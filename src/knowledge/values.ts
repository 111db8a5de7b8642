// What a fact's value holds, of whatever kind it is.
import type { Alternative, Value } from './schema.js'

/** The values that sources give: one, or several that disagree. */
export function valuesIn(value: Value | undefined): readonly (Exclude<Value, { conflict: unknown }> | Alternative)[] {
  if (value === undefined) return []
  return 'conflict' in value ? value.conflict : [value]
}

/** Things that the value names for certain: not those on which sources disagree. */
export function thingsIn(value: Value | undefined): readonly string[] {
  return value && 'things' in value ? value.things : []
}

/** Every number that the value counts: also the one that its list comes to, and those on which sources disagree. */
export function countsIn(value: Value | undefined): number[] {
  return valuesIn(value).flatMap((one) => ('count' in one ? [one.count, one.listed ?? one.count] : []))
}

/** The day of the value, of a span the last; ISO. Undefined where it is no day, or sources disagree on it. */
export function dayOf(value: Value | undefined): string | undefined {
  if (!value) return undefined
  return 'date' in value ? value.date : 'until' in value ? value.until : undefined
}

/** The years of the value's days. */
export function yearsIn(value: Value | undefined): number[] {
  return valuesIn(value)
    .flatMap((one) => ('date' in one ? [one.date] : 'until' in one ? [one.from, one.until] : []))
    .map((day) => Number(day.slice(0, 4)))
}
