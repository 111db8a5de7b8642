// Every variable of the environment that the program reads: what it is for, an example, and what may be written there.
import { isIP } from 'node:net'
import { z } from 'zod'

export interface Variable {
  readonly name: string
  /** What it does, in a line or two; .env.example says it above the variable. */
  readonly about: string
  /** What .env.example shows, commented out. */
  readonly example: string
  /** Of the text, which is never empty. Its message says what is wrong and what to do, and never the text. */
  readonly schema: z.ZodType<unknown, string>
}

const DISCORD_PORTAL = 'discord.com/developers/applications → your application'

/** What people leave in place of a value. */
const PLACEHOLDER = /^(<.*>|\[.*\]|x{3,}|\.{3}|…|your[-_ ]?.*|change[-_ ]?me|token|todo|example|replace.*|paste.*|dein.*|你的.*)$/i

/** A token of the right form; what people paste in its place is told apart. */
function token(where: string, form: RegExp, mistakes: readonly (readonly [RegExp, string])[]): z.ZodType<string, string> {
  return z.string().superRefine((text, context) => {
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message: `${message} ${where}` })
    if (PLACEHOLDER.test(text)) return refuse('is a placeholder, not a token.')
    if (/^["']|["']$/.test(text)) return refuse('has quotation marks around it: write the token alone.')
    if (/\s/.test(text)) return refuse('has a space or a line break in it: write the token alone, in one line.')
    if (form.test(text)) return
    const mistake = mistakes.find(([pattern]) => pattern.test(text))
    refuse(mistake ? mistake[1] : 'has not the form of a token; perhaps a part of it is missing.')
  })
}

const DISCORD_TOKEN_FORM = /^[\w-]{18,}\.[\w-]{6,}\.[\w-]{27,}$/
const TELEGRAM_TOKEN_FORM = /^\d{3,}:[\w-]{30,}$/

const discordToken = token(`Copy it from ${DISCORD_PORTAL} → Bot → Reset Token.`, DISCORD_TOKEN_FORM, [
  [TELEGRAM_TOKEN_FORM, 'is a token of Telegram: that belongs in TELEGRAM_BOT_TOKEN.'],
  [/^Bot[ .]/i, 'begins with "Bot": leave that out.'],
  [/^\d{17,20}$/, 'is the id of an application, not its token.'],
  [/^[0-9a-f]{64}$/i, 'is the public key of an application, not its token.'],
  [/^[\w-]{32}$/, 'is the client secret of an application, not its token.'],
])

const telegramToken = token('Copy it from @BotFather: /mybots → your bot → API Token.', TELEGRAM_TOKEN_FORM, [
  [DISCORD_TOKEN_FORM, 'is a token of Discord: that belongs in DISCORD_TOKEN.'],
  [/^bot\d+:/i, 'begins with "bot": leave that out.'],
  [/^@/, 'is the name of a bot, not its token.'],
  [/^\d+:?$/, 'is the first half of a token.'],
])

function number(least: number, most: number, what: string): z.ZodType<number, string> {
  const message = `is not ${what}: write a whole number from ${least} to ${most}.`
  return z
    .string()
    .regex(/^\d+$/, { message, abort: true })
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
}

/** A web address; `schemes` without colon. */
function address(schemes: readonly string[], example: string): z.ZodType<string, string> {
  const written = schemes.join(' or ')
  return z.string().superRefine((text, context) => {
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message: `${message}: write it as ${example}.` })
    if (!URL.canParse(text)) return refuse('is not an address')
    const url = new URL(text)
    if (!schemes.includes(url.protocol.slice(0, -1))) return refuse(`has to begin with ${written}`)
    if (url.username !== '' || url.password !== '') return refuse('has a name or password in it, which would be shown')
    if (url.search !== '' || url.hash !== '') refuse('has a query or a fragment, which it may not have')
  })
}

