// Several notices loaded: each can be asked about and chosen, and a command that is about one of them asks which.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedOf, askingCommands } from '../../adapters/asking-commands.js'
import { loadAssistant } from '../../adapters/load.js'
import { createAssistant } from '../../src/assistant.js'
import type { Notice } from '../../src/knowledge/notice.js'
import { assistant, assistantOf } from '../assistant.js'
import type { SentMessage } from './loopback/sent.js'
import { type Serving, serving } from './serving.js'

const CALL = 'blockchain application pilot notice (2021)'
const COURSES = 'community course notice (2024)'
const CHANGED = 'The answer that belonged here has changed meanwhile; please ask again.'
const SCHOLARSHIPS = 'Tingguang scholarships and grants notice (2027, invented example)'

const noticesOf = ({ library }: typeof assistant): Notice[] => [...library.notices.values()]
const courses = loadAssistant(join(import.meta.dirname, '..', 'terminal', 'knowledge'))
const scholarships = loadAssistant(join(import.meta.dirname, '..', 'fixtures', 'knowledge'))
const several = createAssistant(
  assistant.library.language,
  [assistant, courses, scholarships, assistantOf('blockchain-pilots-2022-list')].flatMap(noticesOf),
)

let on: Serving

beforeAll(async () => {
  on = await serving({}, {}, { assistant: () => several })
})

afterAll(async () => {
  await on.end()
})

const labels = (message: SentMessage): string[] => message.controls.map(({ label }) => String(label))

function press(message: SentMessage, label: string, locale: 'en-US' | 'zh-TW' = 'en-US'): Promise<SentMessage> {
  const pressed = message.controls.find((control) => control.label === label)
  return on.discord.button({ message, customId: String(pressed?.custom_id), locale }).reply()
}

async function offered(name: string, option: string, typed: string, notice?: string): Promise<{ name: string; value: string }[]> {
  const options = { [option]: typed, ...(notice && { notice }) }
  const choices = await on.discord.autocomplete({ name, options, focused: option }).choices()
  return choices.map((choice) => ({ name: choice.name, value: String(choice.value) }))
}

it('every command but the menu entry takes a notice', () => {
  const without = on.discord.commands().filter(({ options }) => !JSON.stringify(options ?? []).includes('"notice"'))
  expect(without.map(({ name }) => name)).toEqual(['Ask about this message'])
})

it('questions about all are offered while one types', async () => {
  const questions = async (typed: string): Promise<string[]> => (await offered('ask', 'question', typed)).map(({ name }) => name)
  expect(await questions('who leads trade')).toContain('Who leads Blockchain + trade finance?')
  expect(await questions('choir')).toContain('Who leads choir course?')
})

