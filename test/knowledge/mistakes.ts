// Kinds of mistakes that people make in a notice, what the check says of each, and the edit that its advice asks for.
import { ONE_SOURCE } from './small-pack.js'

type File = 'notice' | 'things' | 'facts' | 'eligibility' | 'gaps'
/** In a file, the text that stands there once, and what it becomes. */
type Edit = readonly [file: File, from: string, to: string]

export interface Mistake {
  readonly kind: string
  readonly made: readonly Edit[]
  /** `FILE:LINE:COLUMN: message`, each line of the check. */
  readonly told: readonly string[]
  /** What the advice asks for: each edit of a mistake taken back, unless another way to mend it is named. */
  readonly mended?: readonly Edit[]
}

const LONG = '一楼有地图室和音乐室。'.repeat(110)

/** A fact more, at the end of facts.yaml. */
function fact(lines: readonly string[]): Edit {
  return ['facts', 'evidence: 居民可领年卡 }\n', `evidence: 居民可领年卡 }\n${lines.join('\n')}\n`]
}

/** A second source, beside the one that there is. */
const SECOND: Edit = [
  'notice',
  ONE_SOURCE,
  `${ONE_SOURCE.replace(/^ {2}(?=id: )/m, '  - ')
    .replace(/^ {2}(?! *- id)/gm, '    ')
    .replace('source:', 'sources:')}  - id: valley-radio
    title: { zh: 山谷电台的报道, en: report by Valley Radio }
    publisher: { zh: 山谷电台, en: Valley Radio }
    date: 2030-03-02
    file: library.txt
`,
]

/** A fact on which the two disagree. */
function disputed(about: string, aspect: string, [one, other]: readonly [string, string], text: { zh: string; en: string }): Edit {
  return fact([
    '- id: disputed',
    `  about: [${about}]`,
    `  aspect: [${aspect}]`,
    `  value: { conflict: [{ ${one}, in: [riverbend-news] }, { ${other}, in: [valley-radio] }] }`,
    `  text: { zh: ${text.zh}, en: "${text.en}" }`,
    '  says: notice',
    '  source: { paragraph: 2, evidence: 一楼设地图室, also: [{ in: valley-radio, paragraph: 3, evidence: 居民可领年卡 }] }',
  ])
}

/** A fact of a span. */
function lasting(span: string): Edit {
  return fact([
    '- id: lending',
    '  about: [yearly-card]',
    '  aspect: [application-deadline]',
    `  value: { ${span} }`,
    '  text: { zh: 年卡在开馆后的一周里可以申领。, en: Yearly cards may be applied for in the week after the opening. }',
    '  says: notice',
    '  source: { paragraph: 3, evidence: 居民可领年卡 }',
  ])
}

