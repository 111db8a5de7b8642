// Several sources of one notice, and values on which they disagree.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKnowledge } from '../../src/knowledge/read.js'
import { type Files, ID, LANGUAGE, ONE_SOURCE, packWith, problemsOf, problemsWithSource, type Slip, slipped, write } from './small-pack.js'

const SEVERAL = `sources:
  - id: riverbend-news
    title: { zh: 图书馆开馆, en: The library opens }
    publisher: { zh: 河湾镇报, en: Riverbend News }
    date: 2030-03
    file: library.txt
  - id: valley-radio
    title: { zh: 山谷电台的报道, en: report by Valley Radio }
    publisher: { zh: 山谷电台, en: Valley Radio }
    date: 2030
    file: library.txt
  - id: mayor
    title: { zh: 镇长的话, en: words of the mayor }
    publisher: { zh: 镇政府, en: the town }
`

const CONFLICT = `- id: seats
  about: [room]
  aspect: [count]
  value:
    conflict:
      - { count: 40, in: [riverbend-news] }
      - { count: 45, in: [valley-radio] }
  text:
    zh: 镇报说有40个座位，电台说有45个。
    en: The News says 40 seats, the radio 45.
  says: notice
  source: { paragraph: 2, evidence: 一楼设地图室, also: [{ in: valley-radio, paragraph: 3, evidence: 居民可领年卡 }] }
`

/** The pack with three sources and a conflict, and one thing of it changed. */
function withSources(...slips: readonly Slip[]): Files {
  return slipped(packWith(['notice', ONE_SOURCE, SEVERAL], ['facts', '- id: rooms\n', `${CONFLICT}- id: rooms\n`]), slips)
}

