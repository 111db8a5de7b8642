// Secrets in every variable, every failure, and none of them in what the program writes, answers or sends.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GatewayOpcodes } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '../../adapters/settings/read-settings.js'
import { VARIABLES } from '../../adapters/settings/variables.js'
import { sendTo } from '../discord/loopback/session.js'
import { hasRedis, startRedis } from '../replicas/servers.js'
import { START } from '../terminal/program.js'
import { found } from './planted.js'
import { ASKER, DISCORD_TOKEN, QUESTION, REDIS_PASSWORD, REDIS_USER, type Scene, scene, TELEGRAM_TOKEN } from './secretive.js'

const REGISTER = START.replace(/adapters.main\.js$/, 'scripts/discord-register.js')
const UNANSWERED = START.replace(/adapters.main\.js$/, 'scripts/unanswered.js')
const LONG = 150_000
const ALONE = { REDIS_URL: undefined, PUBLIC_URL: undefined, DISCORD_PUBLIC_KEY: undefined }
const ONLY_TELEGRAM = { ...ALONE, DISCORD_TOKEN: undefined, DISCORD_GUILD_ID: undefined }
const ONLY_DISCORD = { ...ALONE, TELEGRAM_BOT_TOKEN: undefined }

let on: Scene

beforeEach(async () => {
  on = await scene()
})

afterEach(async () => {
  const leaks = on.leaks()
  await on.end()
  expect(leaks).toEqual([])
}, 30_000)

describe('settings', () => {
  it('that are all wrong are told by their names', async () => {
    const wrong = Object.fromEntries(VARIABLES.map(({ name }) => [name, `${TELEGRAM_TOKEN}?${REDIS_PASSWORD}`]))
    const program = on.start({ ...wrong, UNANSWERED_LOG: on.folder, PUBLIC_URL: `https://${REDIS_USER}:x@bot.example.org` })
    expect(await program.ended).toBe(78)
    const silent = VARIABLES.map(({ name }) => name).filter((name) => !new RegExp(`^${name} `, 'm').test(program.said))
    expect(silent).toEqual(['UNANSWERED_LOG'])
  })

  it('tell of no secret that was put in the wrong variable', () => {
    const secrets = {
      ...{ telegram: TELEGRAM_TOKEN, discord: DISCORD_TOKEN, key: on.discord.endpoint.publicKey, password: REDIS_PASSWORD },
      ...{
        redis: String(on.env.REDIS_URL),
        address: String(on.env.PUBLIC_URL),
        broken: `"${TELEGRAM_TOKEN}`,
        header: `Bot ${DISCORD_TOKEN}`,
      },
    }
    let refused = 0
    for (const { name } of VARIABLES)
      for (const secret of Object.values(secrets))
        try {
          readSettings({ ...on.env, [name]: secret })
        } catch (error) {
          if (!(error instanceof SettingsError)) throw error
          refused += 1
          expect(found(secrets, error.message)).toEqual([])
        }
    expect(refused).toBeGreaterThan(90)
  })

  it.each([
    [{ DEBUG: '*' }, 'DEBUG would print'],
    [{ DEBUG: 'ioredis:*', TELEGRAM_BOT_TOKEN: undefined }, 'DEBUG would print what is kept in Redis'],
    [{ NODE_DEBUG: 'http,https,net,tls,stream,undici,fetch,websocket' }, 'NODE_DEBUG would print'],
    [{ DISCORD_BOT_TOKEN: DISCORD_TOKEN, DISCORD_TOKEN: undefined }, 'DISCORD_BOT_TOKEN is not read here'],
  ])('%j ends it before it has sent anything', async (env, line) => {
    const program = on.start(env)
    expect(await program.ended).toBe(78)
    expect([program.said.includes(line), on.telegram.requests, on.discord.requests]).toEqual([true, [], []])
  })

  it('in .env are as secret, also where it cannot be read', async () => {
    const wrong = Object.entries({ ...on.env, DISCORD_TOKEN, TELEGRAM_BOT_TOKEN: `9${TELEGRAM_TOKEN}`, REDIS_URL: '', PUBLIC_URL: '' })
    writeFileSync(join(on.folder, '.env'), wrong.map(([name, value]) => `${name}=${value}\n`).join(''))
    const none = Object.fromEntries(Object.keys(on.env).map((name) => [name, undefined]))
    const program = on.start(none, { folder: on.folder })
    expect([await program.ended, program.said.includes('refuses the token')]).toEqual([78, true])
    rmSync(join(on.folder, '.env'))
    mkdirSync(join(on.folder, '.env'))
    const unread = on.start(none, { folder: on.folder })
    expect([await unread.ended, unread.said.includes('.env cannot be read')]).toEqual([78, true])
  })
})

