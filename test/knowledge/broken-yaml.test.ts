// Slips in YAML itself: reported where they are to be mended, in words that say how.
import { describe, expect, test } from 'vitest'
import { packWith, problemsOf, type Slip } from './small-pack.js'

const CASES: readonly { readonly name: string; readonly slips: readonly Slip[]; readonly lines: readonly string[] }[] = [
  {
    name: 'a tab at the beginning of a line is named as what it is',
    slips: [['facts', '    zh: 图书馆2030年4月1日开馆。', '\tzh: 图书馆2030年4月1日开馆。']],
    lines: ['library-opening/facts.yaml:6:1: the line begins with a tab; indent it with spaces'],
  },
  {
    name: 'a quote that is never closed is reported where it opens',
    slips: [['facts', 'en: The library opens on 1 April 2030.', 'en: "The library opens on 1 April 2030.']],
    lines: ['library-opening/facts.yaml:7:9: the quote that opens here is not closed on its line; add " at the end of the text'],
  },
  {
    name: 'a quote inside a quoted text is reported where the text goes on',
    slips: [['facts', 'en: The library opens on 1 April 2030.', "en: 'The library's opening is on 1 April 2030.'"]],
    lines: [
      "library-opening/facts.yaml:7:22: the text goes on after its closing quote; put quotes around the whole text and write a quote inside it as ''",
    ],
  },
  {
    name: 'a list without its closing bracket is reported where it opens',
    slips: [['things', 'en: [maps, atlas room]', 'en: [maps, atlas room']],
    lines: ['library-opening/things.yaml:13:9: the [ that opens here is not closed; add ] at its end'],
  },
  {
    name: 'braces without their end are reported where they open',
    slips: [['things', 'name: { zh: 一楼, en: ground floor }', 'name: { zh: 一楼, en: ground floor']],
    lines: ['library-opening/things.yaml:7:9: the { that opens here is not closed; add } at its end'],
  },
  {
    name: 'a bracket too many is named',
    slips: [['things', '[maps, atlas room]', '[maps, atlas room]]']],
    lines: ['library-opening/things.yaml:13:27: the ] closes nothing; remove it, or put the text in quotes if it is part of it'],
  },
  {
    name: 'a comma too many is named',
    slips: [['things', '[maps, atlas room]', '[maps,, atlas room]']],
    lines: ['library-opening/things.yaml:13:15: there is a comma with nothing before it; remove the comma'],
  },
  {
    name: 'a colon in a text is answered with quotes',
    slips: [['facts', 'en: The library opens on 1 April 2030.', 'en: Opening: 1 April 2030.']],
    lines: [
      'library-opening/facts.yaml:7:9: a colon follows where a text has begun; put the text in quotes if the colon is part of it, or begin a new line for the next key with the indentation of the others',
    ],
  },
  {
    name: 'a line that is indented differently is named',
    slips: [
      [
        'facts',
        '  says: notice\n  source: { paragraph: 2, evidence: 四月一日开馆 }',
        ' says: notice\n  source: { paragraph: 2, evidence: 四月一日开馆 }',
      ],
    ],
    lines: ['library-opening/facts.yaml:8:1: the line is not indented like the others of its kind; begin it in the same column'],
  },
  {
    name: 'a key without a space after its colon is answered with the space',
    slips: [['facts', 'aspect: [start-date]', 'aspect:[start-date]']],
    lines: ['library-opening/facts.yaml:3:3: a key has no colon and space after it; write "key: value", one key a line'],
  },
  {
    name: 'a mark that YAML keeps for itself is answered with quotes',
    slips: [['facts', 'en: The library opens on 1 April 2030.', 'en: @ the library on 1 April 2030.']],
    lines: ['library-opening/facts.yaml:7:9: a text cannot begin with "@" here; put the whole text in quotes'],
  },
  {
    name: 'an asterisk before a text is not a reference but is answered with quotes',
    slips: [['facts', 'en: The library opens on 1 April 2030.', 'en: *Opening']],
    lines: ['library-opening/facts.yaml:7:9: a text cannot begin with * here; put "*Opening" in quotes'],
  },
  {
    name: 'an ampersand before a text is not an anchor but is answered with quotes',
    slips: [['things', 'en: yearly card', 'en: &card yearly']],
    lines: ['library-opening/things.yaml:22:29: a text cannot begin with & here; put the whole text in quotes, or remove "&card"'],
  },
  {
    name: 'an exclamation mark before a text is not a tag but is answered with quotes',
    slips: [['things', 'en: yearly card', 'en: !!yearly card']],
    lines: ['library-opening/things.yaml:22:32: a text cannot begin with ! here; put the whole text in quotes, or remove "!!yearly"'],
  },
  {
    name: 'a word in braces is answered with quotes',
    slips: [['things', 'en: [maps, atlas room]', 'en: [maps, {atlas}: room]']],
    lines: [
      'library-opening/things.yaml:13:16: a key is one word before a colon; put the text in quotes if it begins with { or [, or add the key',
      'library-opening/things.yaml:13:16: a text is wanted, but YAML reads a colon or a brace in it as a key; put the whole text in quotes',
    ],
  },
  {
    name: 'a key that stands twice is named',
    slips: [['things', '  name: { zh: 一楼, en: ground floor }', '  name: { zh: 一楼, en: ground floor }\n  kind: floor']],
    lines: ['library-opening/things.yaml:8:3: the key "kind" stands here a second time; keep one of the two'],
  },
  {
    name: 'a second document in the file is named',
    slips: [['gaps', '- aspect: application-deadline', '- aspect: issue-date\n---\n- aspect: application-deadline']],
    lines: ['library-opening/gaps.yaml:2:1: the line "---" begins a second document; remove that line'],
  },
  {
    name: 'a backslash in double quotes is answered with two',
    slips: [['things', 'en: yearly card', 'en: "yearly \\card"']],
    lines: [
      'library-opening/things.yaml:22:31: a backslash has a meaning of its own in double quotes; write it twice (\\\\), or use single quotes',
    ],
  },
  {
    name: 'text after the mark of a block is sent to the next line',
    slips: [['facts', 'en: The library opens on 1 April 2030.', 'en: > The library opens on 1 April 2030.']],
    lines: [
      'library-opening/facts.yaml:7:11: text follows on the line of | or >; begin a new, indented line for it, or put the text in quotes',
    ],
  },
  {
    name: 'a key that stands twice does not hide the other slips of its file',
    slips: [
      ['things', '  name: { zh: 一楼, en: ground floor }', '  name: { zh: 一楼, en: ground floor }\n  kind: floor'],
      ['things', 'is_a: [resident]', 'is_a: [residents]'],
    ],
    lines: [
      'library-opening/things.yaml:8:3: the key "kind" stands here a second time; keep one of the two',
      'library-opening/things.yaml:30:10: there is no thing "residents"; did you mean "resident"? If not, add it to things.yaml, or name a thing that is there',
    ],
  },
]

describe('a file that is not the YAML that its editor meant', () => {
  test.each(CASES)('$name', ({ slips, lines }) => {
    expect(problemsOf(packWith(...slips))).toEqual(lines)
  })
})
