// `npm start` with DISCORD_SHARDS: discord.js' own manager and its child processes, on a Discord that sends each shard only what is its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { hasRedis, startRedis } from '../replicas/servers.js'
import { LoopbackTelegram } from '../telegram/loopback/server.js'
import { freePort } from '../telegram/serving.js'
import { environment, run, START } from '../terminal/program.js'
import type { LoopbackOptions } from './loopback/options.js'
import { LoopbackDiscord } from './loopback/server.js'
import { shardOf } from './loopback/shards.js'
import type { FakeChannel } from './loopback/world.js'

const LONG = 300_000
const WAIT = { timeout: 120_000 }
const QUESTION = 'who leads trade finance?'
const WRONG_TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GwRoNg.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'

let discord: LoopbackDiscord
let programs: Program[] = []

afterEach(async () => {
  for (const { child } of programs) if (child.exitCode === null) child.kill('SIGKILL')
  programs = []
  await discord.stop()
})

interface Program {
  readonly child: ChildProcess
  readonly port: number
  readonly ended: Promise<number | null>
  readonly lines: () => Record<string, unknown>[]
  readonly raw: () => string
}

async function begin(options: LoopbackOptions, env: Record<string, string>): Promise<Program> {
  discord = await LoopbackDiscord.start({ waitMs: 120_000, ...options })
  return join(env)
}

/** Another program on the same Discord. */
async function join(env: Record<string, string>): Promise<Program> {
  const port = await freePort()
  const own = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, HTTP_PORT: String(port), LOG_FORMAT: 'json' }
  const child = spawn(process.execPath, [START], { env: environment({ ...own, ...env }), stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const lines = (): Record<string, unknown>[] =>
    said
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  const program = { child, port, ended: once(child, 'close').then(([code]) => code as number | null), lines, raw: () => said }
  programs.push(program)
  return program
}

interface Ready {
  readonly status: number
  readonly ready: boolean
  readonly platforms: Record<string, string>
  readonly shards: Record<string, Record<string, string>>
}

async function readyz({ port }: Program): Promise<Ready | undefined> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
  return response && ({ status: response.status, ...((await response.json()) as object) } as Ready)
}

/** A channel of a guild that belongs to this shard. */
function channelOf(shard: number, count: number): FakeChannel {
  for (;;) {
    const guild = discord.world.addGuild(`guild of shard ${shard}`)
    if (shardOf(guild.id, count) === shard) return discord.world.addChannel('questions', { guild })
    // Ids are given one after the other: the next guild's is not of the same shard again.
    discord.world.addUser('somebody')
  }
}

/** The processes that the program has started, as Linux tells them. */
function childrenOf({ child }: Program): number[] {
  return readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
}

/** The shard that a process says it is. */
function shardOfProcess(pid: number): string | undefined {
  return /(?:^|\0)SHARDS=(\d+)/.exec(readFileSync(`/proc/${pid}/environ`, 'utf8'))?.[1]
}

async function ask(channel: FakeChannel, index = 0): Promise<string> {
  discord.say({ content: `${discord.mention} ${QUESTION}`, channel })
  return (await discord.message(index, channel)).text
}

const ready = async (started: Program): Promise<void> => {
  await expect.poll(async () => (await readyz(started))?.status, WAIT).toBe(200)
}

