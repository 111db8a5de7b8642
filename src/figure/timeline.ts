// The dates that a notice's facts set, with today among them. A length of time whose ends nobody states is told, not placed.
import { briefSpanText, type Day, dayIn, daysBetween, lengthText } from '../compose/calendar.js'
import type { Fact } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { valuesIn } from '../knowledge/values.js'
import { after, type Dated, datedAs, datedBy, type Length, lengthOf, mayBe } from './dated.js'
import { type DrawnIn, listed, titleOf, word } from './drawn-in.js'
import type { Moment, Period, Timeline } from './figure.js'
import { endLabelsOf, labelOf } from './label.js'
import type { TimelinePlan } from './plan.js'

interface Event extends Dated {
  readonly kind: Moment['kind']
  readonly label: string
  readonly fact: Fact | null
}

export function timelineOf(notice: Notice, { dated, lasting }: TimelinePlan, drawn: DrawnIn): Timeline {
  const { lang, tongue, script, now } = drawn
  const today = dayIn(notice.file.time_zone, now)
  const events = [...eventsOf(notice, dated, drawn), todayOf(today, drawn)].sort((a, b) => daysBetween(b.last, a.last) || rank(a) - rank(b))
  const moments = events.map((event, i) => momentOf(event, events[i + 1], today, drawn))
  const periods = lasting.flatMap((fact) => periodsOf(fact, lasting, events, drawn))
  const title = word(drawn, 'figure-timeline')
  const subtitle = titleOf(notice, tongue)
  const told = [...momentTexts(moments, drawn), ...periods.map((period) => periodText(period, drawn))]
  const alt = word(drawn, 'figure-alt', { title, subtitle, text: listed(told, tongue) })
  return {
    kind: 'timeline',
    lang,
    title: script(title),
    subtitle: script(subtitle),
    moments: moments.map((moment) => ({ ...moment, label: script(moment.label), when: script(moment.when), gap: script(moment.gap) })),
    periods: periods.map((period) => ({
      ...period,
      label: script(period.label),
      length: script(period.length),
      note: script(period.note),
    })),
    notes: [],
    cited: drawn.cite([...dated, ...lasting]),
    alt: script(alt),
  }
}

/** Of one day what the notice sets stands before today. */
function rank({ kind }: Event): number {
  return kind === 'today' ? 1 : 0
}

function todayOf(today: Day, drawn: DrawnIn): Event {
  const { year, month, day } = today
  const dated = datedAs(`${year}-${month}-${day}`, drawn.tongue, drawn.library.language)
  return { ...dated, kind: 'today', label: word(drawn, 'figure-today'), fact: null }
}

function eventsOf(notice: Notice, facts: readonly Fact[], drawn: DrawnIn): Event[] {
  const events = facts.flatMap((fact) => valuesIn(fact.entry.value).flatMap((value) => eventsIn(value, fact, facts, drawn)))
  const [source, ...others] = notice.sources.values()
  // A notice known from one source is dated by it; where a fact says so already it is not said twice.
  const published = others.length === 0 && source?.date ? datedAs(source.date, drawn.tongue, drawn.library.language) : undefined
  if (!published || events.some(({ when }) => when === published.when)) return events
  return [...events, { ...published, kind: 'event', label: word(drawn, 'figure-published'), fact: null }]
}

/** One day; of a span its first and its last; each day of several on which sources disagree. */
function eventsIn(value: ReturnType<typeof valuesIn>[number], fact: Fact, all: readonly Fact[], drawn: DrawnIn): Event[] {
  const { tongue, library } = drawn
  const called = (label: string): string => ('in' in value ? word(drawn, 'figure-disputed', { label }) : label)
  const atTime = (dated: Dated, time: string | undefined): Dated =>
    time === undefined ? dated : { ...dated, when: word(drawn, 'figure-at', { day: dated.when, time }) }
  if ('date' in value)
    return [
      { ...atTime(datedBy(value, tongue, library.language), value.at), kind: 'event', label: called(labelOf(fact, all, drawn)), fact },
    ]
  if (!('until' in value)) return []
  const endOf = (day: string, time: string | undefined, label: string): Event => ({
    ...atTime(datedAs(day, tongue, library.language), time),
    kind: 'event',
    label: called(label),
    fact,
  })
  const [first, last] = endLabelsOf(fact, all, drawn)
  return [endOf(value.from, value.from_at, first), endOf(value.until, value.at, last)]
}

function momentOf(event: Event, next: Event | undefined, today: Day, drawn: DrawnIn): Moment {
  const { kind, label, when, exact, last } = event
  const days = next ? daysBetween(last, next.last) : 0
  const span = next && days > 0 ? briefSpanText(last, next.last, drawn.tongue) : ''
  const gap = span === '' || (exact && next?.exact) ? span : word(drawn, 'figure-about', { span })
  return { kind, label, when, exact, past: daysBetween(last, today) > 0, days, gap }
}

function periodsOf(fact: Fact, all: readonly Fact[], events: readonly Event[], drawn: DrawnIn): Period[] {
  return valuesIn(fact.entry.value).flatMap((value) => {
    if (!('period' in value)) return []
    const label = labelOf(fact, all, drawn)
    return [placed(fact, 'in' in value ? word(drawn, 'figure-disputed', { label }) : label, lengthOf(value.period), events, drawn)]
  })
}

function placed(fact: Fact, label: string, length: Length, events: readonly Event[], drawn: DrawnIn): Period {
  const text = lengthText(length, drawn.tongue)
  const start = events.find((event) => event.fact?.entry.aspect.includes('start-date') && isOfSame(event.fact, fact))
  if (!start) return { label, length: text, note: word(drawn, 'figure-no-ends'), between: null }
  const over = start.exact ? after(start.first, length) : undefined
  const end = over && events.findIndex((event) => event.fact && event !== start && (mayBe(event, over) || mayBe(event, dayBefore(over))))
  if (end === undefined || end < 0) return { label, length: text, note: word(drawn, 'figure-from', { when: start.when }), between: null }
  return { label, length: text, note: '', between: [events.indexOf(start), end] }
}

/** Whether two facts are about something in common. */
function isOfSame(one: Fact, other: Fact): boolean {
  return one.entry.about.some((id) => other.entry.about.includes(id))
}

function dayBefore(day: Day): Day {
  return after(day, { years: 0, months: 0, days: -1 })
}

function momentTexts(moments: readonly Moment[], drawn: DrawnIn): string[] {
  return moments.map(({ label, when }, i) => {
    const gap = moments[i - 1]?.gap ?? ''
    const text = word(drawn, 'figure-item', { name: when, text: label })
    return gap === '' ? text : word(drawn, 'figure-later', { gap, text })
  })
}

function periodText({ label, length, note }: Period, drawn: DrawnIn): string {
  const text = word(drawn, 'figure-item', { name: label, text: length })
  return note === '' ? text : word(drawn, 'figure-with', { text, note })
}
