// `npm start` with a token, as an operator runs it; and with two.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { LoopbackDiscord } from '../discord/loopback/server.js'
import { environment, run, START } from '../terminal/program.js'
import { LoopbackTelegram } from './loopback/server.js'
import { freePort } from './serving.js'

/** Of the right form, and not the right one. */
const REFUSED = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GwRoNg.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'

interface Program {
  readonly said: () => string
  /** Sends SIGTERM; the exit code, and whether it came within five seconds. */
  end(): Promise<unknown>
}

function start(env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['--unhandled-rejections=strict', START], { env: environment(env) })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    said: () => said,
    end: async () => {
      const asked = Date.now()
      child.kill('SIGTERM')
      return [await ended, Date.now() - asked < 5000]
    },
  }
}

async function says(program: Program, what: string): Promise<void> {
  await expect.poll(program.said, { timeout: 40_000 }).toContain(what)
}

function settingsOf(telegram: LoopbackTelegram): Record<string, string> {
  return { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
}

describe('npm start with a Telegram token', () => {
  it('serves, and on SIGTERM finishes what is in flight and ends with 0', async () => {
    const telegram = await LoopbackTelegram.start({ waitMs: 20_000 })
    const program = start(settingsOf(telegram))
    await says(program, 'Telegram: serving as @asknotice_bot, by polling')
    telegram.faults.rateLimit('sendMessage', 1)
    telegram.say({ text: '制造由谁牵头？' })
    await telegram.until(() => telegram.calls('sendMessage').length > 0, 'the first try')
    const ended = program.end()
    expect((await telegram.message(0)).text).toContain('工业和信息化部')
    expect([await ended, telegram.violations, telegram.pendingCount]).toEqual([[0, true], [], 0])
    await telegram.stop()
  }, 40_000)

  it.each([
    ['while an answer waits for its turn', (telegram: LoopbackTelegram) => telegram.faults.rateLimit('sendMessage', 60)],
    ['while an answer hangs', (telegram: LoopbackTelegram) => telegram.faults.hang('sendMessage')],
  ])(
    'ends with 0 on SIGTERM %s',
    async (_, spoil) => {
      const telegram = await LoopbackTelegram.start({ waitMs: 20_000 })
      const program = start(settingsOf(telegram))
      await says(program, 'serving as')
      spoil(telegram)
      telegram.say({ text: '制造由谁牵头？' })
      await telegram.until(() => telegram.calls('sendMessage').length > 0, 'the answer to be under way')
      expect(await program.end()).toEqual([0, true])
      await telegram.stop()
    },
    40_000,
  )

  it('ends with 0 on SIGTERM while Telegram cannot be reached', async () => {
    const telegram = await LoopbackTelegram.start({ waitMs: 20_000 })
    telegram.faults.hang('getMe', { times: 10 })
    const program = start(settingsOf(telegram))
    await telegram.until(() => telegram.calls('getMe').length > 0, 'the first request')
    expect(await program.end()).toEqual([0, true])
    await telegram.stop()
  }, 40_000)

  it('serves by webhook where PUBLIC_URL is set', async () => {
    const telegram = await LoopbackTelegram.start({ waitMs: 20_000 })
    const port = String(await freePort())
    const program = start({ ...settingsOf(telegram), PUBLIC_URL: `http://127.0.0.1:${port}/`, HTTP_PORT: port })
    await says(program, `by webhook at http://127.0.0.1:${port}/telegram`)
    telegram.say({ text: '制造由谁牵头？' })
    expect((await telegram.message(0)).text).toContain('工业和信息化部')
    expect([await program.end(), telegram.polls, telegram.violations]).toEqual([[0, true], 0, []])
    await telegram.stop()
  }, 40_000)

  it('that Telegram refuses ends with one line and 78', async () => {
    const telegram = await LoopbackTelegram.start()
    const { code, stderr } = await run(START, [], { env: { ...settingsOf(telegram), TELEGRAM_BOT_TOKEN: `1${telegram.token}` } })
    expect({ code, stderr }).toEqual({
      code: 78,
      stderr: 'Telegram refuses the token: copy it again from @BotFather (/mybots → API Token) and set TELEGRAM_BOT_TOKEN.\n',
    })
    await telegram.stop()
  })
})

describe('npm start with both tokens', () => {
  it('serves both', async () => {
    const [telegram, discord] = [await LoopbackTelegram.start({ waitMs: 20_000 }), await LoopbackDiscord.start({ waitMs: 20_000 })]
    const program = start({ ...settingsOf(telegram), DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl })
    await says(program, 'Telegram: serving as')
    await says(program, 'Discord: serving as')
    telegram.say({ text: '制造由谁牵头？' })
    discord.say({ content: `${discord.mention} 制造由谁牵头？` })
    expect((await telegram.message(0)).text).toContain('工业和信息化部')
    expect((await discord.message(0)).text).toContain('工业和信息化部')
    expect(await program.end()).toEqual([0, true])
    await Promise.all([telegram.stop(), discord.stop()])
  }, 60_000)

  it.each([
    ['Discord', { DISCORD_TOKEN: REFUSED }, 'Discord refuses the token'],
    ['Discord', { DISCORD_API_URL: 'http://127.0.0.1:1/api' }, 'Discord cannot be reached'],
  ])(
    'serves Telegram where %s fails (%j)',
    async (_, env, line) => {
      const [telegram, discord] = [await LoopbackTelegram.start({ waitMs: 20_000 }), await LoopbackDiscord.start()]
      const program = start({ ...settingsOf(telegram), DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...env })
      await says(program, line)
      telegram.say({ text: '制造由谁牵头？' })
      expect((await telegram.message(0)).text).toContain('工业和信息化部')
      expect(await program.end()).toEqual([0, true])
      await Promise.all([telegram.stop(), discord.stop()])
    },
    60_000,
  )

  it('serves Discord where Telegram fails, also when it does so later', async () => {
    const [telegram, discord] = [await LoopbackTelegram.start({ waitMs: 20_000 }), await LoopbackDiscord.start({ waitMs: 20_000 })]
    const program = start({ ...settingsOf(telegram), DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl })
    await says(program, 'Telegram: serving as')
    await says(program, 'Discord: serving as')
    telegram.faults.status('getUpdates', 401, { description: 'Unauthorized', times: 10 })
    telegram.say({ text: '制造由谁牵头？' })
    await says(program, 'Telegram refuses the token')
    discord.say({ content: `${discord.mention} 制造由谁牵头？` })
    expect((await discord.message(0)).text).toContain('工业和信息化部')
    expect(await program.end()).toEqual([0, true])
    await Promise.all([telegram.stop(), discord.stop()])
  }, 60_000)
})
