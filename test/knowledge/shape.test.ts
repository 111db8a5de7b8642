// Slips in the shape of a notice: keys, types, dates, counts.
import { describe, expect, test } from 'vitest'
import { packWith, problemsOf, type Slip } from './small-pack.js'

const CASES: readonly { readonly name: string; readonly slips: readonly Slip[]; readonly lines: readonly string[] }[] = [
  {
    name: 'a missing translation is named',
    slips: [['things', 'name: { zh: 一楼, en: ground floor }', 'name: { zh: 一楼 }']],
    lines: ['library-opening/things.yaml:7:9: the English text is missing; add "en: …"'],
  },
  {
    name: 'an empty translation is named',
    slips: [['facts', 'en: The library opens on 1 April 2030.', 'en:']],
    lines: ['library-opening/facts.yaml:7:5: "en" is empty; write its text'],
  },
  {
    name: 'a text of nothing but spaces is named',
    slips: [['things', 'name: { zh: 一楼, en: ground floor }', 'name: { zh: 一楼, en: " " }']],
    lines: ['library-opening/things.yaml:7:23: the text is empty; write it, or remove the entry'],
  },
  {
    name: 'a number where a text is meant is answered with quotes, as it was written',
    slips: [['things', '[maps, atlas room]', '[maps, 1.10]']],
    lines: ['library-opening/things.yaml:13:16: a text is wanted, but YAML reads 1.10 as a number; put it in quotes: "1.10"'],
  },
  {
    name: 'a yes or no where a text is meant is answered with quotes',
    slips: [['things', '[maps, atlas room]', '[maps, true]']],
    lines: ['library-opening/things.yaml:13:16: a text is wanted, but YAML reads true as a yes or no; put it in quotes: "true"'],
  },
  {
    name: 'a null where a text is meant is answered with quotes',
    slips: [['things', '[maps, atlas room]', '[maps, ~]']],
    lines: ['library-opening/things.yaml:13:16: a text is wanted, but YAML reads ~ as nothing; put it in quotes: "~"'],
  },
  {
    name: 'a number as an id is answered with quotes and makes no other problem',
    slips: [
      ['things', 'id: notice\n', 'id: 2030\n'],
      ['notice', 'whole: [notice]', 'whole: ["2030"]'],
      ['facts', 'about: [notice]', 'about: ["2030"]'],
      ['facts', 'says: notice\n  source: { paragraph: 2, evidence: 四', 'says: "2030"\n  source: { paragraph: 2, evidence: 四'],
      ['facts', 'says: notice\n  source: { paragraph: 2, evidence: 一', 'says: "2030"\n  source: { paragraph: 2, evidence: 一'],
      ['facts', 'says: notice\n  source: { paragraph: 3', 'says: "2030"\n  source: { paragraph: 3'],
    ],
    lines: ['library-opening/things.yaml:1:7: a text is wanted, but YAML reads 2030 as a number; put it in quotes: "2030"'],
  },
  {
    name: 'a colon inside a list is answered with quotes',
    slips: [['things', '[maps, atlas room]', '[maps, "atlas": room]']],
    lines: [
      'library-opening/things.yaml:13:16: a text is wanted, but YAML reads a colon or a brace in it as a key; put the whole text in quotes',
    ],
  },
  {
    name: 'a list where one text is wanted is named',
    slips: [['things', 'en: yearly card', 'en: [yearly card]']],
    lines: [
      'library-opening/things.yaml:22:23: one text is wanted, not a list; remove the brackets or hyphens, or put the text in quotes if a bracket is part of it',
    ],
  },
  {
    name: 'one text where a list is wanted is answered with brackets',
    slips: [['facts', 'about: [ground-floor]', 'about: ground-floor']],
    lines: ['library-opening/facts.yaml:11:10: a list is wanted; write [ground-floor]'],
  },
  {
    name: 'a key where a list of entries is wanted is answered with hyphens',
    slips: [['eligibility', '- track: yearly-card\n  open_to: [resident]\n  fact:', 'track: yearly-card\nopen_to: [resident]\nfact:']],
    lines: ['library-opening/eligibility.yaml:1:1: a list is wanted; begin each entry with a hyphen ("- id: …"), or write [a, b]'],
  },
  {
    name: 'a list where keys are wanted is answered without hyphens',
    slips: [
      [
        'notice',
        'id: library-opening\ntitle: { zh: 关于河湾镇图书馆开馆的通知, en: Notice on the Opening of the Riverbend Library }\nshort: { zh: 图书馆开馆通知, en: library opening notice }\ntime_zone: Asia/Shanghai\nsource:\n  id: riverbend-news\n  title: { zh: 图书馆开馆, en: The library opens }\n  publisher: { zh: 河湾镇报, en: Riverbend News }\n  date: 2030-03-01\n  file: library.txt\n  sections:\n    - { from: 1, heading: { zh: 导语, en: Introduction } }\n    - { from: 3, heading: { zh: 借书证, en: Cards } }\nwhole: [notice]\nkinds:\n',
        '',
      ],
    ],
    lines: [
      'library-opening/notice.yaml:2:3: keys are wanted, not a list; remove the hyphens (the keys are id, title, short, time_zone, source, sources, follows, whole, kinds)',
    ],
  },
  {
    name: 'a text where keys are wanted is answered with them',
    slips: [['things', 'name: { zh: 一楼, en: ground floor }', 'name: 一楼']],
    lines: ['library-opening/things.yaml:7:9: keys are wanted here (zh, en); write each as "key: value", with a plain colon and a space'],
  },
  {
    name: 'Chinese colons are answered with plain ones',
    slips: [
      ['facts', '    zh: 一楼有地图室和音乐室。\n    en: The ground floor', '    zh：一楼有地图室和音乐室。\n    en：The ground floor'],
    ],
    lines: ['library-opening/facts.yaml:15:5: keys are wanted here (zh, en); write each as "key: value", with a plain colon and a space'],
  },
  {
    name: 'a comma in a text between braces is answered with quotes',
    slips: [['things', 'en: yearly card', 'en: yearly card, for a year']],
    lines: [
      'library-opening/things.yaml:22:36: "for a year" is not a key here; if it is part of the text before it, put that text in quotes; the keys here are zh, en',
    ],
  },
  {
    name: 'a colon without a space between braces is named',
    slips: [['things', '{ zh: 一楼, en: ground floor }', '{ zh:一楼, en: ground floor }']],
    lines: ['library-opening/things.yaml:7:11: "zh:一楼" is not a key here; write a plain colon and a space after "zh"'],
  },
  {
    name: 'an unknown key is answered with the one that was meant',
    slips: [['things', 'aliases: { zh: [听音乐的地方]', 'alises: { zh: [听音乐的地方]']],
    lines: ['library-opening/things.yaml:18:3: "alises" is not a key here; did you mean "aliases"?'],
  },
  {
    name: 'a misspelt key that must be there is one mistake, not two',
    slips: [['facts', 'aspect: [start-date]', 'apsect: [start-date]']],
    lines: ['library-opening/facts.yaml:3:3: "apsect" is not a key here; did you mean "aspect"?'],
  },
  {
    name: 'an unknown key like no other is answered with those that there are',
    slips: [['gaps', '  nearest: [opening-day]', '  nearest: [opening-day]\n  remark: ask again']],
    lines: [
      'library-opening/gaps.yaml:3:3: "remark" is not a key here; remove it, or mend its spelling; the keys here are aspect, about, nearest',
    ],
  },
  {
    name: 'a missing key is named at its entry',
    slips: [['facts', '  says: notice\n  source: { paragraph: 3', '  source: { paragraph: 3']],
    lines: ['library-opening/facts.yaml:19:3: "says" is missing; add "says: …"'],
  },
  {
    name: 'a day that there is not is told from a date that is written otherwise',
    slips: [['facts', 'date: 2030-04-01', 'date: 2030-04-31']],
    lines: ['library-opening/facts.yaml:4:18: there is no day 2030-04-31 in the calendar; write the right one'],
  },
  {
    name: 'a date that is written otherwise is answered with the form',
    slips: [['notice', 'date: 2030-03-01', 'date: 1 March 2030']],
    lines: ['library-opening/notice.yaml:10:9: write the date as YYYY-MM-DD, YYYY-MM or YYYY, or leave it out where it is not known'],
  },
  {
    name: 'a period in words is answered with the form',
    slips: [['facts', 'value: { date: 2030-04-01, precision: day }', 'value: { period: two years }']],
    lines: ['library-opening/facts.yaml:4:20: write a period as P2Y, P6M or P30D'],
  },
  {
    name: 'a count in words is answered with digits',
    slips: [['facts', 'value: { date: 2030-04-01, precision: day }', 'value: { count: two }']],
    lines: ['library-opening/facts.yaml:4:19: a whole number is wanted; write it in digits, without quotes'],
  },
  {
    name: 'a count in quotes is answered without',
    slips: [['facts', 'value: { date: 2030-04-01, precision: day }', 'value: { count: "2" }']],
    lines: ['library-opening/facts.yaml:4:19: a whole number is wanted; write it in digits, without quotes'],
  },
  {
    name: 'half a thing is not counted',
    slips: [['facts', 'value: { date: 2030-04-01, precision: day }', 'value: { count: 2.5 }']],
    lines: ['library-opening/facts.yaml:4:19: a whole number is wanted; write it in digits, without quotes'],
  },
  {
    name: 'less than nothing is not counted',
    slips: [['facts', 'value: { date: 2030-04-01, precision: day }', 'value: { count: -1 }']],
    lines: ['library-opening/facts.yaml:4:19: the number is too small; write 0 or more'],
  },
  {
    name: 'a value without its kind is answered with the kinds',
    slips: [['facts', 'value: { date: 2030-04-01, precision: day }', 'value: 2030-04-01']],
    lines: [
      'library-opening/facts.yaml:4:10: write a value with its kind: { things: … } or { count: … } or { date: … } or { period: … } or { from: … } or { amount: … } or { conflict: … }',
    ],
  },
  {
    name: 'a value of a misspelt kind is answered with the one that was meant',
    slips: [['facts', 'value: { date: 2030-04-01, precision: day }', 'value: { dates: 2030-04-01 }']],
    lines: ['library-opening/facts.yaml:4:12: "dates" is not a key here; did you mean "date"?'],
  },
  {
    name: 'a value of two kinds is named',
    slips: [['facts', 'value: { things: [map-room, music-room] }', 'value: { things: [map-room, music-room], count: 2 }']],
    lines: [
      'library-opening/facts.yaml:13:44: "count" does not go with the keys beside it; a value has one kind; keep the keys of that kind alone',
    ],
  },
  {
    name: 'a word that is not among those allowed is answered with the one that was meant',
    slips: [['notice', 'role: group', 'role: gruop']],
    lines: [
      'library-opening/notice.yaml:18:11: "gruop" is not known here; did you mean "group"? If not, write one of group, item, track, applicant, participant, organisation, person, activity',
    ],
  },
  {
    name: 'yes in place of true is named',
    slips: [['eligibility', '  fact:', '  in_principle: yes\n  fact:']],
    lines: ['library-opening/eligibility.yaml:3:17: write true or false, without quotes'],
  },
  {
    name: 'an empty list that must not be is named',
    slips: [['facts', 'about: [ground-floor]', 'about: []']],
    lines: ['library-opening/facts.yaml:11:10: the list is empty; put at least one entry into it, or remove the key if it may be left out'],
  },
  {
    name: 'an id with capitals and underscores is named',
    slips: [['facts', 'id: rooms', 'id: Rooms_1']],
    lines: [
      'library-opening/facts.yaml:10:7: an id is lower-case letters, digits and single hyphens; write it so, here and wherever it is named',
    ],
  },
  {
    name: 'an id that is too long is named',
    slips: [['facts', 'id: rooms', 'id: the-rooms-of-the-ground-floor-and-more']],
    lines: ['library-opening/facts.yaml:10:7: an id has at most 30 characters; shorten it, here and wherever it is named'],
  },
  {
    name: 'a time zone that there is not is named',
    slips: [['notice', 'Asia/Shanghai', 'Beijing']],
    lines: ['library-opening/notice.yaml:5:12: name an IANA time zone, such as Asia/Shanghai'],
  },
  {
    name: 'a link that is not one is named',
    slips: [['notice', '  date: 2030-03-01', '  date: 2030-03-01\n  url: www.example.org']],
    lines: ['library-opening/notice.yaml:11:8: a link begins with https:// and holds no space; write the whole address'],
  },
  {
    name: 'evidence of more than 16 characters is named',
    slips: [['facts', 'evidence: 四月一日开馆', 'evidence: 河湾镇图书馆四月一日开馆，一楼设地图室']],
    lines: ['library-opening/facts.yaml:9:37: evidence has at most 16 characters; quote less'],
  },
  {
    name: 'a period without a length is answered with the form',
    slips: [['facts', 'value: { date: 2030-04-01, precision: day }', 'value: { period: P }']],
    lines: ['library-opening/facts.yaml:4:20: write a period as P2Y, P6M or P30D'],
  },
  {
    name: 'a year in the place of a date is answered with the form',
    slips: [['facts', 'date: 2030-04-01', 'date: 2030']],
    lines: ['library-opening/facts.yaml:4:18: write the date as YYYY-MM-DD'],
  },
  {
    name: 'evidence of one character is named',
    slips: [['facts', 'evidence: 四月一日开馆', 'evidence: 四']],
    lines: ['library-opening/facts.yaml:9:37: evidence has at least 2 characters; quote more'],
  },
  {
    name: 'a source file in another folder is named',
    slips: [['notice', 'file: library.txt', 'file: ../library.txt']],
    lines: ['library-opening/notice.yaml:11:9: write the name of the file alone, without folders'],
  },
  {
    name: 'a text of several lines is quoted on one line of the message, and only its beginning',
    slips: [['eligibility', 'fact: who-may-have-a-card', 'fact: |\n    one\n    two three four five six seven eight nine ten']],
    lines: [
      'library-opening/eligibility.yaml:3:9: there is no fact "one two three four five six seven eight…"; add it to facts.yaml, or name a fact that is there',
    ],
  },
]

describe('a file that is YAML but not of the shape of a notice', () => {
  test.each(CASES)('$name', ({ slips, lines }) => {
    expect(problemsOf(packWith(...slips))).toEqual(lines)
  })
})
