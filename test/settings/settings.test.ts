// Settings: every mistake that an operator can make, told in one line that names the variable, says what to do, and never the value.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../adapters/root.js'
import { envExample } from '../../adapters/settings/env-example.js'
import { readSettings, type Settings, SettingsError } from '../../adapters/settings/read-settings.js'
import { VARIABLES } from '../../adapters/settings/variables.js'
import { run, START } from '../terminal/program.js'

const DISCORD = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GwRoNg.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
const TELEGRAM = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0'
const FROM_PORTAL = 'Copy it from discord.com/developers/applications → your application → Bot → Reset Token.'
const FROM_BOTFATHER = 'Copy it from @BotFather: /mybots → your bot → API Token.'

const USUAL = { user: { questions: 20, seconds: 60 }, chat: { questions: 120, seconds: 60 } }

/** The lines of the refusal; empty where nothing is wrong. */
function wrongWith(env: Record<string, string>): string[] {
  try {
    readSettings(env)
    return []
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.message.split('\n')
  }
}

const MISTAKES: readonly (readonly [Record<string, string>, string])[] = [
  [{ DISCORD_TOKEN: 'your-token-here' }, `DISCORD_TOKEN is a placeholder, not a token. ${FROM_PORTAL}`],
  [{ DISCORD_TOKEN: '<token>' }, `DISCORD_TOKEN is a placeholder, not a token. ${FROM_PORTAL}`],
  [{ DISCORD_TOKEN: `"${DISCORD}"` }, `DISCORD_TOKEN has quotation marks around it: write the token alone. ${FROM_PORTAL}`],
  [
    { DISCORD_TOKEN: `${DISCORD}\n` },
    `DISCORD_TOKEN has a space or a line break in it: write the token alone, in one line. ${FROM_PORTAL}`,
  ],
  [{ DISCORD_TOKEN: DISCORD.slice(0, 40) }, `DISCORD_TOKEN has not the form of a token; perhaps a part of it is missing. ${FROM_PORTAL}`],
  [{ DISCORD_TOKEN: TELEGRAM }, `DISCORD_TOKEN is a token of Telegram: that belongs in TELEGRAM_BOT_TOKEN. ${FROM_PORTAL}`],
  [{ DISCORD_TOKEN: `Bot.${DISCORD}` }, `DISCORD_TOKEN begins with "Bot": leave that out. ${FROM_PORTAL}`],
  [{ DISCORD_TOKEN: '123456789012345678' }, `DISCORD_TOKEN is the id of an application, not its token. ${FROM_PORTAL}`],
  [{ DISCORD_TOKEN: 'ab'.repeat(32) }, `DISCORD_TOKEN is the public key of an application, not its token. ${FROM_PORTAL}`],
  [{ DISCORD_TOKEN: 'Ab1-'.repeat(8) }, `DISCORD_TOKEN is the client secret of an application, not its token. ${FROM_PORTAL}`],
  [
    { DISCORD_TOKEN: DISCORD, DISCORD_GUILD_ID: 'my server' },
    'DISCORD_GUILD_ID is not an id: in Discord switch on Settings → Advanced → Developer Mode, then right-click the server → Copy Server ID.',
  ],
  [{ DISCORD_GUILD_ID: '123456789012345678' }, 'DISCORD_GUILD_ID is set, but DISCORD_TOKEN is not: set both or neither.'],
  [
    { DISCORD_TOKEN: DISCORD, DISCORD_PUBLIC_KEY: 'abc' },
    'DISCORD_PUBLIC_KEY is not a public key of 64 hexadecimal digits. Copy it from discord.com/developers/applications → your application → General Information → Public Key.',
  ],
  [{ DISCORD_PUBLIC_KEY: 'ab'.repeat(32) }, 'DISCORD_PUBLIC_KEY is set, but DISCORD_TOKEN is not: set both or neither.'],
  [
    { DISCORD_TOKEN: DISCORD, DISCORD_SHARDS: 'many' },
    'DISCORD_SHARDS is not a number of shards: write auto, or a whole number from 1 to 1000.',
  ],
  [
    { DISCORD_TOKEN: DISCORD, DISCORD_SHARDS: '0' },
    'DISCORD_SHARDS is not a number of shards: write auto, or a whole number from 1 to 1000.',
  ],
  [
    { DISCORD_TOKEN: DISCORD, DISCORD_SHARDS: '1001' },
    'DISCORD_SHARDS is not a number of shards: write auto, or a whole number from 1 to 1000.',
  ],
  [{ DISCORD_SHARDS: 'auto' }, 'DISCORD_SHARDS is set, but DISCORD_TOKEN is not: set both or neither.'],
  [
    { DISCORD_TOKEN: DISCORD, DISCORD_SHARDS: '2', DISCORD_PUBLIC_KEY: 'ab'.repeat(32) },
    'DISCORD_SHARDS and DISCORD_PUBLIC_KEY need REDIS_URL together: set it, or leave one of the two unset.',
  ],
  [{ DISCORD_API_URL: 'discord.com/api' }, 'DISCORD_API_URL is not an address: write it as https://discord.com/api.'],
  [{ DISCORD_API_URL: 'ftp://discord.com/api' }, 'DISCORD_API_URL has to begin with https or http: write it as https://discord.com/api.'],
  [{ DISCORD_BOT_TOKEN: DISCORD }, 'DISCORD_BOT_TOKEN is not read here: the same is called DISCORD_TOKEN.'],
  [{ TELEGRAM_BOT_TOKEN: 'changeme' }, `TELEGRAM_BOT_TOKEN is a placeholder, not a token. ${FROM_BOTFATHER}`],
  [{ TELEGRAM_BOT_TOKEN: `'${TELEGRAM}'` }, `TELEGRAM_BOT_TOKEN has quotation marks around it: write the token alone. ${FROM_BOTFATHER}`],
  [{ TELEGRAM_BOT_TOKEN: DISCORD }, `TELEGRAM_BOT_TOKEN is a token of Discord: that belongs in DISCORD_TOKEN. ${FROM_BOTFATHER}`],
  [{ TELEGRAM_BOT_TOKEN: `bot${TELEGRAM}` }, `TELEGRAM_BOT_TOKEN begins with "bot": leave that out. ${FROM_BOTFATHER}`],
  [{ TELEGRAM_BOT_TOKEN: '@asknotice_bot' }, `TELEGRAM_BOT_TOKEN is the name of a bot, not its token. ${FROM_BOTFATHER}`],
  [{ TELEGRAM_BOT_TOKEN: '110201543' }, `TELEGRAM_BOT_TOKEN is the first half of a token. ${FROM_BOTFATHER}`],
  [
    { TELEGRAM_BOT_TOKEN: '110201543:AAH' },
    `TELEGRAM_BOT_TOKEN has not the form of a token; perhaps a part of it is missing. ${FROM_BOTFATHER}`,
  ],
  [{ TELEGRAM_TOKEN: TELEGRAM }, 'TELEGRAM_TOKEN is not read here: the same is called TELEGRAM_BOT_TOKEN.'],
  [{ TELEGRAM_API_ROOT: 'localhost' }, 'TELEGRAM_API_ROOT is not an address: write it as https://api.telegram.org.'],
  [{ PUBLIC_URL: 'https://bot.example.org' }, 'PUBLIC_URL is set, but TELEGRAM_BOT_TOKEN is not: set both or neither.'],
  [{ TELEGRAM_BOT_TOKEN: TELEGRAM, PUBLIC_URL: 'bot.example.org' }, 'PUBLIC_URL is not an address: write it as https://bot.example.org.'],
  [
    { TELEGRAM_BOT_TOKEN: TELEGRAM, PUBLIC_URL: 'http://bot.example.org' },
    'PUBLIC_URL has to begin with https: what is sent there holds what people write. Write it as https://bot.example.org.',
  ],
  [
    { TELEGRAM_BOT_TOKEN: TELEGRAM, PUBLIC_URL: 'https://bot.example.org/?a=b' },
    'PUBLIC_URL has a query or a fragment, which it may not have: write it as https://bot.example.org.',
  ],
  [
    { TELEGRAM_BOT_TOKEN: TELEGRAM, PUBLIC_URL: 'https://bot.example.org:3000' },
    'PUBLIC_URL has a port that Telegram does not send to: use 443, 80, 88 or 8443.',
  ],
  [{ HTTP_PORT: 'eighty' }, 'HTTP_PORT is not a port: write a whole number from 1 to 65535.'],
  [{ HTTP_PORT: '0' }, 'HTTP_PORT is not a port: write a whole number from 1 to 65535.'],
  [{ HTTP_PORT: '70000' }, 'HTTP_PORT is not a port: write a whole number from 1 to 65535.'],
  [{ HTTP_HOST: 'http://0.0.0.0' }, 'HTTP_HOST is not an address of this machine: write 127.0.0.1, or 0.0.0.0 for all of them.'],
  [{ LIMIT_USER: 'many' }, 'LIMIT_USER is not a rate: write questions/seconds, as 20/60.'],
  [{ LIMIT_CHAT: '0/60' }, 'LIMIT_CHAT is not a rate: write questions/seconds, as 20/60.'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is none of its choices: write fatal, error, warn, info, debug, trace.'],
  [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT is none of its choices: write auto, json, pretty.'],
  [{ KNOWLEDGE_DIR: '/no/such/folder' }, 'KNOWLEDGE_DIR names a folder that is not there: write the whole path of one that is.'],
  [
    { TELEGRAM_BOT_TOKEN: TELEGRAM, DEBUG: 'telegraf:*' },
    'DEBUG would print messages and secrets of Telegram: unset it, or leave telegraf out of it.',
  ],
  [
    { REDIS_URL: 'redis://127.0.0.1:6379', DEBUG: '*' },
    'DEBUG would print what is kept in Redis, and its password: unset it, or leave ioredis out of it.',
  ],
  [{ DISCORD_TOKEN: DISCORD, NODE_DEBUG: 'undici' }, 'NODE_DEBUG would print requests with their tokens: unset it.'],
  [{ HTTP_HOST: TELEGRAM }, 'HTTP_HOST is not an address of this machine: write 127.0.0.1, or 0.0.0.0 for all of them.'],
  [{ HTTP_HOST: DISCORD }, 'HTTP_HOST is not an address of this machine: write 127.0.0.1, or 0.0.0.0 for all of them.'],
]

describe('a mistake', () => {
  it.each(MISTAKES)('%j is told in one line', (env, line) => {
    expect(wrongWith(env)).toEqual([line])
  })

  it('does not hide the others: all are told at once', () => {
    expect(wrongWith({ DISCORD_TOKEN: 'xxx', TELEGRAM_BOT_TOKEN: '@a', HTTP_PORT: 'x' })).toHaveLength(3)
  })

  it('never shows what was written in a token', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5, maxLength: 80 }), fc.constantFrom('DISCORD_TOKEN', 'TELEGRAM_BOT_TOKEN'), (text, name) => {
        const value = `\u2603${text}\u2603`
        expect(wrongWith({ [name]: value }).join('\n')).not.toContain(text.length > 0 ? value : '\u2603')
      }),
    )
  })

  it('ends npm start with 78, and nothing else is said', async () => {
    const { code, stdout, stderr } = await run(START, [], { env: { DISCORD_TOKEN: 'xxx', HTTP_PORT: 'x' } })
    expect({ code, stdout, lines: stderr.split('\n') }).toEqual({
      code: 78,
      stdout: '',
      lines: [
        `DISCORD_TOKEN is a placeholder, not a token. ${FROM_PORTAL}`,
        'HTTP_PORT is not a port: write a whole number from 1 to 65535.',
        '',
      ],
    })
  })
})

