// What a timeline shows: the dates that the facts set and nothing else, as exactly as they are known.
import { describe, expect, it } from 'vitest'
import { loadAssistant } from '../../adapters/load.js'
import type { Assistant } from '../../src/assistant.js'
import { packWith, type Slip, write } from '../knowledge/small-pack.js'
import { NOTICES, timelineFrom } from './figures.js'

const [real, courses, , scholarships] = NOTICES as [Assistant, Assistant, Assistant, Assistant]

function libraryWith(...slips: readonly Slip[]): Assistant {
  return loadAssistant(`${write(packWith(...slips))}/knowledge`)
}

/** Facts to stand before the first of the small pack. */
function facts(yaml: string): Slip {
  return ['facts', '- id: opening-day', `${yaml}\n- id: opening-day`]
}

const PERIOD = `- id: period
  about: [notice]
  aspect: [period]
  value: { period: P1Y6M }
  text: { zh: 试行一年半。, en: The trial lasts a year and a half. }
  says: notice
  source: { paragraph: 2, evidence: 四月一日开馆 }`

function deadline(date: string, precision: string, id = 'end', about = 'notice'): string {
  return `- id: ${id}
  about: [${about}]
  aspect: [completion-deadline]
  value: { date: ${date}, precision: ${precision} }
  text: { zh: 试行到${Number(date.slice(0, 4))}年。, en: "The trial ends in ${date.slice(0, 4)}." }
  says: notice
  source: { paragraph: 2, evidence: 四月一日开馆 }`
}

describe('a timeline', () => {
  it('sets the dates of the facts and today in order, with the time between them', () => {
    expect(timelineFrom(real, { now: '2022-11-05' })).toEqual({
      kind: 'timeline',
      lang: 'en',
      title: 'Timeline',
      subtitle: 'Blockchain application pilot notice (2021)',
      moments: [
        { kind: 'event', label: 'Publication date', when: '20 October 2021', exact: true, past: true, days: 381, gap: '1 year' },
        { kind: 'today', label: 'Today', when: '5 November 2022', exact: true, past: false, days: 421, gap: 'About 1 year and 1 month' },
        { kind: 'event', label: 'Completion deadline', when: 'End of 2023', exact: false, past: false, days: 0, gap: '' },
      ],
      periods: [{ label: 'Period', length: '2 years', note: 'The source gives no start or end date', between: null }],
      notes: [],
      cited: ['Source: “18 departments launch blockchain application pilots: what are the priorities?” (2021-10-20), paragraphs 2, 23'],
      alt: 'Timeline, Blockchain application pilot notice (2021). 20 October 2021: Publication date; 1 year later, 5 November 2022: Today; About 1 year and 1 month later, End of 2023: Completion deadline; Period: 2 years (The source gives no start or end date).',
    })
  })

  it('speaks the script of the answer', () => {
    const { title, moments, periods } = timelineFrom(real, { now: '2022-11-05', lang: 'zh-Hant' })
    expect([title, moments.map(({ when, label, gap }) => [when, label, gap]), periods]).toEqual([
      '時間線',
      [
        ['2021年10月20日', '文章發佈日期', '1年'],
        ['2022年11月5日', '今天', '約1年1個月'],
        ['2023年底', '完成期限', ''],
      ],
      [{ label: '週期', length: '2年', note: '來源沒有寫明起止日期', between: null }],
    ])
  })

  it('has the day on which the source was published, where no fact has it', () => {
    expect(timelineFrom(courses, { now: '2024-06-20' }).moments.map(({ when, label }) => `${when}: ${label}`)).toEqual([
      '1 March 2024: Source published',
      '20 June 2024: Today',
      'End of 2024: Completion deadline',
    ])
  })

  it('knows today by the clock of the notice', () => {
    const at = (instant: string) => {
      const answer = real.ask({ input: { kind: 'suggestion', id: 'blockchain-pilots-2021/?schedule' }, now: new Date(instant), lang: 'en' })
      const [figure] = answer.blocks.flatMap((block) => (block.kind === 'figure' && block.figure.kind === 'timeline' ? [block.figure] : []))
      return figure?.moments.find(({ kind }) => kind === 'today')?.when
    }
    expect([at('2023-12-31T15:59:59Z'), at('2023-12-31T16:00:00Z')]).toEqual(['31 December 2023', '1 January 2024'])
  })

  it('has something behind it on the day after its last day only', () => {
    const past = (now: string) =>
      timelineFrom(real, { now })
        .moments.filter(({ kind }) => kind === 'event')
        .map((one) => one.past)
    expect([past('2023-12-31'), past('2024-01-01')]).toEqual([
      [true, false],
      [true, true],
    ])
  })

  it('says of several dates of one aspect what each is about', () => {
    const library = libraryWith(
      facts(`${deadline('2030-06-30', 'day', 'a', 'map-room')}\n${deadline('2030-05-31', 'end-of-month', 'b', 'music-room')}`),
    )
    expect(timelineFrom(library, { now: '2030-03-01' }).moments.map(({ when, label }) => `${when}: ${label}`)).toEqual([
      '1 March 2030: Source published',
      '1 March 2030: Today',
      '1 April 2030: Start date',
      'End of May 2030: Completion deadline · Music room',
      '30 June 2030: Completion deadline · Map room',
    ])
  })
})

