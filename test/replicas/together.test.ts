// Two replicas of the program with a real Redis: what they share, who polls, and what happens while Redis is not there.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LoopbackDiscord } from '../discord/loopback/server.js'
import { LoopbackTelegram } from '../telegram/loopback/server.js'
import { freePort } from '../telegram/serving.js'
import { Replica } from './replica.js'
import { hasRedis, type Server, startRedis } from './servers.js'

const LONG = 60_000

describe.skipIf(!hasRedis)('two replicas (needs redis-server)', () => {
  let redis: Server
  let telegram: LoopbackTelegram
  let [one, other]: Replica[] = []
  let replicas: [Replica, Replica]

  beforeEach(async () => {
    ;[redis, telegram] = [await startRedis(), await LoopbackTelegram.start({ waitMs: 20_000, pollSeconds: 1 })]
  })

  afterEach(async () => {
    await Promise.all([one, other].map((replica) => replica?.end('SIGKILL')))
    await Promise.all([redis.stop(), telegram.stop()])
  })

  async function start(env: Record<string, string> = {}): Promise<void> {
    const common = {
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      LOG_FORMAT: 'json',
      ...env,
    }
    replicas = [new Replica(await freePort(), common), new Replica(await freePort(), common)]
    ;[one, other] = replicas
    await replicas[0].start()
    await replicas[1].start()
  }

  /** Asks, and resolves with what is said to it. */
  async function ask(text: string): Promise<string> {
    const before = telegram.sent(telegram.chat).length
    telegram.say({ text })
    return (await telegram.message(before)).text ?? ''
  }

  const told = (replica: Replica | undefined, event: string): number => replica?.events(event).length ?? 0

  it(
    'one of them polls; when it ends the other does, and the conversation goes on',
    async () => {
      await start()
      expect(await ask('who leads manufacturing?')).toContain('MIIT')
      await expect.poll(() => [told(one, 'question.answered'), told(other, 'question.answered')]).toEqual([1, 0])
      expect(await one?.end('SIGTERM')).toBe(0)
      expect(await ask('and health?')).toContain('National Health')
      await expect.poll(() => told(other, 'question.answered')).toBe(1)
      expect(telegram.violations).toEqual([])
    },
    LONG,
  )

  it(
    'when it is killed the other polls as soon as its right has run out',
    async () => {
      await start()
      await ask('who leads manufacturing?')
      // What was said is also noted.
      await sleep(300)
      await one?.end('SIGKILL')
      expect(await ask('and health?')).toContain('National Health')
    },
    LONG,
  )

  it(
    'without Redis answers go on without memory, each once, and are told as such until it is back',
    async () => {
      await start()
      await ask('who leads manufacturing?')
      await redis.stop()
      expect(await ask('who leads health?')).toContain('National Health')
      await expect.poll(() => one?.health(), { timeout: 5000 }).toMatchObject({ ready: true, redis: 'lost' })
      // What it is about is not remembered now.
      expect(await ask('and energy?')).not.toContain('does not state the lead department')
      redis = await startRedis(redis.port)
      await expect.poll(() => one?.health(), { timeout: 10_000 }).toMatchObject({ ready: true, redis: 'connected' })
      await ask('who leads manufacturing?')
      expect(await ask('and health?')).toContain('National Health')
      await expect
        .poll(() => [
          told(one, 'redis.lost'),
          told(one, 'redis.connected'),
          told(one, 'question.answered'),
          told(other, 'question.answered'),
        ])
        .toEqual([1, 2, 5, 0])
    },
    LONG,
  )

  it(
    'a Redis that hangs keeps nobody waiting',
    async () => {
      await start()
      redis.child.kill('SIGSTOP')
      const began = performance.now()
      await ask('who leads manufacturing?')
      await ask('who leads health?')
      expect(performance.now() - began).toBeLessThan(8000)
      redis.child.kill('SIGCONT')
      await expect.poll(() => one?.health(), { timeout: 10_000 }).toMatchObject({ redis: 'connected' })
    },
    LONG,
  )

  it(
    "one of them holds Discord's gateway; a message is answered once, and by the other when the first is killed",
    async () => {
      const discord = await LoopbackDiscord.start({ waitMs: 20_000 })
      await start({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DISCORD_PUBLIC_KEY: discord.endpoint.publicKey })
      expect([told(one, 'discord.serving'), told(other, 'discord.serving'), told(other, 'discord.standby')]).toEqual([1, 0, 1])
      discord.say({ content: `${discord.mention} who leads manufacturing?` })
      expect((await discord.message(0)).text).toContain('MIIT')
      // A command may come over HTTP, to whichever replica.
      discord.endpoint.url = `http://127.0.0.1:${other?.port}/discord`
      expect((await discord.slash({ name: 'ask', options: { question: 'who leads health?' } }).reply()).text).toContain('National Health')
      await expect.poll(() => told(other, 'question.answered')).toBe(1)
      await one?.end('SIGKILL')
      await expect.poll(() => told(other, 'discord.serving'), { timeout: 30_000 }).toBe(1)
      discord.say({ content: `${discord.mention} and health?` })
      expect((await discord.message(2)).text).toContain('National Health')
      expect([discord.messages().length, discord.violations]).toEqual([3, []])
      await other?.end('SIGTERM')
      await discord.stop()
    },
    LONG,
  )

  it(
    'what one person may ask is counted in common',
    async () => {
      await start({ LIMIT_USER: '2/600' })
      await ask('who leads manufacturing?')
      await ask('who leads health?')
      await one?.end('SIGTERM')
      expect(await ask('who leads energy?')).toContain('a lot at once')
    },
    LONG,
  )
})