export const MISTAKES: readonly Mistake[] = [
  {
    kind: 'a translation is missing',
    made: [['things', '{ zh: 一楼, en: ground floor }', '{ zh: 一楼 }']],
    told: ['things.yaml:7:9: the English text is missing; add "en: …"'],
    mended: [['things', '{ zh: 一楼 }', '{ zh: 一楼, en: ground floor }']],
  },
  {
    kind: 'a number stands where a text is meant',
    made: [['things', '[maps, atlas room]', '[maps, 101]']],
    told: ['things.yaml:13:16: a text is wanted, but YAML reads 101 as a number; put it in quotes: "101"'],
    mended: [['things', '[maps, 101]', '[maps, "101"]']],
  },
  {
    kind: 'one word stands where a list is wanted',
    made: [['facts', 'about: [ground-floor]', 'about: ground-floor']],
    told: ['facts.yaml:11:10: a list is wanted; write [ground-floor]'],
    mended: [['facts', 'about: ground-floor', 'about: [ground-floor]']],
  },
  {
    kind: 'a key is misspelt',
    made: [['things', 'aliases: { zh: [听音乐的地方]', 'alises: { zh: [听音乐的地方]']],
    told: ['things.yaml:18:3: "alises" is not a key here; did you mean "aliases"?'],
    mended: [['things', 'alises', 'aliases']],
  },
  {
    kind: 'a key is missing',
    made: [['facts', '  says: notice\n  source: { paragraph: 3', '  source: { paragraph: 3']],
    told: ['facts.yaml:19:3: "says" is missing; add "says: …"'],
    mended: [['facts', '  source: { paragraph: 3', '  says: notice\n  source: { paragraph: 3']],
  },
  {
    kind: 'a day is not in the calendar',
    made: [['facts', 'date: 2030-04-01', 'date: 2030-04-31']],
    told: ['facts.yaml:4:18: there is no day 2030-04-31 in the calendar; write the right one'],
    mended: [['facts', 'date: 2030-04-31', 'date: 2030-04-01']],
  },
  {
    kind: 'a date is written in another form',
    made: [['notice', 'date: 2030-03-01', 'date: 1 March 2030']],
    told: ['notice.yaml:10:9: write the date as YYYY-MM-DD, YYYY-MM or YYYY, or leave it out where it is not known'],
    mended: [['notice', 'date: 1 March 2030', 'date: 2030-03-01']],
  },
  {
    kind: 'a word is not among those that are known',
    made: [['notice', 'role: group', 'role: gruop']],
    told: [
      'notice.yaml:18:11: "gruop" is not known here; did you mean "group"? If not, write one of group, item, track, applicant, participant, organisation, person, activity',
    ],
    mended: [['notice', 'role: gruop', 'role: group']],
  },
  {
    kind: 'a time zone does not exist',
    made: [['notice', 'Asia/Shanghai', 'Beijing']],
    told: ['notice.yaml:5:12: name an IANA time zone, such as Asia/Shanghai'],
    mended: [['notice', 'Beijing', 'Asia/Shanghai']],
  },
  {
    kind: 'a fact is about a thing that there is not',
    made: [['facts', 'about: [ground-floor]', 'about: [gruond-floor]']],
    told: [
      'facts.yaml:11:11: there is no thing or kind "gruond-floor"; did you mean "ground-floor"? If not, add it to things.yaml, or name a thing or kind that exists',
    ],
    mended: [['facts', 'gruond-floor', 'ground-floor']],
  },
  {
    kind: 'an aspect does not exist',
    made: [['facts', 'aspect: [start-date]', 'aspect: [strat-date]']],
    told: ['facts.yaml:3:12: there is no aspect "strat-date"; did you mean "start-date"? If not, name one of language/aspects.yaml'],
    mended: [['facts', 'strat-date', 'start-date']],
  },
  {
    kind: 'a thing is of a kind that there is not',
    made: [['things', 'kind: floor', 'kind: flor']],
    told: [
      'things.yaml:6:9: there is no kind "flor"; did you mean "floor"? If not, add it under kinds in notice.yaml, or name one that is there',
    ],
    mended: [['things', 'kind: flor', 'kind: floor']],
  },
  {
    kind: 'an id is used twice',
    made: [
      ['facts', 'id: who-may-have-a-card', 'id: rooms'],
      ['eligibility', 'fact: who-may-have-a-card', 'fact: rooms'],
    ],
    told: ['facts.yaml:19:7: the id "rooms" is used in line 10 already; give each entry an id of its own'],
    mended: [
      ['facts', 'id: rooms\n  about: [yearly-card]', 'id: cards\n  about: [yearly-card]'],
      ['eligibility', 'fact: rooms', 'fact: cards'],
    ],
  },
  {
    kind: 'an id has capitals and underscores',
    made: [['facts', 'id: rooms', 'id: Rooms_1']],
    told: ['facts.yaml:10:7: an id is lower-case letters, digits and single hyphens; write it so, here and wherever it is named'],
    mended: [['facts', 'id: Rooms_1', 'id: rooms-1']],
  },
  {
    kind: 'two things have the same alias',
    made: [['things', 'en: [listening room]', 'en: [listening room, maps]']],
    told: ['things.yaml:18:49: "maps" names another entry in line 13 already; keep it on the one that people mean'],
    mended: [['things', 'en: [listening room, maps]', 'en: [listening room]']],
  },
  {
    kind: 'traditional characters',
    made: [['things', 'zh: 一楼', 'zh: 一樓']],
    told: ['things.yaml:7:15: "一樓" has traditional characters; write 楼 for 樓'],
    mended: [['things', 'zh: 一樓', 'zh: 一楼']],
  },
  {
    kind: 'English in the place of Chinese',
    made: [['facts', 'zh: 年卡发给本镇居民。', 'zh: Yearly cards are for residents.']],
    told: ['facts.yaml:23:9: this text is not Chinese; write the Chinese text here and the English under en'],
    mended: [['facts', 'zh: Yearly cards are for residents.', 'zh: 年卡发给本镇居民。']],
  },
  {
    kind: 'a Chinese comma between aliases',
    made: [['things', '[看地图的地方, 地图]', '[看地图的地方，地图]']],
    told: [
      'things.yaml:12:10: "看地图的地方，地图" is read as one name because its comma is a Chinese one; write plain commas between names',
    ],
    mended: [['things', '[看地图的地方，地图]', '[看地图的地方, 地图]']],
  },
  {
    kind: 'evidence stands in another paragraph',
    made: [['facts', 'paragraph: 3', 'paragraph: 2']],
    told: ['facts.yaml:26:37: "居民可领年卡" does not stand in paragraph 2; write paragraph: 3, where it stands'],
    mended: [['facts', 'paragraph: 2, evidence: 居民可领年卡', 'paragraph: 3, evidence: 居民可领年卡']],
  },
  {
    kind: 'the source has no such paragraph',
    made: [['facts', 'paragraph: 3', 'paragraph: 33']],
    told: ['facts.yaml:26:24: the source has 3 paragraphs; name one of them'],
    mended: [['facts', 'paragraph: 33', 'paragraph: 3']],
  },
  {
    kind: 'a bracket stays open',
    made: [['gaps', 'nearest: [opening-day]', 'nearest: [opening-day']],
    told: ['gaps.yaml:2:12: the [ that opens here is not closed; add ] at its end'],
    mended: [['gaps', 'nearest: [opening-day', 'nearest: [opening-day]']],
  },
  {
    kind: 'a tab at the beginning of a line',
    made: [['gaps', '  nearest:', '\tnearest:']],
    told: ['gaps.yaml:2:1: the line begins with a tab; indent it with spaces'],
    mended: [['gaps', '\tnearest:', '  nearest:']],
  },
  {
    kind: 'a colon inside a text without quotes',
    made: [['facts', 'en: Yearly cards are for residents of the town.', 'en: Yearly cards: for residents of the town.']],
    told: [
      'facts.yaml:24:9: a colon follows where a text has begun; put the text in quotes if the colon is part of it, or begin a new line for the next key with the indentation of the others',
    ],
    mended: [['facts', 'en: Yearly cards: for residents of the town.', 'en: "Yearly cards: for residents of the town."']],
  },
  {
    kind: 'a link without https',
    made: [['notice', '  date: 2030-03-01', '  date: 2030-03-01\n  url: http://example.org/opening']],
    told: ['notice.yaml:11:8: a link begins with https:// and holds no space; write the whole address'],
    mended: [['notice', 'url: http://', 'url: https://']],
  },
  {
    kind: 'things that are part of one another',
    made: [['things', 'name: { zh: 一楼, en: ground floor }', 'name: { zh: 一楼, en: ground floor }\n  part_of: ground-floor']],
    told: ['things.yaml:8:12: "ground-floor" → "ground-floor" leads back to where it begins; remove one of these part_of links'],
    mended: [['things', 'name: { zh: 一楼, en: ground floor }\n  part_of: ground-floor', 'name: { zh: 一楼, en: ground floor }']],
  },
  {
    kind: 'the same key twice',
    made: [['facts', '  aspect: [membership]\n', '  aspect: [membership]\n  aspect: [membership]\n']],
    told: ['facts.yaml:13:3: the key "aspect" stands here a second time; keep one of the two'],
    mended: [['facts', '  aspect: [membership]\n  aspect: [membership]\n', '  aspect: [membership]\n']],
  },

  // --- warnings ---
  {
    kind: 'a text says another date than the value',
    made: [['facts', 'en: The library opens on 1 April 2030.', 'en: The library opens on 11 April 2030.']],
    told: ['facts.yaml:7:9: warning: the value says 2030-04-01, and this text says 2030-04-11; make them say the same'],
    mended: [['facts', '11 April', '1 April']],
  },
  {
    kind: 'a text says another number than the value',
    made: [
      fact([
        '- id: room-count',
        '  about: [room]',
        '  aspect: [count]',
        '  value: { count: 2 }',
        '  text: { zh: 一共有三个阅览室。, en: There are two reading rooms. }',
        '  says: notice',
        '  source: { paragraph: 2, evidence: 一楼设地图室 }',
      ]),
    ],
    told: ['facts.yaml:31:15: warning: the value says 2, and this text does not have that number; make them say the same'],
    mended: [['facts', '一共有三个阅览室', '一共有两个阅览室']],
  },
  {
    kind: 'the end of a year is another day',
    made: [
      fact([
        '- id: shelves',
        '  about: [notice]',
        '  aspect: [completion-deadline]',
        '  value: { date: 2030-12-30, precision: end-of-year }',
        '  text: { zh: 书架在2030年摆好。, en: The shelves will be up in 2030. }',
        '  says: notice',
        '  source: { paragraph: 2, evidence: 一楼设地图室 }',
      ]),
    ],
    told: [
      'facts.yaml:30:18: warning: the precision is end-of-year, and 2030-12-30 is not the last day of it; write 2030-12-31, or precision: day',
    ],
    mended: [['facts', '2030-12-30', '2030-12-31']],
  },
  {
    kind: 'a deadline lies before the publication',
    made: [
      fact([
        '- id: apply-by',
        '  about: [notice]',
        '  aspect: [application-deadline]',
        '  value: { date: 2029-03-15 }',
        '  text: { zh: 请于2029年3月15日前申领。, en: Apply by 15 March 2029. }',
        '  says: notice',
        '  source: { paragraph: 2, evidence: 一楼设地图室 }',
      ]),
    ],
    told: [
      'facts.yaml:30:18: warning: this deadline (2029-03-15) was over when the source was published (2030-03-01); write the right date here or in notice.yaml',
    ],
    mended: [
      ['facts', 'date: 2029-03-15', 'date: 2030-03-15'],
      ['facts', '2029年3月15日', '2030年3月15日'],
      ['facts', '15 March 2029', '15 March 2030'],
    ],
  },
  {
    kind: 'something ends before it begins',
    made: [
      fact([
        '- id: shelves',
        '  about: [notice]',
        '  aspect: [completion-deadline]',
        '  value: { date: 2030-03-20 }',
        '  text: { zh: 2030年3月20日结束。, en: It ends on 20 March 2030. }',
        '  says: notice',
        '  source: { paragraph: 2, evidence: 一楼设地图室 }',
      ]),
    ],
    told: [
      'facts.yaml:30:18: warning: "shelves" ends on 2030-03-20, before "opening-day" begins (2030-04-01, line 4); write the right dates',
    ],
    mended: [
      ['facts', 'date: 2030-03-20', 'date: 2030-05-20'],
      ['facts', '2030年3月20日', '2030年5月20日'],
      ['facts', '20 March 2030', '20 May 2030'],
    ],
  },
  {
    kind: 'two facts say the same',
    made: [
      fact([
        '- id: rooms-again',
        '  about: [ground-floor]',
        '  aspect: [membership]',
        '  text: { zh: 一楼有地图室和音乐室。, en: Downstairs there are two rooms. }',
        '  says: notice',
        '  source: { paragraph: 2, evidence: 一楼设地图室 }',
      ]),
    ],
    told: [
      'facts.yaml:30:9: warning: this fact is about the same, under the same aspect, and says nearly the same as the one in line 10; keep one of them, or write what sets them apart',
    ],
    mended: [
      [
        'facts',
        '- id: rooms-again\n  about: [ground-floor]\n  aspect: [membership]\n  text: { zh: 一楼有地图室和音乐室。, en: Downstairs there are two rooms. }\n  says: notice\n  source: { paragraph: 2, evidence: 一楼设地图室 }\n',
        '',
      ],
    ],
  },
  {
    kind: 'a name was not translated',
    made: [['things', 'name: { zh: 年卡, en: yearly card }', 'name: { zh: 年卡, en: 年卡 }']],
    told: ['things.yaml:22:23: warning: "年卡" is not English; translate it'],
    mended: [['things', 'en: 年卡', 'en: yearly card']],
  },
  {
    kind: 'an alias stands twice in one entry',
    made: [['things', '[maps, atlas room]', '[maps, atlas room, Maps]']],
    told: ['things.yaml:13:28: warning: "Maps" stands in this entry already; remove it here'],
    mended: [['things', '[maps, atlas room, Maps]', '[maps, atlas room]']],
  },
  {
    kind: 'nothing names a thing',
    made: [['things', '- id: ground-floor\n', '- id: town\n  kind: media\n  name: { zh: 河湾镇, en: Riverbend }\n- id: ground-floor\n']],
    told: ['things.yaml:5:7: warning: nothing names "town"; add a fact that is about it, or remove the entry'],
    mended: [['things', '- id: town\n  kind: media\n  name: { zh: 河湾镇, en: Riverbend }\n', '']],
  },
  {
    kind: 'no thing is of a kind',
    made: [
      [
        'notice',
        '  - id: card\n',
        '  - id: gate\n    role: item\n    name: { zh: 大门, en: gate }\n    plural: { en: gates }\n  - id: card\n',
      ],
    ],
    told: ['notice.yaml:27:9: warning: no thing is of the kind "gate"; add such things to things.yaml, or remove the entry'],
    mended: [['notice', '  - id: gate\n    role: item\n    name: { zh: 大门, en: gate }\n    plural: { en: gates }\n', '']],
  },
  {
    kind: 'a text has a link without protection',
    made: [
      [
        'facts',
        'en: Yearly cards are for residents of the town.',
        'en: Yearly cards are for residents of the town (http://example.org/cards).',
      ],
    ],
    told: ['facts.yaml:24:9: warning: "http://example.org/cards" is a link without protection; write https:// if the site has it'],
    mended: [['facts', 'http://', 'https://']],
  },
  {
    kind: 'a text is longer than a platform shows',
    made: [['facts', 'zh: 一楼有地图室和音乐室。', `zh: ${LONG}`]],
    told: ['facts.yaml:15:9: warning: this text fills 32 lines of a terminal, which shows 24; shorten it, or make two facts of it'],
    mended: [['facts', LONG, '一楼有地图室和音乐室。']],
  },
  {
    kind: 'no question reaches a fact',
    made: [
      fact([
        '- id: hours',
        '  about: [map-room]',
        '  aspect: [difference]',
        '  text: { zh: 地图室周日不开。, en: The map room is shut on Sundays. }',
        '  says: notice',
        '  source: { paragraph: 2, evidence: 一楼设地图室 }',
      ]),
    ],
    told: [
      'facts.yaml:27:7: warning: no question in Chinese or English reaches this fact (asked: "地图室：区别"); name under about what people ask about, and under aspect what they want to know of it',
    ],
    mended: [['facts', 'aspect: [difference]', 'aspect: [principle]']],
  },
  {
    kind: 'a span ends before it begins',
    made: [lasting('from: 2030-04-08, until: 2030-04-01')],
    told: ['facts.yaml:30:37: warning: this span ends on 2030-04-01, before it begins (2030-04-08); write the right days'],
    mended: [['facts', 'from: 2030-04-08, until: 2030-04-01', 'from: 2030-04-01, until: 2030-04-08']],
  },
  {
    kind: 'a span of one day ends at a time before it begins',
    made: [lasting('from: 2030-04-01, from_at: "17:00", until: 2030-04-01, at: "09:00"')],
    told: ['facts.yaml:30:71: warning: this span ends at 09:00, before it begins (17:00 of the same day); write the right times'],
    mended: [['facts', 'from_at: "17:00", until: 2030-04-01, at: "09:00"', 'from_at: "09:00", until: 2030-04-01, at: "17:00"']],
  },
  {
    kind: 'a text tells another end of a span',
    made: [
      fact([
        '- id: lending',
        '  about: [yearly-card]',
        '  aspect: [application-deadline]',
        '  value: { from: 2030-04-08, until: 2030-05-20 }',
        '  text: { zh: 年卡自2030年4月8日至5月20日可以申领。, en: Yearly cards may be applied for from 8 April to 10 May 2030. }',
        '  says: notice',
        '  source: { paragraph: 3, evidence: 居民可领年卡 }',
      ]),
    ],
    told: ['facts.yaml:31:44: warning: the value says 2030-04-08 to 2030-05-20, and this text says 2030-05-10; make them say the same'],
    mended: [['facts', 'to 10 May 2030', 'to 20 May 2030']],
  },
  {
    kind: 'a name is in quotes that are none to YAML',
    made: [['things', 'zh: [看地图的地方, 地图]', 'zh: [看地图的地方, “地图”]']],
    told: ['things.yaml:12:18: warning: the quotes of "“地图”" are part of the name; remove them, or use straight ones'],
    mended: [['things', '“地图”', '"地图"']],
  },
  {
    kind: 'an amount on which sources disagree is not in the text',
    made: [
      SECOND,
      disputed('yearly-card', 'fee', ['amount: 24000, unit: yuan', 'amount: 25000, unit: yuan'], {
        zh: '镇报说年卡2.4万元，电台说不止。',
        en: 'The News says that a yearly card is 24,000 yuan, the radio 25 thousand.',
      }),
    ],
    told: ['facts.yaml:30:86: warning: the Chinese text does not say 25000; write it there, with who says so, or remove it here'],
    mended: [['facts', '电台说不止', '电台说25000元']],
  },
  {
    kind: 'a thing on which sources disagree is not in the text',
    made: [
      SECOND,
      disputed('ground-floor', 'lead', ['things: [map-room]', 'things: [map-room, music-room]'], {
        zh: '镇报说一楼由地图室管，电台说还有听音乐的地方。',
        en: 'The News says that the map room leads the ground floor, the radio that another does, too.',
      }),
    ],
    told: ['facts.yaml:30:90: warning: the English text does not say "music room"; write it there, with who says so, or remove it here'],
    mended: [['facts', 'that another does', 'that the music room does']],
  },
  {
    kind: 'no fact rests on a source',
    made: [SECOND],
    told: ['notice.yaml:15:9: warning: no fact rests on the source "valley-radio"; name it under source in a fact that does, or remove it'],
    mended: [
      ['facts', 'source: { paragraph: 3, evidence: 居民可领年卡 }', 'source: { in: valley-radio, paragraph: 3, evidence: 居民可领年卡 }'],
    ],
  },
]
