// Dates that contradict one another: within a fact, between facts, and with the day of the publication.
import type { Problem } from '../notice.js'
import { textAt } from '../raw.js'
import type { FactEntry } from '../schema.js'
import { quote } from '../wording.js'
import { datesIn, exists, lastDay } from './dates-in.js'
import type { LintInput } from './lint.js'

const TONGUES = ['zh', 'en'] as const

/** Aspects by where they stand in the course of a call: what is later here cannot be earlier in the calendar. */
const COURSE = ['start-date', 'completion-deadline'] as const

interface Dated {
  readonly index: number
  readonly fact: FactEntry
  readonly date: string
  readonly precision: string
}

export function lintDates(input: LintInput): Problem[] {
  const dated = [...input.notice.facts.values()].flatMap((fact, index): Dated[] =>
    fact.value && 'date' in fact.value ? [{ index, fact, date: fact.value.date, precision: fact.value.precision }] : [],
  )
  return [
    ...dated.flatMap((one) => [...ofEnd(one, input), ...ofText(one, input)]),
    ...impossible(input),
    ...beforePublication(dated, input),
    ...outOfCourse(dated, input),
  ]
}

/** The end of a month or a year is its last day. */
function ofEnd({ index, date, precision }: Dated, { files }: LintInput): Problem[] {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const end =
    precision === 'end-of-year' ? `${year}-12-31` : precision === 'end-of-month' ? `${date.slice(0, 7)}-${lastDay(year, month)}` : date
  if (end === date) return []
  return [
    files.facts.at(
      [index, 'value', 'date'],
      `the precision is ${precision}, and ${date} is not the last day of it; write ${end}, or precision: day`,
    ),
  ]
}

/** A text that tells dates, and not the one that the value has, as far as it tells them. */
function ofText({ index, fact, date }: Dated, { files }: LintInput): Problem[] {
  return TONGUES.flatMap((tongue) => {
    const dates = datesIn(fact.text[tongue])
    if (dates.length === 0 || dates.some((told) => date.startsWith(told))) return []
    return [
      files.facts.at([index, 'text', tongue], `the value says ${date}, and this text says ${dates.join(', ')}; make them say the same`),
    ]
  })
}

function impossible({ notice, files }: LintInput): Problem[] {
  return [...notice.facts.values()].flatMap(({ text }, index) =>
    TONGUES.flatMap((tongue) =>
      datesIn(text[tongue])
        .filter((date) => !exists(date))
        .map((date) => files.facts.at([index, 'text', tongue], `there is no day ${date} in the calendar; write the right one`)),
    ),
  )
}

/** Nobody can be asked to meet a deadline that was over when the notice appeared. */
function beforePublication(dated: readonly Dated[], { files }: LintInput): Problem[] {
  const published = textAt(files.notice.raw, ['source', 'date']) ?? textAt(files.notice.raw, ['sources', 0, 'date'])
  if (published === undefined || !/^\d{4}(-\d\d)*$/.test(published)) return []
  return dated
    .filter(({ fact, date }) => fact.aspect.some((aspect) => aspect.endsWith('-deadline')) && date.slice(0, published.length) < published)
    .map(({ index, date }) =>
      files.facts.at(
        [index, 'value', 'date'],
        `this deadline (${date}) was over when the source was published (${published}); write the right date here or in notice.yaml`,
      ),
    )
}

/** What ends before it begins. */
function outOfCourse(dated: readonly Dated[], { files }: LintInput): Problem[] {
  const [begins, ends] = COURSE.map((aspect) => dated.filter(({ fact }) => fact.aspect.includes(aspect)))
  return (ends ?? []).flatMap((end) => {
    const begin = begins?.find(({ fact, date }) => date > end.date && fact.about.some((id) => end.fact.about.includes(id)))
    if (!begin) return []
    const { line } = files.facts.at([begin.index, 'value', 'date'], '')
    return [
      files.facts.at(
        [end.index, 'value', 'date'],
        `${quote(end.fact.id)} ends on ${end.date}, before ${quote(begin.fact.id)} begins (${begin.date}, line ${line}); write the right dates`,
      ),
    ]
  })
}
