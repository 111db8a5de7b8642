// What a map shows, and when an answer has a picture beside it.
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer.js'
import type { Assistant } from '../../src/assistant.js'
import { menuOf } from '../../src/menu.js'
import { ask, converse } from '../assistant.js'
import { LANGS, mapFrom, NOTICES } from './figures.js'

const [real, courses, open] = NOTICES as [Assistant, Assistant, Assistant]

describe('a map', () => {
  it('has what the notice lists, group by group, and who leads what', () => {
    const { groups, legend, title, notes, cited } = mapFrom(real)
    expect(groups.map(({ name, members }) => [name, members.map((one) => (one.marked ? `${one.name} (${one.lead})` : one.name))])).toEqual([
      ['Real economy', ['Manufacturing (Ministry of Industry and Information Technology (MIIT))', 'Energy']],
      [
        'Social governance',
        [
          ...[
            'Government services',
            'Government data sharing',
            'Rule of law',
            'Tax and fee services (State Taxation Administration (STA))',
          ],
          ...['Court trials', 'Procuratorial work', 'Copyright'],
        ],
      ],
      [
        'Livelihood services',
        ['Civil affairs', 'Human resources and social security', 'Education', 'Health (National Health Commission (NHC))'],
      ],
      ['Financial technology', ["Trade finance (People's Bank of China (PBOC))", 'Risk control', 'Equity market', 'Cross-border finance']],
    ])
    expect([title, legend, notes]).toEqual([
      'Domains at a glance',
      { marked: 'Lead department stated by the source', unmarked: 'Not stated' },
      ['The source says 16 domains; yet the names that it prints add up to 17 (2 + 7 + 4 + 4), and it does not explain the difference.'],
    ])
    // Of the leads as well, which the answer in words does not tell.
    expect(cited).toEqual([expect.stringMatching(/paragraphs 6, 12, 13, 14, 15, 27$/)])
  })

  it('needs no groups, and marks a lead that is stated in words only', () => {
    expect(mapFrom(courses, { lang: 'zh-Hans' })).toEqual({
      kind: 'map',
      lang: 'zh-Hans',
      title: '课程一览',
      subtitle: '社区课程通知（2024年）',
      groups: [
        {
          name: '',
          members: [
            { name: '合唱课', marked: true, lead: '' },
            { name: '陶艺课', marked: true, lead: '' },
          ],
        },
      ],
      legend: { marked: '来源已写明牵头部门', unmarked: '' },
      notes: [],
      cited: ['来源：《社区课程开始申报》（2024-03-01），第2、3段'],
      alt: '课程一览，社区课程通知（2024年）。合唱课（来源已写明牵头部门）、陶艺课（来源已写明牵头部门）。',
    })
  })

  it('says of a list that is not whole that it is not', () => {
    expect(mapFrom(open).notes).toEqual([
      expect.stringMatching(
        /^The domains that .* name are "blockchain \+ education", "blockchain \+ health" and "blockchain \+ manufacturing"/,
      ),
    ])
  })

  it('says in words all that it shows', () => {
    for (const lang of LANGS) {
      const { alt, groups } = mapFrom(real, { lang })
      const shown = groups.flatMap(({ name, members }) => [name, ...members.flatMap((one) => [one.name, one.lead])])
      expect(shown.filter((text) => !alt.includes(text))).toEqual([])
    }
  })
})

function figuresOf({ blocks }: Answer): string[] {
  return blocks.flatMap((block) => (block.kind === 'figure' ? [`${block.figure.kind}${block.asked ? ', asked for' : ''}`] : []))
}

describe('an answer has a picture', () => {
  it.each([
    ['timeline', 'timeline'],
    ['show me a timeline', 'timeline'],
    ['what is the schedule?', 'timeline'],
    ['时间表', 'timeline'],
    ['试点的时间线', 'timeline'],
    ['給我時間表', 'timeline'],
    ['给我一张图', 'map'],
    ['a map of the domains', 'map'],
    ['领域的示意图', 'map'],
  ])('that was asked for: %s', (question, kind) => {
    const answer = ask(question)
    expect([answer.status, figuresOf(answer)]).toEqual(['answered', [`${kind}, asked for`]])
  })

  it.each(['which domains are there?', '有哪些领域？', '有哪些領域？'])('when it says all that the picture shows: %s', (question) => {
    expect(figuresOf(ask(question))).toEqual(['map'])
  })

  it.each([
    'Who leads trade finance?',
    'When must the pilot be completed?',
    '金融科技有哪些领域？',
    'how many domains are there?',
    'draw a picture of my cat',
    '火车的时间表',
    'hello',
  ])('otherwise not: %s', (question) => {
    expect(figuresOf(ask(question))).toEqual([])
  })

  it('beside a question about one of its dates, which the words answer', () => {
    const answer = converse(['the timeline is tight: when must the pilot be completed?'], new Date('2022-11-05T00:00:00Z'))
    expect(answer.facts).toEqual(['blockchain-pilots-2021/completion'])
  })

  it('never instead of words', () => {
    const questions = ['timeline', '给我一张图', 'which domains are there?']
    expect(questions.map((question) => ask(question).blocks[0]?.kind)).toEqual(['list', 'list', 'paragraph'])
  })
})

it('the menu offers the pictures that a notice has', () => {
  const menus = NOTICES.map(({ library }) => menuOf(library, [...library.notices.values()][0] as Parameters<typeof menuOf>[1]))
  expect(menus.map(({ timeline, map }) => [timeline, map])).toEqual(
    ['blockchain-pilots-2021', 'courses-2024', 'blockchain-pilots-2022-list', 'scholarships-2027'].map((id) => [
      `${id}/?schedule`,
      `${id}/?map`,
    ]),
  )
})
