// Where the clock stands against the day of a fact: before it begins, while it lasts, over.
import type { DateStamp } from '../answer.js'
import type { Part } from '../decide/verdict.js'
import { dayOf, firstDayOf, timesOf } from '../knowledge/values.js'
import type { Language, Tongue } from '../language/language.js'
import { dayIn, daysBetween, dayText, endOfDay, endOfDayText, instantAt, parseDay, spanText } from './calendar.js'
import { fill } from './fill.js'

type Clock = Extract<Part, { kind: 'clock' }>

/** The days beside which the answer sets the clock. */
export function datesOf(parts: readonly Part[], tongue: Tongue, script: (text: string) => string): DateStamp[] {
  return parts.flatMap((part): DateStamp[] => {
    const due = part.kind === 'clock' ? dayOf(part.fact.entry.value) : undefined
    if (part.kind !== 'clock' || due === undefined) return []
    const day = parseDay(due)
    const zone = part.fact.notice.file.time_zone
    const { until } = timesOf(part.fact.entry.value)
    return [
      {
        at: until === undefined ? endOfDay(zone, day) : instantAt(zone, day, until),
        day: script(dayText(day, tongue)),
        time: endOfDayText(zone, day, until),
      },
    ]
  })
}

/** The sentence that says it; with today's date only where the clock is asked about. '' where the fact has no day. */
export function clockText(part: Clock, tongue: Tongue, now: Date, language: Language): string {
  const { value } = part.fact.entry
  const last = dayOf(value)
  if (last === undefined) return ''
  const zone = part.fact.notice.file.time_zone
  const [today, due] = [dayIn(zone, now), parseDay(last)]
  const first = firstDayOf(value)
  const start = first === undefined ? undefined : parseDay(first)
  const times = timesOf(value)
  const say = (key: string, span: string, time = ''): string =>
    fill(language, tongue, part.asked ? key : `${key}-short`, { today: dayText(today, tongue), span, time })
  const kind = part.due ? 'clock' : 'clock-event'
  const left = daysBetween(today, due)
  const begun = start === undefined || now >= instantAt(zone, start, times.from ?? '00:00')
  if (!begun)
    return daysBetween(today, start) > 0 ? say(`${kind}-ahead`, spanText(today, start, tongue)) : say('clock-today-ahead', '', times.from)
  if (left < 0) return say(`${kind}-after`, spanText(today, due, tongue))
  const over = left === 0 && times.until !== undefined && now >= instantAt(zone, due, times.until)
  if (over) return say('clock-today-over', '', times.until)
  if (!part.due)
    return left > 0 && start === undefined ? say('clock-event-ahead', spanText(today, due, tongue)) : say('clock-event-now', '')
  if (left > 0) return say('clock-before', spanText(today, due, tongue))
  return times.until === undefined ? say('clock-last', '') : say('clock-last-at', '', times.until)
}
