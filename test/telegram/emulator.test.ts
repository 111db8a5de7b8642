// A second opinion: the emulator of the Bot API that the npm package telegram-test-api is. It knows nine methods; the others must not matter.
import { createServer } from 'node:net'
import telegramTestApi from 'telegram-test-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Conversations } from '../../adapters/conversations.js'
import type { Running } from '../../adapters/platform.js'
import { alone } from '../../adapters/shared-state/local/alone.js'
import { startTelegram } from '../../adapters/telegram/start.js'
import { assistant } from '../assistant.js'

// What it exports is the class itself, which its types do not say.
const TelegramServer = telegramTestApi as unknown as typeof telegramTestApi.default
type Emulator = InstanceType<typeof TelegramServer>

const TOKEN = '666:second-opinion'

let server: Emulator
let client: ReturnType<Emulator['getClient']>
let running: Running
const log: string[] = []

beforeAll(async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => free.once('listening', resolve))
  const { port } = free.address() as { port: number }
  await new Promise((resolve) => free.close(resolve))
  server = new TelegramServer({ port, host: '127.0.0.1' })
  await server.start()
  client = server.getClient(TOKEN, { timeout: 10_000 })
  running = await startTelegram(
    { token: TOKEN, apiRoot: server.config.apiURL },
    {
      assistant: () => assistant,
      conversations: new Conversations(alone()),
      state: alone(),
      clock: () => new Date(),
      log: (line) => void log.push(line),
    },
  )
})

afterAll(async () => {
  await running.stop()
  await server.stop()
})

interface Told {
  readonly text: string
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly { readonly text: string; readonly callback_data: string }[])[] }
}

async function told(): Promise<Told> {
  const { result } = await client.getUpdates()
  return result[0]?.message as unknown as Told
}

it('a private conversation with words, a command and a button', async () => {
  await client.sendMessage(client.makeMessage('贸易金融由谁牵头？'))
  expect((await told()).text).toContain('“区块链+贸易金融”由中国人民银行（央行）牵头。')
  await client.sendMessage(client.makeMessage('健康呢？'))
  const health = await told()
  expect(health.text).toContain('国家卫生健康委')
  const button = health.reply_markup?.inline_keyboard[0]?.[0]
  await client.sendCommand(client.makeCommand('/deadline'))
  expect((await told()).text).toContain('31 December 2023')
  await client.sendCallback(client.makeCallbackQuery(button?.callback_data ?? ''))
  expect((await told()).text).toContain('《通知》')
})

it('methods that it does not know did not stop anything', () => {
  expect(log).toEqual([
    'Telegram: serving as @TestNameBot, by polling; privacy mode on: in groups it sees commands, replies and mentions; inline mode off',
  ])
})
