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

/** An amount in a unit; `limit` where it is one that has to be kept. */
export interface Amount {
  readonly amount: number
  readonly unit: string
  readonly limit?: 'least' | 'most' | 'below' | 'above' | undefined
}

/** Units of a period's letters. */
const SPANS = { Y: 'years', M: 'months', D: 'days' } as const

/** The amounts of the value, the chief one first; none where sources disagree. */
export function amountsIn(value: Value | undefined): readonly Amount[] {
  if (value && 'period' in value)
    return [...value.period.matchAll(/(\d+)([YMD])/g)].map(([, n, letter]) => ({
      amount: Number(n),
      unit: SPANS[letter as keyof typeof SPANS],
    }))
  return value && 'amount' in value ? [value, ...value.also] : []
}

/** The first day of a span; ISO. */
export function firstDayOf(value: Value | undefined): string | undefined {
  return value && 'from' in value ? value.from : undefined
}

/** Times of day at which the value's days begin and end, `HH:MM`, where it states them. */
export function timesOf(value: Value | undefined): { readonly from?: string | undefined; readonly until?: string | undefined } {
  if (!value || !('date' in value || 'until' in value)) return {}
  return { from: 'from_at' in value ? value.from_at : undefined, until: value.at }
}