describe('a date that is more than one day', () => {
  const shown = (value: string): string[] =>
    timelineFrom(libraryWith(['facts', 'value: { date: 2030-04-01, precision: day }', `value: ${value}`]), { now: '2030-03-10' })
      .moments.filter(({ kind }) => kind === 'event')
      .map(({ when, label, exact }) => `${when}${exact ? '' : ' or so'}: ${label}`)

  it('has its first and its last', () => {
    expect(shown('{ from: 2030-04-01, until: 2030-04-07 }')).toEqual([
      '1 March 2030: Source published',
      '1 April 2030: Start date: first day',
      '7 April 2030: Start date: last day',
    ])
  })

  const window = (aspects: string, about: string): string[] =>
    timelineFrom(
      libraryWith(
        ['facts', 'value: { date: 2030-04-01, precision: day }', 'value: { from: 2030-04-01, until: 2030-04-07 }'],
        ['facts', 'aspect: [start-date]', `aspect: [${aspects}]`],
        ['facts', 'about: [notice]\n  aspect: [', `about: [${about}]\n  aspect: [`],
      ),
      { now: '2030-03-10' },
    ).moments.flatMap(({ when, label }) => (when.includes('April') ? label : []))

  it('is a window where a deadline ends it: the day that opens it is no deadline, in whichever order the fact answers', () => {
    expect([window('application-deadline, start-date', 'notice'), window('start-date, completion-deadline', 'map-room')]).toEqual([
      ['Start date', 'Application deadline'],
      ['Start date · Map room', 'Completion deadline · Map room'],
    ])
  })

  it('opens, where the fact has no word for its beginning', () => {
    expect(window('application-deadline', 'map-room')).toEqual([
      'Opens (until the application deadline) · Map room',
      'Application deadline · Map room',
    ])
  })

  it('has its first and its last of what it is called, where that is no deadline', () => {
    expect(window('display-period, start-date, completion-deadline', 'notice')).toEqual([
      'Period of the public notice: first day',
      'Period of the public notice: last day',
    ])
  })
})

it('has the time of day, where one is set, and says of several lengths what each is of', () => {
  const { moments, periods } = timelineFrom(scholarships, { now: '2026-11-30', lang: 'zh-Hans' })
  expect([
    moments.slice(1, 4).map(({ when, label }) => `${when} ${label}`),
    periods.map(({ label, length }) => `${label} ${length}`),
  ]).toEqual([
    ['2026年11月16日 09:00 开始日期 · 申请受理时间', '2026年11月30日 今天', '2027年1月15日 17:00 申报截止日期 · 申请受理时间'],
    [expect.stringMatching(/^周期 · .+ 2年$/), expect.stringMatching(/^周期 · .+ 1年$/), expect.stringMatching(/^周期 · .+ 1年$/)],
  ])
})

describe('a length of time', () => {
  const periods = (...slips: readonly Slip[]) => timelineFrom(libraryWith(...slips), { now: '2030-03-10' }).periods

  it('stands between its beginning and its end where the source dates both', () => {
    const known = [{ label: 'Period', length: '1 year and 6 months', note: '', between: [2, 3] }]
    expect(periods(facts(`${PERIOD}\n${deadline('2031-10-01', 'day')}`))).toEqual(known)
    expect(periods(facts(`${PERIOD}\n${deadline('2031-09-30', 'day')}`))).toEqual(known)
    expect(periods(facts(`${PERIOD}\n${deadline('2031-09-30', 'end-of-month')}`))).toEqual(known)
  })

  it('has no end where none is stated, or another one', () => {
    const open = [{ label: 'Period', length: '1 year and 6 months', note: 'From 1 April 2030', between: null }]
    expect(periods(facts(PERIOD))).toEqual(open)
    expect(periods(facts(`${PERIOD}\n${deadline('2031-12-31', 'end-of-year')}`))).toEqual(open)
  })

  it('has no place at all without a date of its beginning', () => {
    expect(periods(facts(PERIOD), ['facts', '[start-date]', '[issue-date]'])).toEqual([
      { label: 'Period', length: '1 year and 6 months', note: 'The source gives no start or end date', between: null },
    ])
  })
})

it('a notice without dates has no timeline, and is not said to have one', () => {
  const library = libraryWith(['facts', '  value: { date: 2030-04-01, precision: day }\n', ''])
  const answer = library.ask({ input: { kind: 'suggestion', id: 'library-opening/?schedule' }, now: new Date(0), lang: 'en' })
  expect([answer.status, answer.blocks.some(({ kind }) => kind === 'figure')]).toEqual(['not_stated', false])
})
