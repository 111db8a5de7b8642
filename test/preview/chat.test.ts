// What the preview shows is what the adapters send: their own handlers are talked to, and their own payloads drawn.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { renderAnswer as renderDiscord } from '../../adapters/discord/render.js'
import type { Turn } from '../../adapters/preview/view.js'
import { keyboardOf } from '../../adapters/telegram/showing/keyboard.js'
import { renderAnswer as renderTelegram } from '../../adapters/telegram/showing/render.js'
import { renderOnce } from '../../adapters/terminal/screen.js'
import { assistant } from '../assistant.js'
import { Page, type Served, served } from './serving.js'

let on: Served
let page: Page

beforeAll(async () => {
  on = await served({ only: 'blockchain-pilots-2021' })
})
beforeEach(async () => {
  page = new Page(on)
  await page.show({ day: '2022-06-01' })
})
afterAll(async () => {
  await on.end()
  expect(on.log.filter((line) => line.startsWith('HTTP'))).toEqual([])
})

const last = ({ turns }: { turns: readonly Turn[] }): Turn => turns.at(-1) as Turn

interface Control {
  readonly id: string
  readonly label: string
  readonly values: readonly string[]
}

/** Buttons and selects under the last message in Discord. */
function controls(turn: Turn): Control[] {
  const rows = (turn.discord.messages.at(-1)?.components ?? []) as {
    components?: { custom_id: string; label?: string; options?: { value: string }[] }[]
  }[]
  return rows
    .flatMap((row) => row.components ?? [])
    .map(({ custom_id: id, label = '', options = [] }) => ({ id, label, values: options.map(({ value }) => value) }))
}

/** Buttons under the last message in Telegram. */
function keys(turn: Turn): Control[] {
  const rows = turn.telegram.messages.findLast(({ keyboard }) => keyboard.length > 0)?.keyboard ?? []
  return rows.flat().map((key) => ({ id: 'callback_data' in key ? key.callback_data : '', label: key.text, values: [] }))
}

const text = (turn: Turn): string => JSON.stringify(turn.discord.messages.map(({ components }) => components))

describe.each([
  'Who leads trade finance?',
  '试点什么时候要完成？',
  'timeline of the pilot',
  '列出所有领域',
  'how do I bake bread?',
  '獎金有多少？',
])('%s', (question) => {
  it('is answered as each renderer renders it', async () => {
    const answer = assistant.ask({ input: { kind: 'text', text: question }, now: new Date('2022-06-01T12:00:00Z'), locale: 'en' })
    const { discord, telegram } = last(await page.say(question))
    const pictures = await on.pictures.of(answer)
    expect(discord.messages.map(({ components }) => components)).toEqual(renderDiscord(answer, { pictures }))
    const names = pictures.map(({ name }) => name)
    expect([discord, telegram].map(({ messages }) => messages.flatMap((one) => one.pictures.map(({ name }) => name)))).toEqual([
      names,
      names,
    ])
    expect(
      telegram.messages.filter((one) => one.pictures.length === 0).map(({ text, entities, keyboard }) => ({ text, entities, keyboard })),
    ).toEqual(renderTelegram(answer).map((one, i, all) => ({ ...one, keyboard: i === all.length - 1 ? keyboardOf(answer) : [] })))
    expect([discord.whys.map(({ text, status }) => [text, status]), telegram.whys.map(({ text }) => text)]).toEqual([
      [[renderOnce(answer), answer.status]],
      [renderOnce(answer)],
    ])
    const alts = answer.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.alt] : []))
    expect([discord, telegram].map(({ whys }) => whys.flatMap(({ drawings }) => drawings.map(({ alt }) => alt)))).toEqual([alts, alts])
  })
})

it('the payload is what would be sent, with links not previewed and nobody mentioned', async () => {
  const { discord, telegram } = last(await page.say('Who leads trade finance?'))
  expect(discord.sent).toMatchObject([
    {
      request: 'POST /interactions/{id}/{token}/callback',
      body: { type: 4, data: { components: discord.messages[0]?.components, allowed_mentions: { parse: [] } } },
    },
  ])
  expect(telegram.sent).toMatchObject([
    { request: 'sendMessage', body: { text: telegram.messages[0]?.text, link_preview_options: { is_disabled: true } } },
  ])
})

