// Slips in names, and texts in the wrong language or script.
import { describe, expect, test } from 'vitest'
import { packWith, problemsOf, type Slip } from './small-pack.js'

const CASES: readonly { readonly name: string; readonly slips: readonly Slip[]; readonly lines: readonly string[] }[] = [
  {
    name: 'the same alias on two things of a kind is named with the line of the first',
    slips: [['things', 'en: [listening room]', 'en: [maps]']],
    lines: ['library-opening/things.yaml:18:33: "maps" names another entry in line 13 already; keep it on the one that people mean'],
  },
  {
    name: 'the same alias in another form of the word is named',
    slips: [['things', 'en: [listening room]', 'en: [Map]']],
    lines: [
      'library-opening/things.yaml:18:33: "Map" names another entry in line 13 already ("maps", which is read alike); keep it on the one that people mean',
    ],
  },
  {
    name: 'an alias that is the name of another thing is named at the alias',
    slips: [['things', '[看地图的地方, 地图]', '[看地图的地方, 音乐室]']],
    lines: ['library-opening/things.yaml:12:18: "音乐室" names another entry in line 17 already; keep it on the one that people mean'],
  },
  {
    name: 'the same word on things of different roles is left alone',
    slips: [['things', 'en: [listening room]', 'en: [ground floor]']],
    lines: [],
  },
  {
    name: 'the same alias on two kinds is named',
    slips: [['notice', 'en: [room, rooms]', 'en: [room, floor]']],
    lines: ['library-opening/notice.yaml:26:37: "floor" names another entry in line 19 already; keep it on the one that people mean'],
  },
  {
    name: 'a name without a letter is named',
    slips: [['things', '[看地图的地方, 地图]', '[看地图的地方, "？"]']],
    lines: ['library-opening/things.yaml:12:18: "？" holds no letter, character or digit; write a word that people say, or remove it'],
  },
  {
    name: 'a Chinese comma between aliases is named',
    slips: [['things', '[看地图的地方, 地图]', '[看地图的地方，地图]']],
    lines: [
      'library-opening/things.yaml:12:10: "看地图的地方，地图" is read as one name because its comma is a Chinese one; write plain commas between names',
    ],
  },
  {
    name: 'traditional characters are answered with the simplified ones',
    slips: [['things', 'zh: 一楼', 'zh: 一樓']],
    lines: ['library-opening/things.yaml:7:15: "一樓" has traditional characters; write 楼 for 樓'],
  },
  {
    name: 'traditional characters in a fact are named at its text',
    slips: [['facts', 'zh: 一楼有地图室和音乐室。', 'zh: 一樓有地圖室和音樂室。']],
    lines: ['library-opening/facts.yaml:15:9: "一樓有地圖室和音樂室。" has traditional characters; write 楼 for 樓, 图 for 圖, 乐 for 樂'],
  },
  {
    name: 'English in the place of Chinese is named',
    slips: [['facts', 'zh: 年卡发给本镇居民。', 'zh: Yearly cards are for residents.']],
    lines: ['library-opening/facts.yaml:23:9: this text is not Chinese; write the Chinese text here and the English under en'],
  },
  {
    name: 'Chinese in the place of English is named',
    slips: [['facts', 'en: Yearly cards are for residents of the town.', 'en: 年卡发给本镇居民。']],
    lines: ['library-opening/facts.yaml:24:9: this text is not English; write the English text here and the Chinese under zh'],
  },
]

describe('names that cannot be told apart, and texts in the wrong script', () => {
  test.each(CASES)('$name', ({ slips, lines }) => {
    expect(problemsOf(packWith(...slips))).toEqual(lines)
  })
})
