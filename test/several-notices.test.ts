// Several notices loaded: which of them a message is meant for, and what is said where that is open.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadAssistant } from '../adapters/load.js'
import { renderText } from '../adapters/terminal/render.js'
import type { Answer, Memory } from '../src/answer.js'
import { type Assistant, createAssistant } from '../src/assistant.js'
import { type Files, packWith, write } from './knowledge/small-pack.js'

const NOW = new Date('2024-06-01T04:00:00Z')

/** What became of the small pack's opening: a notice that follows it and knows some of the same things. */
const FOLLOWER: Files = {
  'knowledge/library-readers/notice.yaml': `id: library-readers
title: { zh: 河湾镇图书馆首批读者名单, en: First Readers of the Riverbend Library }
short: { zh: 首批读者名单, en: list of first readers }
time_zone: Asia/Shanghai
follows: library-opening
source:
  id: riverbend-weekly
  title: { zh: 首批读者公布, en: First readers announced }
  publisher: { zh: 河湾镇报, en: Riverbend News }
  date: 2030-05-01
  sections:
    - { from: 1, heading: { zh: 正文, en: Text } }
whole: [reader-list]
kinds:
  - id: room
    role: item
    name: { zh: 阅览室, en: reading room }
    plural: { en: reading rooms }
    default: membership
`,
  'knowledge/library-readers/things.yaml': `- id: reader-list
  kind: notice
  name: { zh: 读者名单, en: the reader list }
  aliases: { zh: [首批读者], en: [reader list, first readers] }
- id: map-room
  kind: room
  name: { zh: 地图室, en: map room }
- id: music-room
  kind: room
  name: { zh: 音乐室, en: music room }
`,
  'knowledge/library-readers/facts.yaml': `- id: selected-map-room
  about: [map-room]
  aspect: [selected]
  text: { zh: 地图室的首批读者有12人。, en: The map room has 12 first readers. }
  says: reader-list
  source: { paragraph: 1, evidence: 地图室十二人 }
- id: list-date
  about: [reader-list]
  aspect: [issue-date]
  value: { date: 2030-05-01, precision: day }
  text: { zh: 读者名单2030年5月1日公布。, en: The reader list was published on 1 May 2030. }
  says: reader-list
  source: { paragraph: 1, evidence: 五月一日公布 }
- id: opening-again
  about: [reader-list, map-room]
  aspect: [start-date]
  value: { date: 2030-04-02, precision: day }
  text: { zh: 据读者名单，地图室2030年4月2日开放。, en: According to the reader list the map room opened on 2 April 2030. }
  says: reader-list
  source: { paragraph: 1, evidence: 四月二日开放 }
`,
}

function assistantOver(files: Files, ...more: readonly Assistant[]): Assistant {
  const { library } = loadAssistant(join(write(files), 'knowledge'))
  return createAssistant(
    library.language,
    [library, ...more.map((one) => one.library)].flatMap(({ notices }) => [...notices.values()]),
  )
}

const courses = loadAssistant(join(import.meta.dirname, 'terminal', 'knowledge'))
const unrelated = (): Assistant => assistantOver(packWith(), courses)
const related = (): Assistant => assistantOver({ ...packWith(), ...FOLLOWER })

function ask(assistant: Assistant, text: string, memory?: Memory, notice?: string): Answer {
  return assistant.ask({ input: { kind: 'text', text }, now: NOW, memory, notice })
}

function brief({ status, notice, title, facts }: Answer): unknown {
  return { status, notice, title, facts }
}

it('a question finds its notice by what it names', () => {
  const both = unrelated()
  expect(brief(ask(both, '合唱课由谁牵头？'))).toEqual({
    status: 'answered',
    notice: 'courses-2024',
    title: '',
    facts: ['courses-2024/lead-choir'],
  })
  expect(ask(both, 'which rooms are on the ground floor?').facts).toEqual(['library-opening/rooms'])
})