describe('with DISCORD_SHARDS=2', () => {
  it.skipIf(process.platform !== 'linux')(
    'each question is answered once, by the shard of its guild; a shard that is killed comes back; SIGTERM ends all with 0',
    async () => {
      const started = await begin({ maxConcurrency: 16, identifyMs: 0 }, { DISCORD_SHARDS: '2' })
      const [one, other] = [channelOf(0, 2), channelOf(1, 2)]
      await ready(started)
      expect(await readyz(started)).toMatchObject({
        ready: true,
        platforms: { Discord: 'ready' },
        shards: { Discord: { '0': 'ready', '1': 'ready' } },
      })
      expect([await ask(one), await ask(other)]).toEqual([expect.stringContaining('PBOC'), expect.stringContaining('PBOC')])
      discord.say({ content: QUESTION, dm: true })
      const direct = discord.world.dm(discord.user)
      expect((await discord.message(0, direct)).text).toContain('PBOC')
      // A follow-up finds its conversation: a channel's shard is always the same.
      discord.say({ content: `${discord.mention} and health?`, channel: other })
      expect((await discord.message(1, other)).text).toContain('National Health')
      const reply = await discord.slash({ name: 'ask', options: { question: QUESTION }, channel: one }).reply()
      expect(reply.text).toContain('PBOC')
      expect(discord.messages().map(({ channel }) => channel)).toEqual([one, other, direct, other, one])
      expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)

      const metrics = await (await fetch(`http://127.0.0.1:${started.port}/metrics`)).text()
      expect(metrics.match(/^asknotice_(questions_total|answer_seconds_count|shard_ready)\{.*$/gm)).toEqual([
        'asknotice_questions_total{platform="Discord",status="answered",language="en"} 5',
        'asknotice_answer_seconds_count{platform="Discord"} 5',
        'asknotice_shard_ready{platform="Discord",shard="0"} 1',
        'asknotice_shard_ready{platform="Discord",shard="1"} 1',
      ])
      const told = (event: string): Record<string, unknown>[] => started.lines().filter((line) => line.event === event)
      await expect.poll(() => told('question.answered').length).toBe(5)
      // One salt for all: the same person has the same mark in every shard.
      expect(new Set(told('question.answered').map(({ user }) => user)).size).toBe(1)
      expect(
        told('discord.serving')
          .map(({ shard }) => shard)
          .sort(),
      ).toEqual([0, 1])

      const victim = childrenOf(started).find((pid) => shardOfProcess(pid) === '1')
      process.kill(Number(victim), 'SIGKILL')
      await expect
        .poll(() => readyz(started), WAIT)
        .toMatchObject({
          status: 503,
          platforms: { Discord: 'disconnected' },
          shards: { Discord: { '0': 'ready', '1': 'disconnected' } },
        })
      expect(await ask(one, 2)).toContain('PBOC')
      await ready(started)
      expect(await ask(other, 2)).toContain('PBOC')
      expect(told('discord.shard-ended')).toEqual([
        expect.objectContaining({ level: 'warn', shard: 1, msg: 'Discord: shard 1 ended (SIGKILL): it is started again in 1 s' }),
      ])

      const children = childrenOf(started)
      expect(children).toHaveLength(2)
      started.child.kill('SIGTERM')
      expect(await started.ended).toBe(0)
      expect(children.filter((pid) => isAlive(pid))).toEqual([])
      expect([discord.messages(one).length, discord.messages(other).length, discord.messages(direct).length]).toEqual([3, 3, 1])
      expect(discord.violations).toEqual([])
    },
    LONG,
  )

  it.skipIf(process.platform !== 'linux')(
    'what is in flight in a shard is finished when the program is asked to end',
    async () => {
      const started = await begin({ maxConcurrency: 16, identifyMs: 0 }, { DISCORD_SHARDS: '2' })
      const channel = channelOf(1, 2)
      await ready(started)
      discord.faults.rateLimit('POST /channels/{channel_id}/messages', 1)
      const before = discord.requests.length
      discord.say({ content: `${discord.mention} ${QUESTION}`, channel })
      await discord.until(() => discord.requests.length > before, 'the answer that is told to wait')
      started.child.kill('SIGTERM')
      expect([await started.ended, discord.messages(channel).length]).toEqual([0, 1])
    },
    LONG,
  )

  it.skipIf(process.platform !== 'linux')(
    'a program that is killed leaves no shards behind',
    async () => {
      const started = await begin({ maxConcurrency: 16, identifyMs: 0 }, { DISCORD_SHARDS: '2' })
      await ready(started)
      const children = childrenOf(started)
      expect(children).toHaveLength(2)
      started.child.kill('SIGKILL')
      await expect.poll(() => children.filter((pid) => isAlive(pid)), WAIT).toEqual([])
    },
    LONG,
  )

  it(
    'while Telegram serves as well, intents that are refused end Discord alone',
    async () => {
      const telegram = await LoopbackTelegram.start({ waitMs: 120_000, pollSeconds: 1 })
      const env = { DISCORD_SHARDS: '2', TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
      const started = await begin({ maxConcurrency: 16, identifyMs: 0 }, env)
      discord.gateway.refusesWith = 4014
      await expect.poll(() => readyz(started), WAIT).toMatchObject({ status: 503, platforms: { Discord: 'failed', Telegram: 'ready' } })
      telegram.say({ text: QUESTION })
      expect((await telegram.message(0)).text).toContain('PBOC')
      expect(started.lines().filter(({ event }) => event === 'platform.failed')).toEqual([
        expect.objectContaining({ reason: 'config', msg: expect.stringMatching(/^Discord refuses the intents:/) }),
      ])
      started.child.kill('SIGTERM')
      expect(await started.ended).toBe(0)
      await telegram.stop()
    },
    LONG,
  )
})

describe('with DISCORD_SHARDS=auto', () => {
  it(
    'there are as many as Discord recommends, and they identify no faster than it allows',
    async () => {
      const started = await begin({ shards: 3, fewestShards: 3, maxConcurrency: 2 }, { DISCORD_SHARDS: 'auto' })
      await ready(started)
      expect(Object.keys((await readyz(started))?.shards.Discord ?? {})).toEqual(['0', '1', '2'])
      expect([discord.gateway.identifies, discord.gateway.hurried, [...discord.gateway.connectedShards].sort()]).toEqual([3, 0, [0, 1, 2]])
    },
    LONG,
  )
})

describe.skipIf(!hasRedis)('two replicas with shards (needs redis-server)', () => {
  it(
    'one of them runs all the shards; when it is killed the other does',
    async () => {
      const redis = await startRedis()
      const env = { DISCORD_SHARDS: '2', REDIS_URL: `redis://127.0.0.1:${redis.port}` }
      const one = await begin({ maxConcurrency: 16, identifyMs: 0 }, env)
      const channel = channelOf(1, 2)
      await ready(one)
      const other = await join(env)
      await ready(other)
      expect([(await readyz(one))?.shards, (await readyz(other))?.shards]).toEqual([{ Discord: { '0': 'ready', '1': 'ready' } }, undefined])
      expect(await ask(channel)).toContain('PBOC')
      one.child.kill('SIGKILL')
      await discord.until(() => discord.gateway.identifies === 4 && discord.gateway.connected, 'the shards of the other')
      discord.say({ content: `${discord.mention} and health?`, channel })
      expect((await discord.message(1, channel)).text).toContain('National Health')
      other.child.kill('SIGTERM')
      expect([await other.ended, discord.messages(channel).length]).toEqual([0, 2])
      await redis.stop()
    },
    LONG,
  )
})

describe('what the operator has to change ends the program with one line and 78', () => {
  it(
    'a wrong token',
    async () => {
      discord = await LoopbackDiscord.start()
      const env = { DISCORD_TOKEN: WRONG_TOKEN, DISCORD_API_URL: discord.apiUrl, DISCORD_SHARDS: 'auto' }
      expect(await run(START, [], { env })).toMatchObject({
        code: 78,
        stderr: 'Discord refuses the token: copy it again from the Bot page of your application and set DISCORD_TOKEN.\n',
      })
    },
    LONG,
  )

  it.each([
    ['intents that are refused', 4014, {}, /^Discord refuses the intents: .*\n$/m],
    [
      'fewer shards than Discord demands',
      undefined,
      { fewestShards: 3 },
      /^Discord wants .* set DISCORD_SHARDS=auto, or to a larger number\.\n$/m,
    ],
  ])(
    '%s',
    async (_, refusesWith, options, line) => {
      const started = await begin({ maxConcurrency: 16, identifyMs: 0, ...options }, { DISCORD_SHARDS: '2' })
      discord.gateway.refusesWith = refusesWith
      expect(await started.ended).toBe(78)
      const plain = started
        .raw()
        .split('\n')
        .filter((text) => text !== '' && !text.startsWith('{'))
      expect(plain.map((text) => `${text}\n`)).toEqual([expect.stringMatching(line)])
      expect(started.lines().filter(({ event }) => event === 'discord.shard-ended')).toEqual([])
    },
    LONG,
  )
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
