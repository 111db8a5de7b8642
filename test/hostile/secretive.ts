// The program with a secret in every variable that may hold one, between platforms that see all that it sends.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { secretOf } from '../../adapters/telegram/receiving/webhook.js'
import { LoopbackDiscord } from '../discord/loopback/server.js'
import { LoopbackTelegram } from '../telegram/loopback/server.js'
import { freePort } from '../telegram/serving.js'
import { found } from './planted.js'
import { Program, type StartOptions } from './program.js'
import { type Front, startProxy } from './proxy.js'

export const TELEGRAM_TOKEN = '110201543:Geheim-Telegram-Wort_9Q7xZ4kLmN2pR'
/** Of the right form, and refused by the loopback Discord. */
export const DISCORD_TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GwRoNg.Geheim-Discord-Wort_8W6vY3jKlM1oQ5tS7uV'
export const REDIS_USER = 'geheimer-redis-nutzer'
export const REDIS_PASSWORD = 'Geheim/Redis+Wort=7%'
/** What people are called and what they write. */
export const ASKER = { name: 'Rumpelstilzchen Ungenannt', username: 'rumpel_ungenannt', words: 'Spindelstroh' }
export const QUESTION = `who leads energy, says ${ASKER.words}?`

const PATHS = { api: 'Geheimer-Api-Pfad', root: 'Geheimer-Root-Pfad', own: 'Geheimer-Eigener-Pfad', kept: 'Geheimes-Fach' }

export interface Scene {
  readonly telegram: LoopbackTelegram
  readonly discord: LoopbackDiscord
  /** Before each of them; the path of its address is a secret. */
  readonly proxies: { readonly telegram: Front; readonly discord: Front }
  readonly port: number
  readonly folder: string
  /** A secret in each variable that may hold one. */
  readonly env: Readonly<Record<string, string>>
  start(env?: Record<string, string | undefined>, options?: StartOptions): Program
  /** Asks on both platforms, as somebody whose name is not to be told. */
  ask(): void
  /** Looks at what the program answers to whoever asks it over HTTP. */
  look(program: Program): Promise<void>
  /** The secrets that came to light anywhere: in what the programs wrote, in what they answered over HTTP, in messages. */
  leaks(): string[]
  end(): Promise<void>
}

export async function scene(redisUrl = `redis://${REDIS_USER}:${encodeURIComponent(REDIS_PASSWORD)}@127.0.0.1:1`): Promise<Scene> {
  const [telegram, discord, port] = [
    await LoopbackTelegram.start({ token: TELEGRAM_TOKEN, waitMs: 20_000, pollSeconds: 1 }),
    await LoopbackDiscord.start({ waitMs: 20_000 }),
    await freePort(),
  ]
  const proxies = {
    telegram: await startProxy(telegram.apiRoot, `/${PATHS.root}`),
    discord: await startProxy(discord.apiUrl, `/${PATHS.api}`),
  }
  const folder = mkdtempSync(join(tmpdir(), 'asknotice-'))
  const env = {
    TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
    TELEGRAM_API_ROOT: proxies.telegram.url,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: `${proxies.discord.url}/api`,
    DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
    DISCORD_GUILD_ID: discord.guild.id,
    PUBLIC_URL: `http://127.0.0.1:${port}/${PATHS.own}`,
    REDIS_URL: redisUrl,
    UNANSWERED_LOG: join(folder, PATHS.kept),
    HTTP_PORT: String(port),
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'debug',
    LIMIT_USER: '1000/1',
    LIMIT_CHAT: '1000/1',
  }
  const secrets = {
    ...PATHS,
    telegramToken: TELEGRAM_TOKEN,
    telegramHalf: TELEGRAM_TOKEN.split(':')[1] ?? '',
    webhookSecret: secretOf(TELEGRAM_TOKEN),
    discordToken: discord.token,
    discordPart: discord.token.split('.')[2] ?? '',
    refusedToken: DISCORD_TOKEN,
    publicKey: discord.endpoint.publicKey,
    guild: discord.guild.id,
    redisUser: REDIS_USER,
    redisPassword: REDIS_PASSWORD,
  }
  const programs: Program[] = []
  let answers = ''
  // Longer than any number that a log or a count would show by chance.
  const asker = telegram.addUser({ id: 4_823_119_075_361, first_name: ASKER.name, username: ASKER.username })
  const author = discord.world.addUser(ASKER.name)
  const people = { ...ASKER, telegramUser: String(asker.id), discordUser: author.id, channel: discord.channel.id }
  return {
    ...{ telegram, discord, proxies, port, folder, env },
    start: (more = {}, options = {}) => {
      const all = Object.entries({ ...env, ...more }).filter((entry): entry is [string, string] => entry[1] !== undefined)
      const program = new Program(Object.fromEntries(all), options)
      programs.push(program)
      return program
    },
    ask: () => {
      telegram.say({ text: QUESTION, from: asker, chat: telegram.privateChat(asker) })
      discord.say({ content: `${discord.mention} ${QUESTION}`, author })
    },
    look: async (program) => {
      for (const path of ['/livez', '/readyz', '/metrics', '/telegram', '/discord', '/', `/${PATHS.own}/telegram`])
        answers += `${path === `/${PATHS.own}/telegram` ? '' : path} ${JSON.stringify(await program.get(path))}\n`
    },
    leaks: () => {
      const written = programs.map(({ said }) => said).join('\n') + answers
      // Where updates are to be sent, and with which secret, is what Telegram has to be told; names and words are the answers' to repeat.
      const sent = telegram.requests.filter(({ method }) => method !== 'setWebhook').map(({ payload }) => payload)
      const messages = JSON.stringify([sent, discord.requests.map(({ body }) => body)])
      // What was started has said something, or nothing was looked at.
      expect(programs.filter(({ said }) => said === '')).toEqual([])
      return [...found({ ...secrets, ...people }, written), ...found(secrets, messages).map((name) => `${name}, in a message`)]
    },
    end: async () => {
      await Promise.all(programs.map((program) => program.end('SIGKILL')))
      await Promise.all([proxies.telegram.stop(), proxies.discord.stop()])
      await Promise.all([telegram.stop(), discord.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