describe('a start that fails', () => {
  it.each([
    ['Telegram refuses the token', { ...ONLY_TELEGRAM, TELEGRAM_BOT_TOKEN: `9${TELEGRAM_TOKEN}` }, 'Telegram refuses the token', 78],
    ['Discord refuses the token', { ...ONLY_DISCORD, DISCORD_TOKEN }, 'Discord refuses the token', 78],
    ['both do', { ...ALONE, DISCORD_TOKEN, TELEGRAM_BOT_TOKEN: `9${TELEGRAM_TOKEN}` }, 'refuses the token', 78],
    [
      'nothing can be reached',
      { ...ALONE, TELEGRAM_API_ROOT: 'http://127.0.0.1:1/Geheimer-Root-Pfad', DISCORD_API_URL: 'http://127.0.0.1:1/Geheimer-Api-Pfad' },
      'cannot be reached',
      69,
    ],
    ['its address is taken', { ...ALONE, HTTP_PORT: undefined, HTTP_HOST: '127.0.0.1' }, 'another program listens there', 78],
    [
      'Telegram refuses the webhook',
      { ...ONLY_TELEGRAM, PUBLIC_URL: 'https://bot.example.org/Geheimer-Eigener-Pfad' },
      'Telegram refuses the webhook',
      78,
    ],
  ])(
    'because %s',
    async (what, env, line, code) => {
      const taken = what.includes('taken') ? { HTTP_PORT: new URL(on.telegram.apiRoot).port } : {}
      if (what.includes('webhook')) on.telegram.faults.status('setWebhook', 400, { description: `bad webhook: ${TELEGRAM_TOKEN}` })
      const program = on.start({ ...env, ...taken })
      expect([await program.ended, program.said.includes(line)]).toEqual([code, true])
    },
    LONG,
  )

  it(
    'because what stands between repeats all that it is sent',
    async () => {
      const ways = [
        ['json', 400],
        ['html', 200],
        ['cut', 200],
        ['json', 200],
        ['html', 502],
      ] as const
      on.proxies.telegram.echo = { match: /getMe/, ways }
      on.proxies.discord.echo = { match: /./, ways }
      const program = on.start({ ...ALONE, LOG_FORMAT: 'pretty' })
      expect(await program.ended).toBe(69)
      expect([on.proxies.telegram.echoed, on.proxies.discord.echoed >= 4]).toEqual([5, true])
    },
    LONG,
  )
})

