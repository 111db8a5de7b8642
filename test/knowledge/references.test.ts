// Slips in ids, and in how things hang together.
import { describe, expect, test } from 'vitest'
import { packWith, problemsOf, type Slip } from './small-pack.js'

const CASES: readonly { readonly name: string; readonly slips: readonly Slip[]; readonly lines: readonly string[] }[] = [
  {
    name: 'an unknown thing is answered with the nearest',
    slips: [['facts', 'about: [ground-floor]', 'about: [gruond-floor]']],
    lines: [
      'library-opening/facts.yaml:11:11: there is no thing or kind "gruond-floor"; did you mean "ground-floor"? If not, add it to things.yaml, or name a thing or kind that exists',
    ],
  },
  {
    name: 'an id in capitals is answered with the nearest',
    slips: [['notice', 'whole: [notice]', 'whole: [Notice]']],
    lines: [
      'library-opening/notice.yaml:15:9: there is no thing "Notice"; did you mean "notice"? If not, add it to things.yaml, or name a thing that is there',
    ],
  },
  {
    name: 'an unknown thing like no other is answered with where to add it',
    slips: [['facts', 'things: [map-room, music-room]', 'things: [map-room, cinema]']],
    lines: ['library-opening/facts.yaml:13:31: there is no thing "cinema"; add it to things.yaml, or name a thing that is there'],
  },
  {
    name: 'an unknown kind is named',
    slips: [['things', 'kind: floor', 'kind: flor']],
    lines: [
      'library-opening/things.yaml:6:9: there is no kind "flor"; did you mean "floor"? If not, add it under kinds in notice.yaml, or name one that is there',
    ],
  },
  {
    name: 'a kind where a thing is wanted is told from an unknown id',
    slips: [['notice', 'whole: [notice]', 'whole: [notice, room]']],
    lines: ['library-opening/notice.yaml:15:17: "room" is a kind, not a thing; name the things that are meant'],
  },
  {
    name: 'an unknown speaker is named',
    slips: [['facts', 'says: notice\n  source: { paragraph: 3', 'says: mayor\n  source: { paragraph: 3']],
    lines: ['library-opening/facts.yaml:25:9: there is no thing "mayor"; add it to things.yaml, or name a thing that is there'],
  },
  {
    name: 'an unknown aspect is named',
    slips: [['facts', 'aspect: [start-date]', 'aspect: [strat-date]']],
    lines: [
      'library-opening/facts.yaml:3:12: there is no aspect "strat-date"; did you mean "start-date"? If not, name one of language/aspects.yaml',
    ],
  },
  {
    name: 'an unknown aspect of a kind is named',
    slips: [['notice', 'default: membership', 'default: members']],
    lines: [
      'library-opening/notice.yaml:25:14: there is no aspect "members"; did you mean "membership"? If not, name one of language/aspects.yaml',
    ],
  },
  {
    name: 'an unknown aspect of a gap is named',
    slips: [['gaps', 'aspect: application-deadline', 'aspect: aplication-deadline']],
    lines: [
      'library-opening/gaps.yaml:1:11: there is no aspect "aplication-deadline"; did you mean "application-deadline"? If not, name one of language/aspects.yaml',
    ],
  },
  {
    name: 'an unknown fact behind a rule is named',
    slips: [['eligibility', 'fact: who-may-have-a-card', 'fact: who-may-have-card']],
    lines: [
      'library-opening/eligibility.yaml:3:9: there is no fact "who-may-have-card"; did you mean "who-may-have-a-card"? If not, add it to facts.yaml, or name a fact that is there',
    ],
  },
  {
    name: 'an unknown fact near a gap is named',
    slips: [['gaps', 'nearest: [opening-day]', 'nearest: [opening-days]']],
    lines: [
      'library-opening/gaps.yaml:2:13: there is no fact "opening-days"; did you mean "opening-day"? If not, add it to facts.yaml, or name a fact that is there',
    ],
  },
  {
    name: 'a fact that gives the reason of an unknown one is named',
    slips: [['facts', '  about: [yearly-card]', '  of: opening\n  about: [yearly-card]']],
    lines: [
      'library-opening/facts.yaml:20:7: there is no fact "opening"; did you mean "opening-day"? If not, add it to facts.yaml, or name a fact that is there',
    ],
  },
  {
    name: 'a fact that gives the reason of itself is named',
    slips: [['facts', '  about: [yearly-card]', '  of: who-may-have-a-card\n  about: [yearly-card]']],
    lines: ['library-opening/facts.yaml:20:7: the fact gives the reason of itself; name another fact, or remove the key'],
  },
  {
    name: 'a thing that is a case of itself is named',
    slips: [['things', 'is_a: [resident]', 'is_a: [child]']],
    lines: ['library-opening/things.yaml:29:10: "child" → "child" leads back to where it begins; remove one of these is_a links'],
  },
  {
    name: 'a ring of is_a is named once',
    slips: [['things', '  name: { zh: 居民, en: resident }', '  name: { zh: 居民, en: resident }\n  is_a: [child]']],
    lines: [
      'library-opening/things.yaml:26:10: "resident" → "child" → "resident" leads back to where it begins; remove one of these is_a links',
    ],
  },
  {
    name: 'a ring of part_of is named once',
    slips: [
      [
        'things',
        '  name: { zh: 一楼, en: ground floor }',
        '  name: { zh: 一楼, en: ground floor }\n  part_of: upper-floor\n- id: upper-floor\n  kind: floor\n  name: { zh: 二楼, en: upper floor }\n  part_of: ground-floor',
      ],
    ],
    lines: [
      'library-opening/things.yaml:8:12: "ground-floor" → "upper-floor" → "ground-floor" leads back to where it begins; remove one of these part_of links',
    ],
  },
  {
    name: 'a case of a thing of another kind is named',
    slips: [['things', 'is_a: [resident]', 'is_a: [yearly-card]']],
    lines: [
      'library-opening/things.yaml:29:10: "yearly-card" is of the kind "card" and this thing of the kind "reader"; name a wider thing of the same kind',
    ],
  },
  {
    name: 'a part of a thing that is no group is named',
    slips: [['things', 'en: [maps, atlas room]\n  part_of: ground-floor', 'en: [maps, atlas room]\n  part_of: music-room']],
    lines: [
      'library-opening/things.yaml:14:12: "music-room" is of the kind "room"; name a group here, a thing whose kind has the role group',
    ],
  },
  {
    name: 'a rule for what nobody can apply for is named',
    slips: [['eligibility', 'track: yearly-card', 'track: map-room']],
    lines: [
      'library-opening/eligibility.yaml:1:10: "map-room" is of the kind "room"; name what one applies for here, a thing whose kind has the role track',
    ],
  },
  {
    name: 'a rule that is open to no applicant is named',
    slips: [['eligibility', 'open_to: [resident]', 'open_to: [ground-floor]']],
    lines: [
      'library-opening/eligibility.yaml:2:13: "ground-floor" is of the kind "floor"; name who may apply here, a thing whose kind has the role applicant',
    ],
  },
  {
    name: 'an id that is used twice is named with its first line',
    slips: [['facts', 'id: rooms', 'id: opening-day']],
    lines: ['library-opening/facts.yaml:10:7: the id "opening-day" is used in line 1 already; give each entry an id of its own'],
  },
  {
    name: 'a thing with the id of another is named',
    slips: [
      ['things', '- id: music-room', '- id: map-room'],
      ['facts', '[map-room, music-room]', '[map-room]'],
    ],
    lines: ['library-opening/things.yaml:15:7: the id "map-room" is used in line 8 already; give each entry an id of its own'],
  },
  {
    name: 'a kind with the id of another is named',
    slips: [
      ['notice', '  - id: card', '  - id: room'],
      ['things', 'kind: card', 'kind: room'],
      ['eligibility', '- track: yearly-card\n  open_to', '- open_to'],
    ],
    lines: ['library-opening/notice.yaml:27:9: the id "room" is used in line 21 already; give each entry an id of its own'],
  },
  {
    name: 'a thing with the id of a kind is named',
    slips: [
      ['things', 'id: resident', 'id: reader'],
      ['things', 'is_a: [resident]', 'is_a: [reader]'],
      ['eligibility', '[resident]', '[reader]'],
    ],
    lines: ['library-opening/things.yaml:23:7: "reader" is the id of a kind; give the thing another id'],
  },
  {
    name: 'a kind that needs no entry is named',
    slips: [
      ['notice', '  - id: floor', '  - id: topic'],
      ['things', 'kind: floor', 'kind: topic'],
    ],
    lines: ['library-opening/notice.yaml:17:9: "topic" is a kind that needs no entry here; remove the entry, or give it another id'],
  },
]

describe('an id that names nothing, or the wrong thing', () => {
  test.each(CASES)('$name', ({ slips, lines }) => {
    expect(problemsOf(packWith(...slips))).toEqual(lines)
  })
})