const CASES: readonly { readonly name: string; readonly slips: readonly Slip[]; readonly lines: readonly string[] }[] = [
  { name: 'several sources, dated to the month, the year or not at all, and a conflict between them are no problem', slips: [], lines: [] },
  {
    name: 'a source that there is not is answered with the nearest',
    slips: [['facts', 'in: valley-radio', 'in: valey-radio']],
    lines: [
      'facts.yaml:16:27: the fact does not cite "valley-radio"; add a passage of it under also',
      'facts.yaml:21:58: there is no source "valey-radio"; did you mean "valley-radio"? If not, add it under sources in notice.yaml, or name one that is there',
    ],
  },
  {
    name: 'a source that there is not beside a value is named',
    slips: [['facts', 'in: [valley-radio]', 'in: [valley-radio, gossip]']],
    lines: ['facts.yaml:16:41: there is no source "gossip"; add it under sources in notice.yaml, or name one that is there'],
  },
  {
    name: 'a value whose source the fact does not cite is named',
    slips: [['facts', 'in: [valley-radio]', 'in: [mayor]']],
    lines: ['facts.yaml:16:27: the fact does not cite "mayor"; add a passage of it under also'],
  },
  {
    name: 'a value that nobody says is named',
    slips: [['facts', 'in: [valley-radio]', 'in: []']],
    lines: ['facts.yaml:16:26: the list is empty; put at least one entry into it, or remove the key if it may be left out'],
  },
  {
    name: 'a conflict of one value is none',
    slips: [['facts', '      - { count: 45, in: [valley-radio] }\n', '']],
    lines: ['facts.yaml:15:7: a conflict has at least two values; add the other, or write the one as the value'],
  },
  {
    name: 'a value that stands twice is named',
    slips: [['facts', 'count: 45', 'count: 40']],
    lines: ['facts.yaml:16:9: this value stands before already; name its sources there, under "in"'],
  },
  {
    name: 'values of two kinds are no conflict',
    slips: [['facts', 'count: 45', 'date: 2030-04-01']],
    lines: [
      'facts.yaml:16:9: the first value is of the kind "count"; write one of this kind here, or part the fact in two',
      'facts.yaml:16:17: the Chinese text does not say 2030-04-01; write it there in digits',
      'facts.yaml:16:17: the English text does not say 2030-04-01; write it there in digits',
    ],
  },
  {
    name: 'a number that a text leaves out, or has only within another, is named',
    slips: [
      ['facts', '有40个座位', '有400个座位'],
      ['facts', 'the radio 45', 'the radio more'],
    ],
    lines: [
      'facts.yaml:15:18: the Chinese text does not say 40; write it there in digits',
      'facts.yaml:16:18: the English text does not say 45; write it there in digits',
    ],
  },
  {
    name: 'a month that there is not is told from a date that is written otherwise',
    slips: [['notice', 'date: 2030-03\n', 'date: 2030-13\n']],
    lines: ['notice.yaml:10:11: there is no month 2030-13 in the calendar; write the right one'],
  },
  {
    name: 'a day that there is not is named',
    slips: [['notice', 'date: 2030-03\n', 'date: 2030-02-30\n']],
    lines: ['notice.yaml:10:11: there is no day 2030-02-30 in the calendar; write the right one'],
  },
  {
    name: 'part of a date in words is answered with the form',
    slips: [['notice', 'date: 2030-03\n', 'date: March\n']],
    lines: ['notice.yaml:10:11: write the date as YYYY-MM-DD, YYYY-MM or YYYY, or leave it out where it is not known'],
  },
  {
    name: 'the id of a source twice is named',
    slips: [['notice', 'id: mayor', 'id: valley-radio']],
    lines: ['notice.yaml:17:9: the id "valley-radio" is used by a source before already; give each source an id of its own'],
  },
  {
    name: 'one source and several at once are named',
    slips: [['notice', 'sources:\n', `${ONE_SOURCE}sources:\n`]],
    lines: ['notice.yaml:16:3: there is "source" as well; keep one of the two keys'],
  },
  {
    name: 'a notice without a source is named',
    slips: [['notice', SEVERAL, '']],
    lines: ['notice.yaml:2:1: "source" is missing; add "source: …", or "sources: …" where there are several'],
  },
  {
    name: 'a notice that follows itself is named',
    slips: [['notice', 'whole: [notice]', `follows: ${ID}\nwhole: [notice]`]],
    lines: ['notice.yaml:20:10: a notice does not follow itself; name the one before it, or remove the key'],
  },
  {
    name: 'a notice may follow one that is not loaded',
    slips: [['notice', 'whole: [notice]', 'follows: town-meeting\nwhole: [notice]']],
    lines: [],
  },
]

describe('several sources', () => {
  test.each(CASES)('$name', ({ slips, lines }) => {
    expect(problemsOf(withSources(...slips))).toEqual(lines.map((line) => `${ID}/${line}`))
  })

  test('evidence is compared with the text of the source that the passage names', () => {
    expect(
      problemsWithSource(withSources(['facts', 'paragraph: 3, evidence: 居民可领年卡 }] }', 'paragraph: 1, evidence: 居民可领年卡 }] }'])),
    ).toEqual([`${ID}/facts.yaml:21:96: "居民可领年卡" does not stand in paragraph 1; write paragraph: 3, where it stands`])
  })

  test('a notice is named as not compared where the text of one of them is not at hand', () => {
    const files = withSources(['notice', 'date: 2030\n    file: library.txt', 'date: 2030\n    file: radio.txt'])
    const root = write({ ...files, 'sources/library.txt': readFileSync(join(write(files), 'sources/library.txt')) })
    const { problems, uncompared } = readKnowledge(join(root, 'knowledge'), LANGUAGE, { sources: join(root, 'sources') })
    expect([problems, uncompared]).toEqual([[], [ID]])
  })

  test('they are kept in order, the one that others rest on first', () => {
    const { notices } = readKnowledge(join(write(withSources()), 'knowledge'), LANGUAGE)
    expect([...(notices[0]?.sources ?? [])].map(([id, { date }]) => [id, date])).toEqual([
      ['riverbend-news', '2030-03'],
      ['valley-radio', '2030'],
      ['mayor', undefined],
    ])
  })
})