it('each notice reads with its own words: what one is called hides no word of another', () => {
  // 图书馆开馆 holds no course, 捏泥巴 no room: alone and together they answer the same.
  const both = unrelated()
  for (const text of ['捏泥巴谁负责', 'lead of pottery', 'hechangke shei qiantou', '合昌课由谁签头'])
    expect({ text, said: renderText(ask(both, text)) }).toEqual({ text, said: renderText(ask(courses, text)) })
})

it('where both answer and nothing says which is meant, it asks; the chosen one answers the same question', () => {
  const lent: Files = packWith(['facts', 'aspect: [start-date]', 'aspect: [start-date, completion-deadline]'])
  const both = assistantOver(lent, courses)
  const which = ask(both, '什么时候截止完成？')
  expect({ status: which.status, labels: which.suggestions.map(({ label }) => label) }).toEqual({
    status: 'clarify',
    labels: ['图书馆开馆通知', '社区课程通知（2024年）'],
  })
  const [, second] = which.suggestions
  const answer = both.ask({ input: { kind: 'suggestion', id: second?.id ?? '' }, now: NOW, memory: which.memory })
  expect(answer.facts).toEqual(['courses-2024/completion'])
})

it('a conversation stays with its notice, even where another one could answer', () => {
  const both = unrelated()
  const first = ask(both, 'which rooms are on the ground floor?')
  expect(brief(ask(both, 'and when must it be completed?', first.memory))).toMatchObject({
    status: 'not_stated',
    notice: 'library-opening',
  })
})

it('where the one that was talked about is silent, no other is quoted unasked', () => {
  const both = unrelated()
  const first = ask(both, 'which rooms are on the ground floor?')
  expect(renderText(ask(both, 'when is the completion deadline?', first.memory))).not.toContain('2024')
})

it('a question that names neither is about the notice that the other follows', () => {
  const both = related()
  expect(ask(both, '一楼有哪些阅览室？').facts).toEqual(['library-opening/rooms'])
  expect(ask(both, '读者名单什么时候公布的？').facts).toEqual(['library-readers/list-date'])
})

it('what the first does not state and its follower does is named and offered', () => {
  const answer = ask(related(), '地图室入选的有哪些？')
  expect({
    ...(brief(answer) as object),
    text: answer.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join(''),
  }).toEqual({
    status: 'not_stated',
    notice: 'library-opening',
    title: '',
    facts: [],
    text: '来源没有写明地图室的入选名单。《首批读者名单》里有写，可以点下面的问题。',
  })
  expect(answer.suggestions[0]?.id).toBe('library-readers/selected-map-room')
})

it('where its follower could have answered as well, the answer says which it is from', () => {
  expect(ask(related(), '什么时候开始开放？')).toMatchObject({ notice: 'library-opening', title: '图书馆开馆通知' })
})

it('a notice that is asked for by its id answers alone', () => {
  const both = related()
  expect(ask(both, '地图室入选的有哪些？', undefined, 'library-readers').facts).toEqual(['library-readers/selected-map-room'])
  expect(renderText(ask(both, '地图室入选的有哪些？', undefined, 'library-opening'))).not.toContain('名单》')
})

it('greetings and refusals name all the notices that can be asked', () => {
  const both = unrelated()
  expect(renderText(ask(both, 'hello')).split('\n')[0]).toContain('library opening notice and community course notice (2024)')
  expect(renderText(ask(both, '今天天气怎么样'))).toContain('《图书馆开馆通知》《社区课程通知（2024年）》')
  expect(renderText(ask(both, 'hello', undefined, 'courses-2024'))).not.toContain('library')
})

it('of many notices the ones that a question names are found', () => {
  const many: Record<string, string> = {}
  for (let i = 0; i < 30; i++)
    for (const [path, content] of Object.entries(packWith()))
      if (typeof content === 'string' && path.startsWith('knowledge/'))
        many[path.replace('library-opening', `library-${i}`)] = content
          .replaceAll('library-opening', `library-${i}`)
          .replaceAll('地图室', `地图室${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'东南西'[Math.floor(i / 10)]}`)
  const all = assistantOver(many)
  expect(ask(all, '一楼有地图室丙西吗？').notice).toBe('library-22')
  expect(ask(all, '一楼有哪些阅览室？').status).toBe('clarify')
})