describe.each(['json', 'pretty'])('while it serves, with a log for %s readers', (format) => {
  it(
    'everything that a platform may answer',
    async () => {
      const { telegram, discord, proxies } = on
      const program = on.start({ ...ALONE, LOG_FORMAT: format })
      await program.says('Telegram: serving as')
      await program.says('Discord: serving as')
      on.ask()
      await program.says('Telegram: not_stated')
      await program.says('Discord: not_stated')
      const { faults } = telegram
      for (const code of [400, 403, 429])
        faults.status('sendMessage', code, { description: `${QUESTION} ${TELEGRAM_TOKEN}`, parameters: { retry_after: 0 } })
      faults.garbage('sendMessage')
      faults.drop('sendMessage')
      for (const code of [400, 403, 429, 500])
        discord.faults.status('POST /channels/{channel_id}/messages', code, { message: `${QUESTION} ${discord.token}` })
      for (let i = 0; i < 4; i++) on.ask()
      await program.says('a message failed: ApiError 400')
      await program.says(/Discord: a message failed: Discord/)
      faults.clear()
      discord.faults.clear()
      faults.garbage('getUpdates')
      faults.status('getUpdates', 500, { description: TELEGRAM_TOKEN, html: true })
      await program.says('Telegram: cannot receive')
      await program.says('Telegram: receiving again')
      await on.look(program)
      faults.status('getUpdates', 409, { description: "Conflict: can't use getUpdates method while webhook is active" })
      await program.says('somebody set a webhook')
      const ways = [
        ['json', 400],
        ['html', 200],
        ['cut', 200],
      ] as const
      proxies.telegram.echo = { match: /sendMessage|getUpdates/, ways }
      proxies.discord.echo = { match: /messages/, ways }
      for (let i = 0; i < 3; i++) on.ask()
      await expect.poll(() => proxies.telegram.echoed, { timeout: 20_000 }).toBeGreaterThan(2)
      await expect.poll(() => proxies.discord.echoed, { timeout: 20_000 }).toBeGreaterThan(2)
      await on.look(program)
      expect(await program.end()).toBe(0)
    },
    LONG,
  )

  it(
    'what is asked over HTTP without the right to, and a PUBLIC_URL with a path',
    async () => {
      const { discord, telegram, port } = on
      const program = on.start({ REDIS_URL: undefined, LOG_FORMAT: format })
      discord.endpoint.url = `http://127.0.0.1:${port}/discord`
      await program.says('Telegram: serving as')
      await program.says('Discord: serving as')
      expect(telegram.webhook.url).toBe(`${on.env.PUBLIC_URL}/telegram`)
      on.ask()
      await program.says('Telegram: not_stated')
      const door = String(telegram.webhook.url)
      const body = JSON.stringify({ update_id: 1, message: { text: QUESTION, from: { first_name: ASKER.name } } })
      const statuses = [await fetch(door, { method: 'POST', body }), await discord.endpoint.post({ type: 2 }, (text) => `${text} `)]
      expect(statuses.map(({ status }) => status)).toEqual([403, 401])
      await program.says('HTTP: refused at /telegram (403)')
      await program.says('HTTP: refused at /discord (401)')
      // A fault of a handler: of what is signed, yet makes no sense.
      const user = { id: '80351110224678912', username: ASKER.username, global_name: ASKER.name, discriminator: '0' }
      const command = {
        id: QUESTION,
        type: 2,
        token: QUESTION,
        user,
        data: { name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: QUESTION }] },
      }
      expect((await discord.endpoint.post(command)).status).toBe(202)
      await program.says('Discord: an interaction failed: TypeError')
      await on.look(program)
      expect(await program.end()).toBe(0)
    },
    LONG,
  )

  it(
    'files that are broken or cannot be written',
    async () => {
      const knowledge = join(on.folder, 'knowledge')
      cpSync(join(import.meta.dirname, '..', 'terminal', 'knowledge'), knowledge, { recursive: true })
      writeFileSync(join(on.folder, 'file'), '')
      const KNOWLEDGE_DIR = 'knowledge'
      const refused = on.start({ ...ALONE, KNOWLEDGE_DIR, UNANSWERED_LOG: join(on.folder, 'file', 'Geheimes-Fach') }, { folder: on.folder })
      expect([await refused.ended, refused.said.includes('UNANSWERED_LOG names a folder')]).toEqual([78, true])
      const kept = { KNOWLEDGE_DIR, UNANSWERED_LOG: join(on.folder, 'Geheimes-Fach') }
      const program = on.start({ ...ALONE, ...kept, LOG_FORMAT: format }, { folder: on.folder })
      await program.says('Telegram: serving as')
      rmSync(kept.UNANSWERED_LOG, { recursive: true })
      on.ask()
      await program.says('Unanswered questions cannot be kept')
      writeFileSync(join(knowledge, 'courses-2024', 'facts.yaml'), 'no: [knowledge')
      await program.says('Knowledge: not taken over')
      await on.look(program)
      expect(await program.end()).toBe(0)
    },
    LONG,
  )
})

