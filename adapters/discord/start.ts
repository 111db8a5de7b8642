// Serves Discord: a client with the few intents that it needs, its events to the handlers, the commands put where they differ.
import { Client, GatewayCloseCodes as CloseCode, Events, GatewayIntentBits, Options, Partials, RESTEvents, Status } from 'discord.js'
import type { Context } from '../context.js'
import type { HttpServer } from '../http-server.js'
import { InFlight } from '../in-flight.js'
import { nameOf } from '../name-of-error.js'
import { type Running, StartError } from '../platform.js'
import { commandsOf } from './commands.js'
import { explained } from './explained.js'
import { INTERACTIONS_PATH, interactionsEndpoint } from './interactions-endpoint.js'
import { fatalError, letGo, REFUSED_TOKEN, ready } from './login.js'
import { onInteraction } from './on-interaction.js'
import { onMessage } from './on-message.js'
import { registerCommands } from './register.js'
import type { DiscordSettings } from './settings.js'

/** How long what is in flight may take when the program is asked to end. */
const DRAIN_MS = 4000
/** A request that takes longer is made again: an interaction waits three seconds. */
const REQUEST_MS = 5000

/** Throws StartError where the operator has to do something, or Discord cannot be reached. */
export async function startDiscord(settings: DiscordSettings, context: Context): Promise<Running> {
  const inFlight = new InFlight((line, happening) => context.log(`Discord: ${line}`, happening), explained)
  const make = (): Client => listening(makeClient(settings), inFlight, context)
  const client = await ready(make, settings, context)
  const stop = async (): Promise<void> => {
    await inFlight.drain(DRAIN_MS)
    await letGo(client)
  }
  // Told only where discord.js will not connect again by itself.
  const lost = new Promise<StartError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const reason =
        code === CloseCode.AuthenticationFailed ? REFUSED_TOKEN : `Discord ended the connection for good (code ${code}): start again.`
      resolve(new StartError('config', reason))
    })
  })
  try {
    const changed = await register(client, settings, context)
    context.log(`Discord: serving as ${client.user?.username ?? 'unknown'}${changed ? ', commands registered' : ''}`, {
      event: 'discord.serving',
      changed,
    })
  } catch (error) {
    await stop()
    throw error
  }
  if (settings.publicKey && context.http) openEndpoint(client, settings.publicKey, context.http, inFlight, context)
  const refresh = (): Promise<void> => inFlight.run('registering the commands', () => register(client, settings, context))
  return { lost, refresh, isReady: () => client.isReady() && client.ws.status === Status.Ready, stop }
}

/** Interactions may come by both ways: Discord sends each by the one that the application has chosen. */
function openEndpoint(client: Client, publicKey: string, http: HttpServer, inFlight: InFlight, context: Context): void {
  http.open(
    INTERACTIONS_PATH,
    interactionsEndpoint(publicKey, (data) => {
      if (inFlight.isClosed) return false
      // What the gateway brings goes the same way; discord.js has no other door for it.
      inFlight.run('an interaction', async () => handlerOf(client)(data))
      return true
    }),
  )
  context.log(`Discord: interactions are also taken at ${INTERACTIONS_PATH}`, { event: 'discord.endpoint' })
}

/** discord.js' own handler of raw interactions. */
function handlerOf(client: Client): (data: object) => void {
  const { actions } = client as unknown as { actions: { InteractionCreate: { handle(data: object): void } } }
  return (data) => actions.InteractionCreate.handle(data)
}

/** Events to their handlers. */
function listening(client: Client, inFlight: InFlight, context: Context): Client {
  // Without a listener an error of the gateway would end the process.
  client.on(Events.Error, (error) => context.log(`Discord: ${nameOf(error)}`, { event: 'discord.error', level: 'warn' }))
  client.on(Events.ShardResume, () => context.observer?.reconnected())
  client.rest.on(RESTEvents.RateLimited, () => context.observer?.rateLimited())
  client.on(Events.InteractionCreate, (interaction) => inFlight.run('an interaction', () => onInteraction(interaction, context)))
  client.on(Events.MessageCreate, (message) =>
    inFlight.run('a message', async () => {
      if (client.isReady()) await onMessage(message, client, context)
    }),
  )
  return client
}

/** @returns whether the commands had to be put; where Discord fails at that, they are put at the next start. */
async function register(client: Client, { guildId }: DiscordSettings, context: Context): Promise<boolean> {
  try {
    return await registerCommands(client.rest, client.application?.id ?? '', guildId, commandsOf(context.assistant().library))
  } catch (error) {
    const fatal = fatalError(error)
    if (fatal) throw fatal
    context.log(`Discord: the commands were not registered (${nameOf(error)}); "npm run discord:register" tries it again`, {
      event: 'discord.not-registered',
      level: 'warn',
    })
    return false
  }
}

function makeClient({ apiUrl }: DiscordSettings): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come in channels that were never seen before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // A message whose answer was lost on the way is sent again, and Discord knows it again.
    enforceNonce: true,
    // An answer to a message that was deleted meanwhile is sent all the same.
    failIfNotExists: false,
    // Nothing of a server is needed but its roles: an answer is worked out from the message alone.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 1000, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    waitGuildTimeout: 1000,
    rest: { timeout: REQUEST_MS, ...(apiUrl ? { api: apiUrl } : {}) },
  })
}