/** Reached from outside, so encrypted; except on the loopback interface, where nobody else is. */
const publicUrl = address(['https', 'http'], 'https://bot.example.org').refine(
  (text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || /^(127\.|localhost$|\[::1\])/.test(new URL(text).hostname),
  'has to begin with https: what is sent there holds what people write. Write it as https://bot.example.org.',
)

/** With name and password where Redis asks for them; never shown. */
const redisUrl = z.string().superRefine((text, context) => {
  const isRedis = URL.canParse(text) && ['redis:', 'rediss:'].includes(new URL(text).protocol) && new URL(text).hostname !== ''
  if (isRedis) return
  context.addIssue({
    code: 'custom',
    message: 'is not the address of a Redis: write it as redis://127.0.0.1:6379 or rediss://user:password@host:port.',
  })
})

function choice<const T extends readonly [string, ...string[]]>(...options: T): z.ZodType<T[number], string> {
  return z.string().transform((text, context) => {
    if (options.includes(text)) return text
    context.addIssue({ code: 'custom', message: `is none of its choices: write ${options.join(', ')}.` })
    return z.NEVER
  })
}

/** Questions in seconds. */
const rate = z
  .string()
  .regex(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/, { message: 'is not a rate: write questions/seconds, as 20/60.', abort: true })
  .transform((text) => {
    const [questions = 0, seconds = 0] = text.split('/').map(Number)
    return { questions, seconds }
  })

const id = z
  .string()
  .regex(
    /^\d{17,20}$/,
    'is not an id: in Discord switch on Settings → Advanced → Developer Mode, then right-click the server → Copy Server ID.',
  )

const MOST_SHARDS = 1000

const shards = z.string().transform((text, context): number | 'auto' => {
  if (text === 'auto') return text
  if (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= MOST_SHARDS) return Number(text)
  context.addIssue({ code: 'custom', message: `is not a number of shards: write auto, or a whole number from 1 to ${MOST_SHARDS}.` })
  return z.NEVER
})

/** In the order of .env.example. */
export const VARIABLES = [
  {
    name: 'DISCORD_TOKEN',
    about: 'Discord: the bot token of your application. With it `npm start` serves Discord.',
    example: '',
    schema: discordToken,
  },
  {
    name: 'DISCORD_PUBLIC_KEY',
    about:
      'The public key of the application (General Information). With it Discord may send commands and buttons over HTTP: set PUBLIC_URL/discord as the Interactions Endpoint URL there.',
    example: '',
    schema: z
      .string()
      .regex(
        /^[0-9a-f]{64}$/i,
        `is not a public key of 64 hexadecimal digits. Copy it from ${DISCORD_PORTAL} → General Information → Public Key.`,
      ),
  },
  { name: 'DISCORD_GUILD_ID', about: 'Commands in this one server only, at once (development).', example: '', schema: id },
  {
    name: 'DISCORD_SHARDS',
    about:
      'Into how many shards the connection is divided, each in a process of its own: Discord demands it of bots in 2,500 servers and more. auto: as many as Discord recommends. Unset: one process, without sharding.',
    example: 'auto',
    schema: shards,
  },
  {
    name: 'DISCORD_API_URL',
    about: "Another base of Discord's REST API (a proxy, or a compatible server).",
    example: 'https://discord.com/api',
    schema: address(['https', 'http'], 'https://discord.com/api'),
  },
  {
    name: 'TELEGRAM_BOT_TOKEN',
    about: 'Telegram: the token that @BotFather gives you. With it `npm start` serves Telegram; with both tokens it serves both platforms.',
    example: '',
    schema: telegramToken,
  },
  {
    name: 'TELEGRAM_API_ROOT',
    about: 'Another base of the Bot API (a server of your own, or a compatible one).',
    example: 'https://api.telegram.org',
    schema: address(['https', 'http'], 'https://api.telegram.org'),
  },
  {
    name: 'PUBLIC_URL',
    about: 'Where Telegram reaches this program. Unset: the program asks Telegram (long polling).',
    example: 'https://bot.example.org',
    schema: publicUrl,
  },
  {
    name: 'HTTP_HOST',
    about:
      'Where the program listens: for /livez, /readyz and /metrics, and for what your proxy passes PUBLIC_URL on to. Unset, and without PUBLIC_URL: nowhere.',
    example: '127.0.0.1',
    schema: z
      .string()
      .refine(
        (text) => isIP(text) !== 0 || text === 'localhost',
        'is not an address of this machine: write 127.0.0.1, or 0.0.0.0 for all of them.',
      ),
  },
  { name: 'HTTP_PORT', about: '', example: '8787', schema: number(1, 65_535, 'a port') },
  {
    name: 'REDIS_URL',
    about:
      'Redis, through which several replicas of the program know the same conversations, limits and updates. Unset: it runs alone. rediss:// is encrypted.',
    example: 'redis://127.0.0.1:6379',
    schema: redisUrl,
  },
  {
    name: 'LIMIT_USER',
    about: 'How many questions one person may ask in how many seconds; beyond it one polite answer, then silence. The same for one chat.',
    example: '20/60',
    schema: rate,
  },
  { name: 'LIMIT_CHAT', about: '', example: '120/60', schema: rate },
  {
    name: 'LOG_LEVEL',
    about: 'How much the log tells, from the least to the most: fatal, error, warn, info, debug or trace.',
    example: 'info',
    schema: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace'),
  },
  {
    name: 'LOG_FORMAT',
    about: 'How: json for programs, pretty for people; auto is pretty on a terminal.',
    example: 'auto',
    schema: choice('auto', 'json', 'pretty'),
  },
  {
    name: 'UNANSWERED_LOG',
    about:
      'A folder in which questions that could not be answered are kept for 30 days, without names, numbers and links; `npm run unanswered` shows those of three people or more. Unset: nothing is kept.',
    example: '/var/lib/asknotice/unanswered',
    schema: z.string(),
  },
  {
    name: 'KNOWLEDGE_DIR',
    about: 'Folder of the notices (default: knowledge/ of the program).',
    example: '/srv/asknotice/knowledge',
    schema: z.string(),
  },
] as const satisfies readonly Variable[]