describe('the gateway', () => {
  it.each([
    [4004, 'Discord refuses the token'],
    [4010, 'Discord ended the connection for good (code 4010)'],
    [4014, 'Discord ended the connection for good (code 4014)'],
  ])(
    'that closes with %i',
    async (code, line) => {
      const program = on.start(ONLY_DISCORD)
      await program.says('Discord: serving as')
      on.discord.gateway.close(code)
      expect([await program.ended, program.said.includes(line)]).toEqual([78, true])
    },
    LONG,
  )

  it(
    'that closes for a moment, is lost, or forgets',
    async () => {
      const { discord } = on
      const program = on.start(ONLY_DISCORD)
      await program.says('Discord: serving as')
      for (const spoil of [() => discord.gateway.close(4000), () => discord.gateway.drop(), () => discord.gateway.invalidate(false)]) {
        const before = discord.gateway.connections
        spoil()
        await discord.until(() => discord.gateway.connections > before && discord.gateway.connected, 'the program to come back', 60_000)
        // A session that is taken back in the moment of its return, before the library has read that it returned, makes the library fail.
        await expect.poll(async () => (await program.get('/readyz')).status, { timeout: 30_000 }).toBe(200)
      }
      await on.look(program)
      expect(await program.end()).toBe(0)
    },
    LONG,
  )

  it(
    'that sends what the library cannot read ends the program with 1 and the place of the fault',
    async () => {
      const { discord } = on
      const program = on.start(ONLY_DISCORD)
      await program.says('Discord: serving as')
      const user = { id: '80351110224678912', username: ASKER.username, global_name: ASKER.name, discriminator: '0' }
      // The library repeats this one in the message of its error.
      const permissions = `${QUESTION} ${discord.token}`
      const broken = { id: '1', type: 2, token: 'x', user, app_permissions: permissions, data: { id: '1', name: 'ask', type: 1 } }
      const socket = [...discord.gateway.sessions.values()].at(-1)?.socket
      if (!socket) throw new Error('there is no connection')
      sendTo(socket, { op: GatewayOpcodes.Dispatch, t: 'INTERACTION_CREATE', s: 99, d: broken } as never)
      expect(await program.ended).toBe(1)
      const [line, ...more] = program.events('program.failed')
      expect([line, more]).toEqual([
        {
          level: 'error',
          time: expect.any(String),
          event: 'program.failed',
          msg: expect.stringMatching(/^A fault of the program \(Error BitFieldInvalid at .*:\d+:\d+\)?\); please report it\.$/),
        },
        [],
      ])
    },
    LONG,
  )
})

describe('SIGTERM during trouble', () => {
  it(
    'ends it as quietly',
    async () => {
      const program = on.start(ALONE)
      await program.says('Telegram: serving as')
      await program.says('Discord: serving as')
      on.telegram.faults.hang('sendMessage', { times: 10 })
      on.discord.faults.hang('POST /channels/{channel_id}/messages', { times: 10 })
      on.ask()
      await program.says('Telegram: not_stated')
      await program.says('Discord: not_stated')
      expect(await program.end()).toBe(0)
      await program.says('Telegram: ended with 1 not answered')
    },
    LONG,
  )
})

