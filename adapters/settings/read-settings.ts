// The environment → settings, or all that is wrong with it at once, each in a line that names the variable and says what to do.
import { existsSync } from 'node:fs'
import type { DiscordSettings } from '../discord/settings.js'
import type { HttpSettings } from '../http-server.js'
import type { LimitSettings } from '../limits.js'
import type { LogSettings } from '../pino-log.js'
import type { TelegramSettings } from '../telegram/settings.js'
import { VARIABLES, type Variable } from './variables.js'

export interface Settings {
  /** Undefined: not asked for. */
  readonly discord: DiscordSettings | undefined
  readonly telegram: TelegramSettings | undefined
  /** Undefined: nothing is listened on. */
  readonly http: HttpSettings | undefined
  readonly log: LogSettings
  readonly limits: LimitSettings
  /** Undefined: the program runs alone. */
  readonly redisUrl: string | undefined
  /** Undefined: nothing is kept. */
  readonly unansweredLog: string | undefined
  /** Undefined: the program's own. */
  readonly knowledgeDir: string | undefined
}

/** What is wrong with the environment, a line a mistake. Holds no value of any variable. */
export class SettingsError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'SettingsError'
  }
}

/** Names that other programs have for the same. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  DISCORD_BOT_TOKEN: 'DISCORD_TOKEN',
  TELEGRAM_TOKEN: 'TELEGRAM_BOT_TOKEN',
  TG_BOT_TOKEN: 'TELEGRAM_BOT_TOKEN',
  DISCORD_GUILD: 'DISCORD_GUILD_ID',
  TELEGRAM_API_URL: 'TELEGRAM_API_ROOT',
}

type Values = { readonly [V in (typeof VARIABLES)[number] as V['name']]?: V['schema']['_zod']['output'] }

/** Throws SettingsError. An empty variable is one that is not set. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const wrong: string[] = []
  const values: Record<string, unknown> = {}
  for (const { name, schema } of VARIABLES as readonly Variable[]) {
    const text = env[name]
    if (!text) continue
    const read = schema.safeParse(text)
    if (read.success) values[name] = read.data
    else wrong.push(`${name} ${read.error.issues[0]?.message}`)
  }
  for (const [other, name] of Object.entries(OTHER_NAMES)) {
    if (env[other] && !env[name]) wrong.push(`${other} is not read here: the same is called ${name}.`)
  }
  wrong.push(...contradictions(values, env))
  if (wrong.length > 0) throw new SettingsError(wrong)
  return settingsOf(values)
}

/** What is right by itself and wrong together. */
function contradictions({ PUBLIC_URL, KNOWLEDGE_DIR }: Values, env: NodeJS.ProcessEnv): string[] {
  const needs = (name: string, other: string): string[] =>
    env[name] && !env[other] ? [`${name} is set, but ${other} is not: set both or neither.`] : []
  const port = PUBLIC_URL ? new URL(PUBLIC_URL).port : ''
  const isLoopback = PUBLIC_URL !== undefined && PUBLIC_URL.startsWith('http:')
  return [
    ...needs('DISCORD_GUILD_ID', 'DISCORD_TOKEN'),
    ...needs('DISCORD_PUBLIC_KEY', 'DISCORD_TOKEN'),
    ...needs('DISCORD_SHARDS', 'DISCORD_TOKEN'),
    // Commands then come to one process and messages to others, and neither would know of the other's.
    ...(env.DISCORD_SHARDS && env.DISCORD_PUBLIC_KEY && !env.REDIS_URL
      ? ['DISCORD_SHARDS and DISCORD_PUBLIC_KEY need REDIS_URL together: set it, or leave one of the two unset.']
      : []),
    ...(env.DISCORD_PUBLIC_KEY ? [] : needs('PUBLIC_URL', 'TELEGRAM_BOT_TOKEN')),
    ...(isLoopback || WEBHOOK_PORTS.includes(port)
      ? []
      : [`PUBLIC_URL has a port that Telegram does not send to: use 443, 80, 88 or 8443.`]),
    ...(KNOWLEDGE_DIR && !existsSync(KNOWLEDGE_DIR)
      ? ['KNOWLEDGE_DIR names a folder that is not there: write the whole path of one that is.']
      : []),
    // The libraries would print whole requests and the secret of the webhook, or what is remembered of conversations.
    ...(env.TELEGRAM_BOT_TOKEN && debugs('telegraf:client', env.DEBUG ?? '')
      ? ['DEBUG would print messages and secrets of Telegram: unset it, or leave telegraf out of it.']
      : []),
    ...(env.REDIS_URL && debugs('ioredis:redis', env.DEBUG ?? '')
      ? ['DEBUG would print what is kept in Redis, and its password: unset it, or leave ioredis out of it.']
      : []),
    // So would Node's own, with the tokens in the addresses and headers of requests.
    ...(env.NODE_DEBUG && (env.DISCORD_TOKEN || env.TELEGRAM_BOT_TOKEN || env.REDIS_URL)
      ? ['NODE_DEBUG would print requests with their tokens: unset it.']
      : []),
  ]
}

/** As `URL.port` tells them: the usual one of a scheme is empty. */
const WEBHOOK_PORTS = ['', '80', '88', '8443']

function settingsOf(values: Values): Settings {
  const { DISCORD_TOKEN, TELEGRAM_BOT_TOKEN, PUBLIC_URL: publicUrl, HTTP_HOST, HTTP_PORT } = values
  // Telegram is to reach it, or the operator wants to look in.
  const listens = publicUrl !== undefined || values.DISCORD_PUBLIC_KEY !== undefined || HTTP_HOST !== undefined || HTTP_PORT !== undefined
  return {
    discord: DISCORD_TOKEN
      ? {
          token: DISCORD_TOKEN,
          apiUrl: values.DISCORD_API_URL,
          guildId: values.DISCORD_GUILD_ID,
          publicKey: values.DISCORD_PUBLIC_KEY,
          shards: values.DISCORD_SHARDS,
        }
      : undefined,
    telegram: TELEGRAM_BOT_TOKEN ? { token: TELEGRAM_BOT_TOKEN, apiRoot: values.TELEGRAM_API_ROOT, publicUrl } : undefined,
    http: listens ? { host: HTTP_HOST ?? '127.0.0.1', port: HTTP_PORT ?? 8787 } : undefined,
    log: { level: values.LOG_LEVEL ?? 'info', format: values.LOG_FORMAT ?? 'auto' },
    limits: { user: values.LIMIT_USER ?? { questions: 20, seconds: 60 }, chat: values.LIMIT_CHAT ?? { questions: 120, seconds: 60 } },
    redisUrl: values.REDIS_URL,
    unansweredLog: values.UNANSWERED_LOG,
    knowledgeDir: values.KNOWLEDGE_DIR,
  }
}

/** Whether a pattern of DEBUG, as the package debug reads it, prints what `name` says. */
function debugs(name: string, pattern: string): boolean {
  const matches = (one: string): boolean => new RegExp(`^${one.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '.*')}$`).test(name)
  const parts = pattern.split(/[\s,]+/).filter(Boolean)
  return parts.some((one) => !one.startsWith('-') && matches(one)) && !parts.some((one) => one.startsWith('-') && matches(one.slice(1)))
}
