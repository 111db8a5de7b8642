// The client of discord.js: the few intents that it needs, next to nothing kept, its events to the handlers.
import { Client, type ClientOptions, Events, GatewayIntentBits, Options, Partials, RESTEvents, type RESTOptions } from 'discord.js'
import { Busy } from '../busy.js'
import type { Context } from '../context.js'
import type { InFlight } from '../in-flight.js'
import { nameOf } from '../name-of-error.js'
import { onInteraction } from './on-interaction.js'
import { addressed, onMessage } from './on-message.js'
import type { DiscordSettings, OneShard } from './settings.js'

/** A request that takes longer is made again: an interaction waits three seconds. */
export const REQUEST_MS = 5000

/** Events to their handlers. */
export function listening(client: Client, inFlight: InFlight, context: Context): Client {
  // Without a listener an error of the gateway would end the process.
  client.on(Events.Error, (error) => context.log(`Discord: ${nameOf(error)}`, { event: 'discord.error', level: 'warn' }))
  client.on(Events.ShardResume, () => context.observer?.reconnected())
  client.rest.on(RESTEvents.RateLimited, () => context.observer?.rateLimited())
  const busy = new Busy('Discord', context)
  // What is not taken gets no answer: one that came after thousands of others would come too late.
  client.on(Events.InteractionCreate, (interaction) => {
    if (inFlight.isFull) return inFlight.isClosed ? undefined : busy.refuse()
    void inFlight.run('an interaction', () => onInteraction(interaction, context))
  })
  client.on(Events.MessageCreate, (message) => {
    const { isFull } = inFlight
    void inFlight.run('a message', async () => {
      if (!client.isReady()) return
      if (!isFull) await onMessage(message, client, context)
      else if (addressed(message, client)) busy.refuse()
    })
  })
  return client
}

/** @param rest what is to be another than usual with its requests */
export function makeClient({ apiUrl, shard }: Pick<DiscordSettings, 'apiUrl' | 'shard'>, rest: Partial<RESTOptions> = {}): Client {
  return new Client({
    ...(shard ? ofShard(shard) : {}),
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
    rest: { timeout: REQUEST_MS, ...(apiUrl ? { api: apiUrl } : {}), ...rest },
  })
}

function ofShard({ id, count, mayIdentify }: OneShard): Pick<ClientOptions, 'shards' | 'shardCount' | 'ws'> {
  const waitForIdentify = (_: number, signal: AbortSignal): Promise<void> => mayIdentify(signal)
  return { shards: [id], shardCount: count, ws: { ...Options.createDefault().ws, buildIdentifyThrottler: () => ({ waitForIdentify }) } }
}
