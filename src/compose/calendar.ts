// Days in the notice's time zone, and spans between them as people say them.
import type { Tongue } from '../language/language.js'

/** A calendar day; months count from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

// Making a formatter costs a hundred times what using it does.
const dayFormats = new Map<string, Intl.DateTimeFormat>()
const clockFormats = new Map<string, Intl.DateTimeFormat>()
let englishDay: Intl.DateTimeFormat | undefined

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const format =
    dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  dayFormats.set(timeZone, format)
  return format
}

function clockFormat(timeZone: string): Intl.DateTimeFormat {
  const format =
    clockFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
  clockFormats.set(timeZone, format)
  return format
}

// Formatting is slow, and the clock is read several times an answer. No day begins within a minute.
let latest: { readonly timeZone: string; readonly minute: number; readonly day: Day } | undefined

/** The day that it is in a time zone. */
export function dayIn(timeZone: string, now: Date): Day {
  const minute = Math.floor(now.getTime() / 60_000)
  if (latest?.timeZone !== timeZone || latest.minute !== minute) latest = { timeZone, minute, day: formatted(timeZone, now) }
  return latest.day
}

function formatted(timeZone: string, now: Date): Day {
  const parts = dayFormat(timeZone).formatToParts(now)
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}

export function parseDay(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  return { year, month, day }
}

/** The last second of a day in a time zone. */
export function endOfDay(timeZone: string, { year, month, day }: Day): Date {
  const utc = Date.UTC(year, month - 1, day, 23, 59, 59)
  return new Date(utc - offsetAt(timeZone, utc))
}

/** The instant at which a clock of a zone shows a time of day, `HH:MM`. */
export function instantAt(timeZone: string, { year, month, day }: Day, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const utc = Date.UTC(year, month - 1, day, hours, minutes)
  return new Date(utc - offsetAt(timeZone, utc))
}

/** The last minute of a day, or another time of it, by the clock of a zone, as people write it: `23:59 (UTC+8)`. */
export function endOfDayText(timeZone: string, day: Day, time = '23:59'): string {
  const minutes = Math.round(offsetAt(timeZone, endOfDay(timeZone, day).getTime()) / 60_000)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${time} (UTC${minutes < 0 ? '-' : '+'}${hours}${rest > 0 ? `:${String(rest).padStart(2, '0')}` : ''})`
}

/** By how many milliseconds a zone is ahead of UTC at an instant. */
function offsetAt(timeZone: string, at: number): number {
  const parts = clockFormat(timeZone).formatToParts(at)
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at
}

/** Days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noon(to) - noon(from)) / 86_400_000)
}

function noon({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day, 12)
}

export function dayText({ year, month, day }: Day, tongue: Tongue): string {
  if (tongue === 'zh') return `${year}年${month}月${day}日`
  englishDay ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return englishDay.format(noon({ year, month, day }))
}

/** The span between two days: up to 60 days in days, else in years and months, with the days where they are still countable. */
export function spanText(from: Day, to: Day, tongue: Tongue): string {
  const days = Math.abs(daysBetween(from, to))
  const span = briefSpanText(from, to, tongue)
  if (days <= COUNTABLE) return span
  return tongue === 'zh' ? `${span}（${days}天）` : `${span} (${days} days)`
}

/** Days that people still count one by one. */
const COUNTABLE = 60

/** The span between two days, up to 60 days in days, else in whole years and months. */
export function briefSpanText(from: Day, to: Day, tongue: Tongue): string {
  const days = Math.abs(daysBetween(from, to))
  if (days <= COUNTABLE) return lengthText({ years: 0, months: 0, days }, tongue)
  const [a, b] = daysBetween(from, to) >= 0 ? [from, to] : [to, from]
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
  return lengthText({ years: Math.floor(months / 12), months: months % 12, days: 0 }, tongue)
}

/** Years, months and days as people say them; of what there is none nothing is said. */
export function lengthText({ years, months, days }: { years: number; months: number; days: number }, tongue: Tongue): string {
  const parts = [
    ...(years > 0 ? [count(years, '年', 'year', tongue)] : []),
    ...(months > 0 ? [count(months, '个月', 'month', tongue)] : []),
    ...(days > 0 || years + months === 0 ? [count(days, '天', 'day', tongue)] : []),
  ]
  return parts.join(tongue === 'zh' ? '' : ' and ')
}

function count(n: number, zh: string, en: string, tongue: Tongue): string {
  return tongue === 'zh' ? `${n}${zh}` : `${n} ${en}${n === 1 ? '' : 's'}`
}