describe.skipIf(!hasRedis)('Redis (needs redis-server)', () => {
  const USER = ['--user', REDIS_USER, 'on', `>${REDIS_PASSWORD}`, '~*', '&*', '+@all', '--user', 'default', 'off']
  const url = (port: number, credentials = `${REDIS_USER}:${encodeURIComponent(REDIS_PASSWORD)}@`): string =>
    `redis://${credentials}127.0.0.1:${port}`

  it(
    'that is lost and comes back',
    async () => {
      let redis = await startRedis(undefined, ...USER)
      const program = on.start({ REDIS_URL: url(redis.port), PUBLIC_URL: undefined })
      await program.says('Redis: connected')
      await program.says('Telegram: serving as')
      on.ask()
      await program.says('Telegram: not_stated')
      await redis.stop()
      await program.says('Redis: not there')
      await on.look(program)
      redis = await startRedis(redis.port, ...USER)
      await program.says('Redis: connected again')
      expect(await program.end()).toBe(0)
      await redis.stop()
    },
    LONG,
  )

  it(
    'with a password that it does not ask for',
    async () => {
      const redis = await startRedis()
      const program = on.start({ REDIS_URL: url(redis.port, `:${encodeURIComponent(REDIS_PASSWORD)}@`), LOG_FORMAT: 'pretty' })
      await program.says('Redis: connected')
      await program.says('Telegram: serving as')
      await on.look(program)
      expect(await program.end()).toBe(0)
      await redis.stop()
    },
    LONG,
  )

  it.each([
    ['with a wrong password', `${REDIS_USER}:${encodeURIComponent(`${REDIS_PASSWORD}x`)}@`, 'WRONGPASS', USER],
    ['with a password of nobody', `:${encodeURIComponent(REDIS_PASSWORD)}@`, 'WRONGPASS', USER],
    ['without the password that it asks for', '', 'NOAUTH', ['--requirepass', REDIS_PASSWORD]],
    [
      'that may not be written to',
      `${REDIS_USER}:${encodeURIComponent(REDIS_PASSWORD)}@`,
      'NOPERM',
      [...USER.slice(0, 6), '+@read', '+@connection', '+info'],
    ],
  ])(
    '%s: it is told what is wrong, and nothing is started',
    async (_, credentials, word, options) => {
      const redis = await startRedis(undefined, ...options)
      const program = on.start({ REDIS_URL: url(redis.port, credentials), LOG_FORMAT: 'pretty' })
      expect(await program.ended).toBe(78)
      expect(program.said).toContain(`REDIS_URL: Redis refuses us (${word})`)
      await redis.stop()
    },
    LONG,
  )
})

describe('the scripts', () => {
  it.each([
    ['a refused token', { DISCORD_TOKEN }, 'Discord refuses the token', 78],
    ['a token with a line break', { DISCORD_TOKEN: `${DISCORD_TOKEN}\n` }, 'has a space or a line break', 78],
    ['a Discord that cannot be reached', { DISCORD_API_URL: 'http://127.0.0.1:1/Geheimer-Api-Pfad' }, 'Discord cannot be reached', 69],
    ['NODE_DEBUG', { NODE_DEBUG: 'undici,http,net' }, 'NODE_DEBUG would print', 78],
  ])(
    'discord:register with %s',
    async (_, env, line, code) => {
      const program = on.start({ ...ONLY_DISCORD, ...env }, { program: REGISTER })
      expect([await program.ended, program.said.includes(line)]).toEqual([code, true])
    },
    LONG,
  )

  it(
    'discord:register where what stands between repeats all that it is sent',
    async () => {
      on.proxies.discord.echo = {
        match: /./,
        ways: [
          ['json', 403],
          ['html', 200],
          ['json', 400],
        ],
      }
      const codes = await Promise.all([1, 2, 3].map(() => on.start(ONLY_DISCORD, { program: REGISTER }).ended))
      expect(codes.filter((code) => code !== 69 && code !== 78)).toEqual([])
      expect(on.proxies.discord.echoed).toBeGreaterThan(2)
    },
    LONG,
  )

  it(
    'discord:register reads .env, too',
    async () => {
      writeFileSync(join(on.folder, '.env'), `DISCORD_TOKEN=${on.discord.token}\nDISCORD_API_URL=${on.env.DISCORD_API_URL}\n`)
      const none = Object.fromEntries(Object.keys(on.env).map((name) => [name, undefined]))
      const program = on.start(none, { program: REGISTER, folder: on.folder })
      expect([await program.ended, program.said]).toEqual([0, 'The commands were registered.\n'])
    },
    LONG,
  )

  it(
    'unanswered with settings that are wrong, and with a folder that is none',
    async () => {
      const wrong = on.start({ DISCORD_TOKEN: `${DISCORD_TOKEN} ` }, { program: UNANSWERED })
      expect([await wrong.ended, wrong.said.includes('DISCORD_TOKEN has')]).toEqual([78, true])
      writeFileSync(join(on.folder, 'file'), '')
      const none = on.start({ UNANSWERED_LOG: join(on.folder, 'file') }, { program: UNANSWERED })
      expect([await none.ended, /ENOTDIR/.test(none.said)]).toEqual([1, true])
    },
    LONG,
  )
})
