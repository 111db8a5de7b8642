// A day as far as it is known, and how people say it.
import { type Day, daysBetween, dayText } from '../compose/calendar.js'
import { fill } from '../compose/fill.js'
import type { Value } from '../knowledge/schema.js'
import type { Language, Tongue } from '../language/language.js'

export interface Dated {
  /** The first and the last day that it may be. */
  readonly first: Day
  readonly last: Day
  readonly exact: boolean
  readonly when: string
}

type DateValue = Extract<Value, { date: string }>

/** A fact's date: the end of a month or a year is not its last day, only not later. */
export function datedBy({ date, precision }: DateValue, tongue: Tongue, language: Language): Dated {
  const written = datedAs(date, tongue, language)
  if (precision === 'day') return written
  const { year, month } = written.last
  const first = { year, month: precision === 'end-of-year' ? 12 : month, day: 1 }
  return { first, last: written.last, exact: false, when: fill(language, tongue, `figure-${precision}`, monthArgs(year, month, tongue)) }
}

/** A date as it is written: a day, a month or a year. */
export function datedAs(iso: string, tongue: Tongue, language: Language): Dated {
  const [year = 0, month, day] = iso.split('-').map(Number)
  if (month !== undefined && day !== undefined) {
    const exactly = { year, month, day }
    return { first: exactly, last: exactly, exact: true, when: dayText(exactly, tongue) }
  }
  const end = month ?? 12
  return {
    first: { year, month: month ?? 1, day: 1 },
    last: { year, month: end, day: new Date(Date.UTC(year, end, 0)).getUTCDate() },
    exact: false,
    when: month === undefined ? fill(language, tongue, 'figure-year', { year: String(year) }) : monthText(year, month, tongue, language),
  }
}

function monthText(year: number, month: number, tongue: Tongue, language: Language): string {
  return fill(language, tongue, 'figure-month', monthArgs(year, month, tongue))
}

let englishMonth: Intl.DateTimeFormat | undefined

function monthArgs(year: number, month: number, tongue: Tongue): { year: string; month: string } {
  if (tongue === 'zh') return { year: String(year), month: String(month) }
  englishMonth ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' })
  return { year: String(year), month: englishMonth.format(Date.UTC(year, month - 1, 1)) }
}

/** Whether a day is one of those that it may be. */
export function mayBe({ first, last }: Dated, day: Day): boolean {
  return daysBetween(first, day) >= 0 && daysBetween(day, last) >= 0
}

/** `P2Y`, `P1Y6M`, `P30D` in numbers. */
export interface Length {
  readonly years: number
  readonly months: number
  readonly days: number
}

export function lengthOf(period: string): Length {
  const [, years = 0, months = 0, days = 0] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/
      .exec(period)
      ?.map(Number)
      .map((n) => n || 0) ?? []
  return { years, months, days }
}

/** The day so long after another. */
export function after({ year, month, day }: Day, { years, months, days }: Length): Day {
  const monthsOn = year * 12 + month - 1 + years * 12 + months
  const [y, m] = [Math.floor(monthsOn / 12), monthsOn % 12]
  const lastOfMonth = new Date(Date.UTC(y, m + 1, 0)).getUTCDate()
  const at = new Date(Date.UTC(y, m, Math.min(day, lastOfMonth) + days))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}