describe('a command without a notice', () => {
  it.each(askingCommands(several.library))('/%s asks which is meant, of those that have an answer to it', async (name) => {
    const asked = askedOf(name, several.library, 'en')
    const reply = await on.discord.slash({ name }).reply()
    const one = ['Which notice do you mean?', asked.map((each) => each.name)]
    expect([asked.length > 1, [reply.text, labels(reply)]]).toEqual([true, one])
  })

  it('is answered from the one that is pressed, in the language in which it was asked which', async () => {
    const which = await on.discord.slash({ name: 'deadline', locale: 'zh-TW' }).reply()
    expect([which.text, labels(which)[1]]).toEqual(['你指的是哪一份通知？', '社區課程通知（2024年）'])
    const told = await press(which, '社區課程通知（2024年）', 'zh-TW')
    expect(told.text).toMatch(/^課程應在2024年年底前完成。.*\n.*\n-# 來源：《社區課程開始申報》/)
  })

  it('that is private asks and answers in private', async () => {
    const which = await on.discord.slash({ name: 'timeline', options: { private: true } }).reply()
    expect([which.ephemeral, (await press(which, COURSES)).ephemeral]).toEqual([true, true])
  })

  it('is answered at once where one alone has an answer to it', async () => {
    const both = createAssistant(assistant.library.language, [courses, assistant].flatMap(noticesOf))
    const other = await serving({}, {}, { assistant: () => both })
    const opened = await other.discord.slash({ name: 'eligibility' }).reply()
    expect(opened.usable[0]).toBe('1|ea|e|blockchain-pilots-2021||0')
    await other.end()
  })
})

describe('/eligibility', () => {
  it('begins the dialog of the notice that is pressed', async () => {
    const which = await on.discord.slash({ name: 'eligibility' }).reply()
    expect([which.ephemeral, labels(which)]).toEqual([true, [CALL, SCHOLARSHIPS]])
    const opened = await press(which, CALL)
    const first = await on.discord.select({ message: opened, customId: String(opened.usable[0]), values: ['enterprise'] }).reply()
    const told = await on.discord.select({ message: first, customId: String(first.usable[2]), values: ['comprehensive'] }).reply()
    expect([opened.ephemeral, told.text.includes('comprehensive pilot')]).toEqual([true, true])
  })
})

describe('what is chosen', () => {
  it('a chosen notice is the one that is answered from', async () => {
    const reply = await on.discord.slash({ name: 'deadline', options: { notice: 'courses-2024' } }).reply()
    expect(reply.text).toMatch(/2024/)
  })

  it('things of every notice are offered, and each is asked of its own', async () => {
    const [choir] = await offered('domains', 'of', 'choir')
    const [trade] = await offered('domains', 'of', 'trade finance')
    const told = [choir, trade].map(({ value: of = '' } = { name: '', value: '' }) =>
      on.discord.slash({ name: 'domains', options: { of } }).reply(),
    )
    const [one, other] = (await Promise.all(told)).map(({ text }) => text.split('\n')[0])
    expect([one, other]).toEqual([
      'The choir course is led by the cultural centre.',
      'Blockchain + trade finance belongs to the category financial technology.',
    ])
  })

  it('a thing of another notice than the chosen one is asked about in words', async () => {
    const [choir] = await offered('domains', 'of', 'choir')
    const reply = await on.discord
      .slash({ name: 'domains', options: { of: String(choir?.value), notice: 'blockchain-pilots-2021' } })
      .reply()
    expect(reply.text).not.toContain('2024')
  })

  it('a notice that is not there any more is told to have changed, whatever is asked of it', async () => {
    let now = several
    const other = await serving({}, {}, { assistant: () => now })
    now = courses
    const options = { notice: 'scholarships-2027' }
    const told = [
      { name: 'deadline', options },
      { name: 'ask', options: { ...options, question: 'who leads the choir course?' } },
    ].map((command) => other.discord.slash(command).reply())
    expect((await Promise.all(told)).map(({ text }) => text)).toEqual([CHANGED, CHANGED])
    await other.end()
  })

  it('a thing that is not there any more is told to have changed', async () => {
    const reply = await on.discord.slash({ name: 'domains', options: { of: '\u2060#courses-2024/juggling' } }).reply()
    expect(reply.text).toBe(CHANGED)
  })
})

describe('more notices than buttons', () => {
  const copies = (of: typeof assistant, name: string, count: number): Notice[] =>
    noticesOf(of).flatMap((notice) =>
      Array.from({ length: count }, (_, i) => ({
        ...notice,
        id: `${name}-${i}`,
        file: { ...notice.file, short: { zh: `${name}${i}号`, en: `${name} ${i}` } },
      })),
    )
  const many = createAssistant(assistant.library.language, [...copies(courses, 'courses', 20), ...copies(assistant, 'pilots', 20)])

  it('are offered while one types, more of them than a command can name, and what is typed is enough where it names one', async () => {
    const other = await serving({}, {}, { assistant: () => many })
    const { discord } = other
    const offers = async (typed: string, locale: 'en-US' | 'zh-TW'): Promise<unknown> =>
      (await discord.autocomplete({ name: 'deadline', options: { notice: typed }, focused: 'notice', locale }).choices()).map(
        ({ name, value }) => [name, value],
      )
    expect(await offers('pilots 1', 'en-US')).toEqual(
      [1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map((i) => [`pilots ${i}`, `pilots-${i}`]),
    )
    expect(await offers('courses7', 'zh-TW')).toEqual([['courses7號', 'courses-7']])
    expect(((await offers('', 'en-US')) as unknown[]).length).toBe(25)
    const told = async (notice: string): Promise<string> => (await discord.slash({ name: 'deadline', options: { notice } }).reply()).text
    expect(await told('courses-7')).toContain('2024')
    expect(await told('Courses 7')).toContain('2024')
    expect([await told('courses'), await told('nothing')]).toEqual(['Which notice do you mean?', CHANGED])
    await other.end()
  })

  it('are offered in selects, and the one that is picked answers, or begins its dialog', async () => {
    const other = await serving({}, {}, { assistant: () => many })
    const { discord } = other
    const pick = (message: SentMessage, at: number, value: string): Promise<SentMessage> =>
      discord.select({ message, customId: String(message.usable[at]), values: [value] }).reply()
    const which = await discord.slash({ name: 'deadline' }).reply()
    expect(which.controls.map(({ options }) => (options as unknown[]).length)).toEqual([25, 15])
    expect((await pick(which, 0, 'courses-3/?completion-deadline')).text).toContain('2024')
    expect((await pick(which, 1, 'pilots-19/?completion-deadline')).text).toContain('2023')
    const things = async (notice?: string): Promise<string[]> => {
      const options = { of: 'choir', ...(notice && { notice }) }
      return (await discord.autocomplete({ name: 'domains', options, focused: 'of' }).choices()).map(({ name }) => name)
    }
    // What several call the same says which it is from.
    expect([(await things()).slice(0, 2), await things('courses-3')]).toEqual([
      ['choir course · courses 0', 'choir course · courses 1'],
      ['choir course'],
    ])
    const who = await discord.slash({ name: 'eligibility' }).reply()
    const begun = await pick(who, 0, '1|ea|e|pilots-7||0')
    expect(begun.usable[0]).toBe('1|ea|e|pilots-7||0')
    await other.end()
  })
})
