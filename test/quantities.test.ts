// Amounts, hours and windows of time of a notice: on a town's library, whose cards cost money and whose readers must be of an age.
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadAssistant } from '../adapters/load.js'
import { renderText } from '../adapters/terminal/render.js'
import { normalise } from '../src/query/normalise.js'
import { packWith, problemsOf, type Slip, write } from './knowledge/small-pack.js'

const TOPICS: Slip = [
  'things',
  '- id: resident\n',
  `- id: age
  kind: topic
  name: { zh: 年龄, en: age }
- id: tour
  kind: topic
  name: { zh: 参观, en: tour }
- id: resident
`,
]
const FACTS: Slip = [
  'facts',
  '- id: rooms\n',
  `- id: price
  about: [yearly-card]
  aspect: [amount, fee]
  value: { amount: 60, unit: yuan }
  text: { zh: 年卡60元。, en: The yearly card costs 60 yuan. }
  says: notice
  source: { paragraph: 3, evidence: 居民可领年卡 }
- id: enrolment
  about: [notice]
  aspect: [application-deadline]
  value: { from: 2030-04-02, from_at: "08:30", until: 2030-04-20, at: "12:00" }
  text: { zh: 办卡时间为4月2日8:30至4月20日12:00。, en: "Cards are issued from 8:30 on 2 April to 12:00 on 20 April." }
  says: notice
  source: { paragraph: 3, evidence: 居民可领年卡 }
- id: least-age
  about: [age, yearly-card]
  aspect: [eligibility]
  value: { amount: 6, unit: age, limit: least }
  text: { zh: 办年卡须年满6岁。, en: Card holders must be at least 6 years old. }
  says: notice
  source: { paragraph: 3, evidence: 居民可领年卡 }
- id: tour-length
  about: [tour]
  aspect: [procedure]
  value: { amount: 40, unit: minutes }
  text: { zh: 参观40分钟。, en: The tour takes 40 minutes. }
  says: notice
  source: { paragraph: 3, evidence: 居民可领年卡 }
- id: rooms
`,
]

function library(): (text: string, now?: string) => string {
  const assistant = loadAssistant(join(write(packWith(TOPICS, FACTS)), 'knowledge'))
  return (text, now = '2030-04-05T04:00:00Z') =>
    renderText(assistant.ask({ input: { kind: 'text', text }, now: new Date(now) })).split('\n')[0] as string
}

describe('a value that measures something', () => {
  it('answers how much, and yes or no', () => {
    const ask = library()
    expect(['年卡多少钱？', '年卡是60元吗？', '年卡是八十块吗？', 'Is the yearly card 60 yuan?', '参观多久？'].map((q) => ask(q))).toEqual([
      '年卡60元。',
      '是的。年卡60元。',
      '并非如此。年卡60元。',
      'Yes. The yearly card costs 60 yuan.',
      '参观40分钟。',
    ])
  })

  it('may have a limit in another unit beside it: what is beyond it is not so, what is within it may be', () => {
    const discount = FACTS[2].replace(
      'value: { amount: 60, unit: yuan }',
      'value: { amount: 10, unit: percent, also: [{ amount: 50, unit: yuan, limit: most }] }',
    )
    const assistant = loadAssistant(join(write(packWith(TOPICS, [FACTS[0], FACTS[1], discount])), 'knowledge'))
    const ask = (text: string): string =>
      renderText(assistant.ask({ input: { kind: 'text', text }, now: new Date('2030-04-05T04:00:00Z') })).split('\n')[0] as string
    expect(['年卡80元可能吗？', '年卡30元可能吗？', 'Is 80 yuan possible for the yearly card?', '年卡能有10%吗？'].map(ask)).toEqual([
      '并非如此。年卡60元。',
      '年卡60元。',
      'No, that is not what the source says. The yearly card costs 60 yuan.',
      '是的。年卡60元。',
    ])
  })

  it('is held against what an asker is, where it is a limit', () => {
    const ask = library()
    expect(['5岁可以办年卡吗？', '7岁可以办年卡吗？'].map((q) => ask(q).split('。')[0])).toEqual([
      '5不符合这一条要求',
      '7符合这一条要求；是否入选还要看其他条件',
    ])
  })

  it('has its unit in language/units.yaml', () => {
    const bad: Slip = [FACTS[0], FACTS[1], FACTS[2].replace('unit: yuan', 'unit: yuen')]
    expect(problemsOf(packWith(TOPICS, bad))).toEqual([
      'library-opening/facts.yaml:13:30: there is no unit "yuen"; did you mean "yuan"? If not, name one of language/units.yaml: age, characters, copies, courses, credits, days, hours, instalments, letters, megabytes, minutes, months, pages, people, percent, points, signatures, stamps, types, workdays, years, yuan',
    ])
  })

  it('has a time of day that is one', () => {
    const bad: Slip = [FACTS[0], FACTS[1], FACTS[2].replace('at: "12:00"', 'at: "25:00"')]
    expect(problemsOf(packWith(TOPICS, bad))).toEqual(['library-opening/facts.yaml:20:71: write the time as "17:00", in quotes'])
  })
})

describe('a window of time', () => {
  it.each([
    ['2030-04-01T04:00:00Z', '今天是2030年4月1日，还没有开始，还有1天。'],
    ['2030-04-02T00:29:00Z', '今天（2030年4月2日）08:30开始，现在还没有开始。'],
    ['2030-04-20T03:59:00Z', '今天（2030年4月20日）是最后一天，12:00截止。'],
    ['2030-04-20T04:00:00Z', '今天（2030年4月20日）12:00已经截止，期限已过。'],
  ])('at %s: %s', (now, sentence) => {
    expect(library()('现在还能申请吗？', now)).toBe(`办卡时间为4月2日8:30至4月20日12:00。${sentence}`)
  })
})

describe('commas between the digits of a number', () => {
  it('say nothing, wherever they stand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (n) => {
        expect(normalise(`是${n.toLocaleString('en')}元吗`)).toBe(`是${n}元吗`)
      }),
    )
  })

  it('part what is no such number', () => {
    expect(['1,2,3', '2021,10,20', '12,34', '3.5,100'].map(normalise)).toEqual(['1,2,3', '2021,10,20', '12,34', '3.5,100'])
  })
})
