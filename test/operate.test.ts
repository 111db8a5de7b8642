// The program as an operator sees it: health, counts and log of a whole run, with nothing in them that does not belong there.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LoopbackDiscord } from './discord/loopback/server.js'
import { LoopbackTelegram } from './telegram/loopback/server.js'
import { freePort } from './telegram/serving.js'
import { environment, run, START } from './terminal/program.js'

const SECRET_QUESTION = '我叫张三丰，制造由谁牵头？'

let telegram: LoopbackTelegram
let discord: LoopbackDiscord
let port: number
let lines: () => Record<string, unknown>[]
let raw: () => string
let end: () => Promise<number | null>

async function get(path: string, method = 'GET'): Promise<{ status: number; body: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method })
  return { status: response.status, body: await response.text() }
}

beforeAll(async () => {
  ;[telegram, discord, port] = [
    await LoopbackTelegram.start({ waitMs: 20_000, pollSeconds: 1 }),
    await LoopbackDiscord.start({ waitMs: 20_000 }),
    await freePort(),
  ]
  const env = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    HTTP_PORT: String(port),
  }
  const child = spawn(process.execPath, ['--unhandled-rejections=strict', START], { env: environment(env) })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  raw = () => said
  lines = () =>
    said
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  end = () => {
    child.kill('SIGTERM')
    return ended
  }
  await vi.waitFor(() => expect(said.match(/serving as/g)).toHaveLength(2), { timeout: 20_000 })
}, 30_000)

afterAll(async () => {
  await Promise.all([telegram.stop(), discord.stop()])
})

describe('the health of the program', () => {
  it('/livez says that it is alive', async () => {
    expect(await get('/livez')).toEqual({ status: 200, body: 'ok\n' })
  })

  it('/readyz names the knowledge and every platform', async () => {
    const { status, body } = await get('/readyz')
    expect([status, JSON.parse(body)]).toEqual([
      200,
      {
        ready: true,
        knowledge: { version: expect.stringMatching(/^[0-9a-f]{12}$/), notices: 2, facts: expect.any(Number), problems: [] },
        platforms: { Discord: 'ready', Telegram: 'ready' },
      },
    ])
  })

  it('/readyz says which platform is not connected, and 503, until it is again', async () => {
    telegram.faults.status('getUpdates', 500, { times: 3 })
    await expect
      .poll(() => get('/readyz'), { timeout: 10_000 })
      .toMatchObject({ status: 503, body: expect.stringContaining('"Telegram":"disconnected"') })
    await expect.poll(async () => (await get('/readyz')).status, { timeout: 20_000 }).toBe(200)
  }, 40_000)

  it('what is not there is 404, and what may not be done 405', async () => {
    expect([(await get('/')).status, (await get('/telegram', 'POST')).status, (await get('/livez', 'POST')).status]).toEqual([
      404, 404, 405,
    ])
  })
})

it('/metrics counts questions by platform, status and language, and the rest', async () => {
  telegram.say({ text: SECRET_QUESTION })
  discord.say({ content: `${discord.mention} who leads health?` })
  await Promise.all([telegram.message(0), discord.message(0)])
  const { version } = JSON.parse((await get('/readyz')).body).knowledge as { version: string }
  // Discord's connection breaks off once, and both are told to wait once; Telegram's was disconnected above.
  const resumes = discord.gateway.resumes
  discord.gateway.drop()
  await discord.until(() => discord.gateway.resumes > resumes, 'the session again')
  telegram.faults.rateLimit('sendMessage', 1)
  discord.faults.rateLimit('POST /channels/{channel_id}/messages', 0.1)
  telegram.say({ text: '健康由谁牵头？' })
  discord.say({ content: `${discord.mention} 健康由谁牵头？` })
  await Promise.all([telegram.message(1), discord.message(1)])
  await expect.poll(async () => (await get('/metrics')).body).toContain('asknotice_reconnects_total{platform="Discord"}')
  const { body } = await get('/metrics')
  expect(body.match(/^asknotice_questions_total.*$/gm)?.sort()).toEqual([
    'asknotice_questions_total{platform="Discord",status="answered",language="en"} 1',
    'asknotice_questions_total{platform="Discord",status="answered",language="zh-Hans"} 1',
    'asknotice_questions_total{platform="Telegram",status="answered",language="zh-Hans"} 2',
  ])
  const lines = [
    'answer_seconds_bucket{le="+Inf",platform="Discord"} 2',
    'answer_seconds_count{platform="Telegram"} 2',
    'platform_ready{platform="Discord"} 1',
    'platform_ready{platform="Telegram"} 1',
    'reconnects_total{platform="Discord"} 1',
    'reconnects_total{platform="Telegram"} 1',
    'rate_limited_total{platform="Discord"} 1',
    'rate_limited_total{platform="Telegram"} 1',
    `knowledge_info{version="${version}"} 1`,
    'in_flight{platform="Discord"} 0',
    'in_flight{platform="Telegram"} 0',
  ]
  expect(lines.filter((line) => !body.split('\n').includes(`asknotice_${line}`))).toEqual([])
  expect(Number(/^asknotice_nodejs_eventloop_lag_seconds (\S+)$/m.exec(body)?.[1])).toBeGreaterThanOrEqual(0)
})

it('the log has names for what happens, and holds no text, no names and no tokens', async () => {
  const answered = lines().find(({ event, platform }) => event === 'question.answered' && platform === 'Telegram')
  expect(answered).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-/),
    event: 'question.answered',
    platform: 'Telegram',
    status: 'answered',
    lang: 'zh-Hans',
    ms: expect.any(Number),
    chat: expect.stringMatching(/^[0-9a-f]{10}$/),
    user: expect.stringMatching(/^[0-9a-f]{10}$/),
    msg: 'Telegram: answered',
  })
  expect(lines().filter(({ event }) => typeof event !== 'string')).toEqual([])
  const secrets = [
    telegram.token,
    discord.token,
    telegram.token.split(':')[1],
    '张三丰',
    '牵头',
    String(telegram.user.id),
    telegram.user.first_name,
    'Lin',
  ]
  expect(secrets.filter((secret) => raw().includes(String(secret)))).toEqual([])
})

it('it ends with 0 when it is asked to, and says so', async () => {
  expect(await end()).toBe(0)
  expect(lines().at(-1)).toMatchObject({ event: 'program.ended' })
}, 20_000)

it('an address that is taken ends it with what to do and 78', async () => {
  const taken = Number(new URL(telegram.apiRoot).port)
  const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, HTTP_PORT: String(taken) }
  const { code, stderr } = await run(START, [], { env })
  expect({ code, stderr }).toEqual({
    code: 78,
    stderr: `HTTP: cannot listen on 127.0.0.1:${taken} (EADDRINUSE): another program listens there: choose another HTTP_PORT.\n`,
  })
})
