// Buttons under answers that were given before the knowledge was edited: they are answered from what is there now, or it is said that it has changed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { SentMessage as OnDiscord } from './discord/loopback/sent.js'
import { LoopbackDiscord } from './discord/loopback/server.js'
import type { SentMessage as OnTelegram } from './telegram/loopback/sent.js'
import { LoopbackTelegram } from './telegram/loopback/server.js'
import { freePort } from './telegram/serving.js'
import { environment, START } from './terminal/program.js'

const CHANGED = {
  en: 'The answer that belonged here has changed meanwhile; please ask again.',
  'zh-CN': '这里对应的回答已经有变化，请重新提问。',
}
const WAIT = { timeout: 30_000 }

let [telegram, discord]: [LoopbackTelegram, LoopbackDiscord] = [] as never
let folder: string
let port: number
let end: () => Promise<number | null>

/** The folder's files, as they were copied. */
const facts = (): string => join(folder, 'courses-2024', 'facts.yaml')
const things = (): string => join(folder, 'courses-2024', 'things.yaml')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'asknotice-'))
  cpSync(join(import.meta.dirname, 'terminal', 'knowledge'), folder, { recursive: true })
  ;[telegram, discord, port] = [
    await LoopbackTelegram.start({ waitMs: 20_000, pollSeconds: 1 }),
    await LoopbackDiscord.start({ waitMs: 20_000 }),
    await freePort(),
  ]
  const child = spawn(process.execPath, [START], {
    env: environment({
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      KNOWLEDGE_DIR: folder,
      HTTP_PORT: String(port),
    }),
    stdio: 'ignore',
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  end = () => {
    child.kill('SIGTERM')
    return ended
  }
  await vi.waitFor(async () => expect((await readyz()).ready).toBe(true), { timeout: 50_000, interval: 100 })
}, 60_000)

afterAll(async () => {
  expect(await end()).toBe(0)
  await Promise.all([telegram.stop(), discord.stop()])
  rmSync(folder, { recursive: true })
}, 20_000)

async function readyz(): Promise<{ ready: boolean; knowledge: { version: string; problems: string[] } }> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
  return response ? ((await response.json()) as never) : { ready: false, knowledge: { version: '', problems: [] } }
}

/** Edits a file, and waits until it is answered from. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
  const { version } = (await readyz()).knowledge
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  await expect
    .poll(async () => (await readyz()).knowledge, WAIT)
    .toMatchObject({ version: expect.not.stringMatching(version), problems: [] })
}

/** Without the entry of this id. */
function without(id: string): (text: string) => string {
  return (text) =>
    text
      .split(/^(?=- id: )/m)
      .filter((entry) => !entry.startsWith(`- id: ${id}\n`))
      .join('')
}

async function onTelegram(message: OnTelegram, label: string): Promise<OnTelegram> {
  const before = telegram.sent(telegram.chat).length
  await telegram.press({ message, label }).answer()
  return telegram.message(before)
}

function onDiscord(message: OnDiscord, label: string): Promise<OnDiscord> {
  const pressed = message.controls.find((control) => control.label === label)
  return discord.button({ message, customId: String(pressed?.custom_id) }).reply()
}

it('an edit shows in the answer to an old button; where the fact is gone that is said, with questions to go on with', async () => {
  const [button, knopf] = ['Who leads choir course?', '合唱课由谁牵头？']
  telegram.say({ text: 'when are the courses to be completed?' })
  const there = await telegram.message(0)
  const options = { question: '课程什么时候完成？' }
  const here = await discord.slash({ name: 'ask', options, locale: 'zh-CN' }).reply()
  expect([there.labels, here.controls.map(({ label }) => label)]).toEqual([[button], [knopf]])

  await edit(facts(), (text) =>
    text.replace('The choir course is led', 'The big choir course is led').replace('合唱课由文化馆', '大合唱课由文化馆'),
  )
  expect((await onTelegram(there, button)).text).toContain('The big choir course is led by the cultural centre.')
  expect((await onDiscord(here, knopf)).text).toContain('大合唱课由文化馆牵头。')

  await edit(facts(), without('lead-choir'))
  const [told, toldHere] = [await onTelegram(there, button), await onDiscord(here, knopf)]
  expect([told.text, toldHere.text]).toEqual([`${button}\n${CHANGED.en}`, CHANGED['zh-CN']])
  expect([told.labels.length > 0, toldHere.usable.length > 0]).toEqual([true, true])
  // The way to ask again leads to an answer.
  expect((await onTelegram(told, String(told.labels[0]))).text).toContain('Source:')
}, 120_000)

it('a conversation about a thing that is gone goes on, and a link to it says that it has changed', async () => {
  const ask = async (text: string): Promise<string> => {
    const before = telegram.sent(telegram.chat).length
    telegram.say({ text })
    return (await telegram.message(before)).text
  }
  expect(await ask('who leads the pottery course?')).toContain('the art museum')
  const before = telegram.sent(telegram.chat).length
  await edit(facts(), without('lead-pottery'))
  await edit(things(), without('pottery'))
  telegram.start({ payload: 'courses-2024_lead-pottery' })
  expect((await telegram.message(before)).text).toBe(CHANGED.en)
  telegram.start({ payload: 'courses-2024_potteryQlead' })
  expect((await telegram.message(before + 1)).text).toBe(CHANGED.en)
  expect(await ask('when must it be completed?')).toContain('before the end of 2024')
  const reply = await discord.slash({ name: 'ask', options: { question: '\u2060#courses-2024/pottery?lead' } }).reply()
  expect(reply.text).toBe(CHANGED.en)
}, 120_000)