it('a button that is pressed on one platform is pressed on the other, and what follows is understood on both', async () => {
  const asked = last(await page.say('Who leads trade finance?'))
  const key = keys(asked)[2]
  const view = await page.press('telegram', asked.telegram.messages[0]?.id ?? '', key?.id ?? '')
  const pressed = last(view)
  expect([view.turns.length, pressed.asked, pressed.isPressed]).toEqual([2, key?.label, true])
  expect(pressed.discord.whys[0]?.text).toBe(pressed.telegram.whys[0]?.text)
  expect(pressed.telegram.messages[0]?.text.startsWith(`${key?.label}\n`)).toBe(true)
  const followed = last(await page.say('and health?'))
  expect(followed.discord.whys[0]?.text).toBe(followed.telegram.whys[0]?.text)
})

it('an item of a long list is chosen', async () => {
  const asked = last(await page.say('list all domains'))
  const select = controls(asked).find(({ values }) => values.length > 0)
  const chosen = last(await page.press('discord', asked.discord.messages[0]?.id ?? '', select?.id ?? '', select?.values[0]))
  expect([chosen.isPressed, chosen.discord.messages.length > 0, chosen.telegram.messages.length > 0]).toEqual([true, true, true])
})

describe('the eligibility dialog', () => {
  it('in Discord is one message that ends with the answer', async () => {
    const asked = last(await page.say('/eligibility'))
    const { id = '' } = asked.discord.messages[0] ?? {}
    const applicant = controls(asked)[0]
    await page.press('discord', id, applicant?.id ?? '', applicant?.values[0])
    const track = controls(last(await page.show({ day: '2022-06-01' }))).at(-1)
    const view = await page.press('discord', id, track?.id ?? '', track?.values[0])
    expect(view.turns.length).toBe(1)
    expect(last(view).discord.messages.map(({ isPrivate }) => isPrivate)).toEqual([true])
    expect(last(view).discord.whys.map(({ status }) => status)).toEqual(['answered'])
    expect(last(view).discord.sent).toMatchObject([{ body: { type: 7 } }])
    expect(controls(last(view)).some(({ label }) => label === 'Share here')).toBe(true)
  })

  it('in Telegram is turned over, walked through and gone back in', async () => {
    const asked = last(await page.say('/eligibility'))
    const { id = '' } = asked.telegram.messages[0] ?? {}
    const press = async (label: RegExp): Promise<Turn> => {
      const turn = last(await page.show({ day: '2022-06-01' }))
      return last(await page.press('telegram', id, keys(turn).find((key) => label.test(key.label))?.id ?? ''))
    }
    const heads = [await press(/More/), await press(/Before/), await press(/./), await press(/./)].map(
      (turn) => turn.telegram.messages[0]?.text.split('\n')[0],
    )
    expect(heads).toEqual([
      'Who wants to apply? (2/3)',
      'Who wants to apply? (1/3)',
      'governments at all levels · Which type?',
      'governments at all levels · comprehensive pilot',
    ])
    expect((await press(/Back/)).telegram.messages[0]?.text).toBe('governments at all levels · Which type?')
  })
})

it('a command that one platform has not leaves the other alone', async () => {
  const language = last(await page.say('/language'))
  expect([language.discord.messages.length, language.telegram.messages.length]).toEqual([0, 1])
  const about = last(await page.say('/about'))
  expect(about.discord.messages.length).toBe(1)
})

it.each([
  ['2023-12-30', 'the time left is', 'That leaves'],
  ['2023-12-31', 'is the last day', 'Today is the last day'],
  ['2024-01-01', 'it has been over for', 'It has been over for'],
])('on %s the clock is read so', async (day, asked, said) => {
  await page.say('When must the pilot be completed?')
  await page.say('is it over yet?')
  const { turns } = await page.show({ day })
  expect(turns.map(text)).toEqual([expect.stringContaining(said), expect.stringContaining(asked)])
})

