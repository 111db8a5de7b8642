// Days that a question names, against those of the facts: is it that day, and is that day in time?
import type { Fact } from '../knowledge/library.js'
import { dayOf, firstDayOf } from '../knowledge/values.js'
import { asksBy } from '../query/cues.js'
import type { DayMention } from '../query/numbers.js'
import type { Query } from '../query/query.js'
import { isDeadline } from './dates.js'
import { type Part, say } from './verdict.js'

export function days(query: Query, told: readonly Fact[]): Part[] {
  const [day] = query.days
  const dated = told.filter((fact) => dayOf(fact.entry.value) !== undefined)
  const [fact] = dated
  if (!day || query.days.length > 1 || !fact || dated.length > 1 || asksBy(query, OPEN)) return []
  const [first, last] = [firstDayOf(fact.entry.value), dayOf(fact.entry.value) as string]
  const [asked, until] = meant(day, first ?? last, last)
  if (isDeadline(fact) && asksBy(query, IN_TIME)) {
    if (asked > last) return [say('day-after', { day: { kind: 'date', date: asked } })]
    if (first !== undefined && until < first) return [say('day-before', { day: { kind: 'date', date: until } })]
    return day.day === undefined ? [] : [say('day-within', { day: { kind: 'date', date: asked } })]
  }
  if (day.day === undefined) return []
  const dayAsked = told.length === 1 || query.aspects.some(({ aspect }) => aspect.op === 'date')
  if (!query.cues.has('yesno') || !dayAsked) return []
  const holds = first !== undefined && !isDeadline(fact) ? asked >= first && asked <= last : asked === last || asked === first
  return [say(holds ? 'yes' : 'no')]
}

const OPEN = ['who', 'which', 'what', 'when', 'where', 'why', 'howmany', 'howlong', 'list'] as const
const IN_TIME = ['can', 'late', 'submit'] as const

/** The day as ISO, twice, or the first and last of a month; without its year in the one in which it is nearest to what it is held against. */
function meant({ year, month, day }: DayMention, first: string, last: string): [from: string, until: string] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  const years = year === undefined ? Array.from({ length: to - from + 3 }, (_, i) => from - 1 + i) : [year]
  const away = (at: string): number => Math.max(0, Date.parse(first) - Date.parse(at), Date.parse(at) - Date.parse(last))
  const iso = (one: number, of: number): string => `${one}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`
  const nearest = years.reduce((best, one) => (away(iso(one, day ?? 1)) < away(iso(best, day ?? 1)) ? one : best))
  return [iso(nearest, day ?? 1), iso(nearest, day ?? new Date(Date.UTC(nearest, month, 0)).getUTCDate())]
}
