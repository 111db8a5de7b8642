// Logs in to Discord and serves: with a deadline, for discord.js waits for ever for a gateway that says nothing.
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js'
import { InFlight, nameOf } from '../in-flight.js'
import { type Running, StartError } from '../platform.js'
import { commandsOf } from './commands.js'
import type { Context } from './context.js'
import { onInteraction } from './on-interaction.js'
import { onMessage } from './on-message.js'
import { registerCommands } from './register.js'

export interface DiscordSettings {
  readonly token: string
  /** Base of Discord's REST API; undefined: Discord's own. */
  readonly apiUrl?: string | undefined
  /** Commands for this one server instead of all. */
  readonly guildId?: string | undefined
  /** How long one try to log in may take. */
  readonly readyMs?: number
  /** How often it is tried, and after how long again; each time twice as long. */
  readonly tries?: number
  readonly backOffMs?: number
}

/** How long what is in flight may take when the program is asked to end. */
const DRAIN_MS = 4000
const LET_GO_MS = 500

/** Throws StartError where the operator has to do something, or Discord cannot be reached. */
export async function startDiscord(settings: DiscordSettings, context: Context): Promise<Running> {
  const { tries = 5, backOffMs = 1000 } = settings
  for (let i = 1; ; i++) {
    try {
      return await serve(settings, context)
    } catch (error) {
      const fatal = fatalError(error)
      if (fatal) throw fatal
      if (i >= tries)
        throw new StartError(
          'unavailable',
          `Discord cannot be reached (${nameOf(error)}): check the network and DISCORD_API_URL, then start again.`,
        )
      context.log(`Discord: try ${i} of ${tries} to log in failed (${nameOf(error)})`)
      await new Promise((resolve) => setTimeout(resolve, backOffMs * 2 ** (i - 1)))
    }
  }
}

async function serve(settings: DiscordSettings, context: Context): Promise<Running> {
  const client = makeClient(settings)
  const inFlight = new InFlight(context.log)
  // Without a listener an error of the gateway would end the process.
  client.on(Events.Error, (error) => context.log(`Discord: ${nameOf(error)}`))
  client.on(Events.InteractionCreate, (interaction) => inFlight.run('an interaction', () => onInteraction(interaction, context)))
  client.on(Events.MessageCreate, (message) =>
    inFlight.run('a message', async () => {
      if (client.isReady()) await onMessage(message, client, context)
    }),
  )
  try {
    await ready(client, settings)
    const changed = await registerCommands(
      client.rest,
      client.application?.id ?? '',
      settings.guildId,
      commandsOf(context.assistant().library),
    )
    context.log(`Discord: serving as ${client.user?.username ?? 'unknown'}${changed ? ', commands registered' : ''}`)
  } catch (error) {
    await letGo(client)
    throw error
  }
  return {
    stop: async () => {
      await inFlight.drain(DRAIN_MS)
      await letGo(client)
    },
  }
}

function makeClient({ apiUrl }: DiscordSettings): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come in channels that were never seen before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // Nothing of a server is needed but its roles: an answer is worked out from the message alone.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    waitGuildTimeout: 1000,
    ...(apiUrl ? { rest: { api: apiUrl } } : {}),
  })
}

/** discord.js waits up to a minute for a gateway that says nothing, before it lets go of it: nobody else has to. */
async function letGo(client: Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LET_GO_MS)
  })
  await Promise.race([client.destroy().catch(() => {}), late])
  clearTimeout(timer)
}

/** Resolves when the gateway is ready; rejects with what kept it from that, or after the deadline. */
async function ready(client: Client, { token, readyMs = 30_000 }: DiscordSettings): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError()), readyMs)
  })
  const isReady = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
  try {
    await Promise.race([client.login(token).then(() => isReady), late])
  } finally {
    clearTimeout(timer)
  }
}

class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
}

/** What trying again does not mend, in a line that says what to do; null for all else. */
function fatalError(error: unknown): StartError | null {
  if (error instanceof StartError) return error
  const { code, status, message } = error as { code?: unknown; status?: unknown; message?: unknown }
  if (code === 'TokenInvalid' || status === 401)
    return new StartError('config', 'Discord refuses the token: copy it again from the Bot page of your application and set DISCORD_TOKEN.')
  if (/disallowed intents/i.test(String(message)))
    return new StartError(
      'config',
      'Discord refuses the intents: this program needs no privileged one; check that the token belongs to its own application.',
    )
  if (status === 403)
    return new StartError(
      'config',
      'Discord refuses the commands for this server: invite the application with the scope applications.commands, or unset DISCORD_GUILD_ID.',
    )
  return null
}