it('buttons speak the language of the asker, and words their own', async () => {
  await page.say('/deadline')
  await page.say('Who leads trade finance?')
  const { turns } = await page.show({ lang: 'zh-Hant' })
  expect(turns.map((turn) => [turn.discord, turn.telegram].map(({ whys }) => whys[0]?.lang))).toEqual([
    ['zh-Hant', 'zh-Hant'],
    ['en', 'en'],
  ])
})

it('markup in a question is asked about as it stands', async () => {
  const odd = '<script>alert(1)</script> **who** leads `trade finance`? <b onclick=x>'
  expect(last(await page.say(odd)).asked).toBe(odd)
})

it('whatever is asked or pressed is answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.string({ maxLength: 60 }), async (words, control) => {
      const view = words.trim() === '' ? await page.show() : await page.say(words)
      const messages = view.turns.flatMap((turn) => [turn.discord.messages[0]?.id, turn.telegram.messages[0]?.id])
      for (const platform of ['discord', 'telegram'] as const) await page.press(platform, messages[0] ?? '', control)
      await page.act({ kind: 'clear' })
    }),
    { numRuns: 25 },
  )
})

it('an edit shows in what was asked before, and a mistake is told at file and line while the old answer stays', async () => {
  const file = join(on.folder, 'blockchain-pilots-2021', 'facts.yaml')
  const good = readFileSync(file, 'utf8')
  await page.say('Who leads trade finance?')
  const changes = await fetch(`${on.url}/changes`)
  const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader()
  const told = async (): Promise<void> => {
    for (;;) if ((await reader?.read())?.value?.includes('data: changed')) return
  }
  writeFileSync(file, good.replaceAll('is led by the People', 'is led by nobody but the People'))
  await told()
  expect(text(last(await page.show()))).toContain('nobody but the People')
  writeFileSync(file, good.replace('  about: ', '  abbout: '))
  await told()
  const broken = await page.show()
  expect([broken.problems[0], text(last(broken))]).toEqual([
    expect.stringMatching(/facts\.yaml:\d+:\d+: /),
    expect.stringContaining('nobody but'),
  ])
  writeFileSync(file, good)
  await told()
  const mended = await page.show()
  expect([mended.problems, text(last(mended)).includes('nobody but')]).toEqual([[], false])
  await reader?.cancel()
})

it('of several notices one can be chosen, which is then the only one that is answered from; else it is told what each made of it', async () => {
  const both = await served()
  try {
    const other = new Page(both)
    await other.show()
    const asked = last(await other.say('Who leads trade finance?'))
    const [first = '', second = ''] = (await other.show()).notices.map(({ id }) => id)
    const about = (turn: Turn): string[] => turn.discord.whys.flatMap(({ sections }) => sections.map((section) => section.about))
    expect([about(asked).includes('notices'), asked.discord.whys[0]?.status]).toEqual([true, 'answered'])
    const narrowed = [last(await other.show({ notice: first })), last(await other.show({ notice: second }))]
    expect(narrowed.map((turn) => [about(turn).includes('notices'), turn.discord.whys[0]?.status])).toEqual([
      [false, 'answered'],
      [false, expect.not.stringMatching('^answered$')],
    ])
  } finally {
    await both.end()
  }
})

it('a command asks which notice is meant, and of a chosen one nothing, on both platforms', async () => {
  const both = await served()
  try {
    const other = new Page(both)
    await other.show()
    const asked = last(await other.say('/source'))
    const [first = ''] = (await other.show()).notices.map(({ id }) => id)
    const chosen = last(await other.show({ notice: first }))
    const told = (turn: Turn): unknown[] => [turn.discord, turn.telegram].map(({ whys }) => whys.map(({ status }) => status))
    expect([told(asked), told(chosen)]).toEqual([
      [[], []],
      [['answered'], ['answered']],
    ])
    expect(chosen.telegram.whys[0]?.text).toBe(chosen.discord.whys[0]?.text)
  } finally {
    await both.end()
  }
})
