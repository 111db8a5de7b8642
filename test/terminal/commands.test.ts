// The commands of the chat that ask something of a notice, and what is said to those that there are not.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAssistant } from '../../adapters/load.js'
import { Conversation, type Reply } from '../../adapters/terminal/conversation.js'
import type { Lang } from '../../src/answer.js'
import { type Assistant, createAssistant } from '../../src/assistant.js'
import { LANGS } from '../figure/figures.js'
import { KNOWLEDGE } from './fixture.js'
import { run, START } from './program.js'

const SCHOLARSHIPS = join(import.meta.dirname, '..', 'fixtures', 'knowledge')
const NOW = new Date('2024-06-20T04:00:00Z')
const courses = loadAssistant(KNOWLEDGE)

const chatWith = (assistant: Assistant, locale: Lang = 'en'): Conversation =>
  new Conversation(assistant, { locale, clock: () => NOW, offers: ({ suggestions }) => suggestions })

/** Two notices, in one folder. */
let folder: string
let both: Assistant

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'asknotice-'))
  for (const from of [KNOWLEDGE, SCHOLARSHIPS]) cpSync(from, folder, { recursive: true })
  both = loadAssistant(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const NONE: Reply = { kind: 'note', text: 'There is no such command; /help lists them.' }

describe('of one notice', () => {
  it('/timeline and /map are drawn', async () => {
    const { stdout } = await run(START, [], { input: '/timeline\n／MAP\n', env: { KNOWLEDGE_DIR: KNOWLEDGE } })
    const [line, tree] = stdout.split('\n\n')
    expect(line?.split('\n').filter((one) => /^[●○◆]/.test(one))).toEqual([
      '● 1 March 2024  Source published',
      expect.stringMatching(/^(◆|○)/),
      expect.stringMatching(/^(◆|○)/),
    ])
    expect(tree).toContain('\nCourses at a glance · Community course notice (2024)\n├ ● Choir course\n└ ● Pottery course\n')
  })

  it('words after a command are asked about, and /ask asks the words', () => {
    const chat = chatWith(both)
    const told = ['/domains the choir course', '/ask who leads the pottery course?'].map((line) => chat.say(line))
    expect(told.map((reply) => reply?.kind === 'answer' && reply.answer.facts)).toEqual([
      ['courses-2024/lead-choir'],
      ['courses-2024/lead-pottery'],
    ])
  })

  it.each(LANGS)('/help in %s names those that it has an answer to, a line each', (lang) => {
    const text = (chatWith(courses, lang).say('/help') as { text: string }).text.split('\n')
    const words = { en: 'question', 'zh-Hans': '问题', 'zh-Hant': '問題' }[lang]
    expect(text.map((line) => line.split('  ', 1)[0])).toEqual([
      expect.any(String),
      ...['/deadline', '/timeline', '/map'],
      ...[`/explain [${words}]`, '/lang zh-Hans|zh-Hant|en|auto', '/help', '/quit'],
    ])
  })

  it('a command that it has no answer to is not there', () => {
    const lines = ['/compare', '/compare choir and pottery', '/domains', '/domains the choir course']
    expect(lines.map((line) => chatWith(courses).say(line))).toEqual(lines.map(() => NONE))
  })
})

describe('of several notices', () => {
  it('a command asks which is meant, and a number picks', async () => {
    const input = '/timeline\n2\n/lang zh-Hant\n/timeline\n'
    const { stdout } = await run(START, [], { input, env: { KNOWLEDGE_DIR: folder } })
    const [which, told, , again] = stdout.split('\n\n')
    expect(which).toBe(
      'Which notice do you mean?\n1. community course notice (2024)\n2. Tingguang scholarships and grants notice (2027, invented example)',
    )
    expect(told).toMatch(/^→ Tingguang.*\n.*\nTimeline · Tingguang/s)
    expect(again).toMatch(/^你指的是哪一份通知？\n1\. 社區課程通知（2024年）\n2\. /)
  })

  it('is answered at once where one alone has an answer to it', () => {
    const reply = chatWith(both).say('/eligibility')
    expect(reply?.kind === 'answer' && reply.answer.notice).toBe('scholarships-2027')
  })

  it('more than nine can be picked as well, and a number beyond them is a question', () => {
    const notices = [...courses.library.notices.values()].flatMap((notice) =>
      Array.from({ length: 12 }, (_, i) => ({ ...notice, id: `courses-${i + 1}` })),
    )
    const many = createAssistant(courses.library.language, notices)
    const pick = (number: string): Reply | null => {
      const chat = chatWith(many)
      chat.say('/deadline')
      return chat.say(number)
    }
    const [last, beyond] = [pick('12'), pick('13')]
    expect([last?.kind === 'answer' && last.answer.notice, beyond?.kind === 'answer' && beyond.picked]).toEqual(['courses-12', undefined])
  })
})

describe('a command that there is not', () => {
  it.each(['/', '/nope', '/nope timeline', '/constructor', '/__proto__ x', '/timelines', '//timeline'])(
    '%s is told in one line',
    (line) => {
      expect(chatWith(both).say(line)).toEqual(NONE)
    },
  )

  it('whatever is typed behind a slash gets a reply', () => {
    const chat = chatWith(both)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['answer', 'note', 'which', 'end']).toContain(chat.say(`/${text}`)?.kind)
      }),
      { numRuns: 200 },
    )
  })
})