describe('settings that are right', () => {
  it('are read, with what is usual for what is not set', () => {
    const settings: Settings = readSettings({
      DISCORD_TOKEN: DISCORD,
      DISCORD_GUILD_ID: '',
      TELEGRAM_BOT_TOKEN: TELEGRAM,
      PUBLIC_URL: 'https://bot.example.org:8443/bots',
      HTTP_PORT: '9000',
    })
    expect(settings).toEqual({
      discord: { token: DISCORD, apiUrl: undefined, guildId: undefined, publicKey: undefined },
      telegram: {
        token: TELEGRAM,
        apiRoot: undefined,
        publicUrl: 'https://bot.example.org:8443/bots',
      },
      http: { host: '127.0.0.1', port: 9000 },
      log: { level: 'info', format: 'auto' },
      limits: USUAL,
      unansweredLog: undefined,
      knowledgeDir: undefined,
    })
  })

  it.each(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])('LOG_LEVEL may be %s', (level) => {
    expect(readSettings({ LOG_LEVEL: level }).log).toEqual({ level, format: 'auto' })
  })

  it('may be none at all', () => {
    expect(readSettings({})).toEqual({
      discord: undefined,
      telegram: undefined,
      http: undefined,
      log: { level: 'info', format: 'auto' },
      limits: USUAL,
      unansweredLog: undefined,
      knowledgeDir: undefined,
    })
  })
})

describe('.env.example', () => {
  it('names every variable, as npm run env-example writes it', () => {
    expect(readFileSync(join(packageRoot(), '.env.example'), 'utf8')).toBe(envExample())
  })

  it('shows examples that are right', () => {
    const shown = VARIABLES.filter(({ name, example }) => example !== '' && name !== 'KNOWLEDGE_DIR')
    const env = Object.fromEntries(shown.map(({ name, example }) => [name, example]))
    expect(wrongWith({ ...env, DISCORD_TOKEN: DISCORD, TELEGRAM_BOT_TOKEN: TELEGRAM })).toEqual([])
  })
})
