// Slips against the source text, where it is at hand.
import { describe, expect, test } from 'vitest'
import { packWith, problemsWithSource, type Slip } from './small-pack.js'

const CASES: readonly { readonly name: string; readonly slips: readonly Slip[]; readonly lines: readonly string[] }[] = [
  {
    name: 'evidence that stands nowhere is named',
    slips: [['facts', 'evidence: 四月一日开馆', 'evidence: 五月一日开馆']],
    lines: ['library-opening/facts.yaml:9:37: "五月一日开馆" does not stand in paragraph 2; quote the source as it is printed'],
  },
  {
    name: 'evidence of another paragraph is answered with the right one',
    slips: [['facts', 'paragraph: 3', 'paragraph: 2']],
    lines: ['library-opening/facts.yaml:26:37: "居民可领年卡" does not stand in paragraph 2; write paragraph: 3, where it stands'],
  },
  {
    name: 'further passages of a fact are compared as well',
    slips: [
      [
        'facts',
        '{ paragraph: 3, evidence: 居民可领年卡 }',
        '{ paragraph: 3, evidence: 居民可领年卡, also: [{ paragraph: 2, evidence: 居民可领年卡 }] }',
      ],
    ],
    lines: ['library-opening/facts.yaml:26:78: "居民可领年卡" does not stand in paragraph 2; write paragraph: 3, where it stands'],
  },
  {
    name: 'a paragraph that the source does not have is named',
    slips: [['facts', 'paragraph: 3', 'paragraph: 4']],
    lines: ['library-opening/facts.yaml:26:24: the source has 3 paragraphs; name one of them'],
  },
  {
    name: 'paragraphs count from 1',
    slips: [['facts', 'paragraph: 3', 'paragraph: 0']],
    lines: ['library-opening/facts.yaml:26:24: the number is too small; write 1 or more'],
  },
  {
    name: 'a section beyond the end of the source is named',
    slips: [['notice', '{ from: 3,', '{ from: 9,']],
    lines: ['library-opening/notice.yaml:14:15: the source has 3 paragraphs; name one of them'],
  },
  {
    name: 'sections out of order are named',
    slips: [['notice', '{ from: 3,', '{ from: 1,']],
    lines: ['library-opening/notice.yaml:14:15: the section before begins with paragraph 1; put the sections in the order of the source'],
  },
  {
    name: 'paragraphs before the first section are named',
    slips: [['notice', '{ from: 1,', '{ from: 2,']],
    lines: ['library-opening/notice.yaml:13:15: the first section begins with paragraph 1; write 1, or add a section before it'],
  },
]

describe('facts against the text of their source', () => {
  test.each(CASES)('$name', ({ slips, lines }) => {
    expect(problemsWithSource(packWith(...slips))).toEqual(lines)
  })
})
