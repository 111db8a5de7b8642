// Serves Discord: the gateway, which one replica holds at a time, and interactions over HTTP, which every replica takes.
import { type Client, GatewayCloseCodes as CloseCode, Events, Status } from 'discord.js'
import type { Context } from '../context.js'
import { InFlight } from '../in-flight.js'
import { nameOf } from '../name-of-error.js'
import { type Running, StartError } from '../platform.js'
import { takeTurns } from '../shared-state/only-one.js'
import { listening, makeClient } from './client.js'
import { commandsOf } from './commands.js'
import { explained } from './explained.js'
import type { Gateway } from './gateway.js'
import { openEndpoint } from './interactions-endpoint.js'
import { fatalError, letGo, MORE_SHARDS, REFUSED_TOKEN, ready } from './login.js'
import { registerCommands } from './register.js'
import type { DiscordSettings } from './settings.js'

/** How long what is in flight may take when the program is asked to end. */
const DRAIN_MS = 4000

/** Throws StartError where the operator has to do something, or Discord cannot be reached. */
export async function startDiscord(settings: DiscordSettings, context: Context): Promise<Running> {
  const inFlight = new InFlight((line, happening) => context.log(`Discord: ${line}`, happening), explained, settings.mostInFlight)
  const ended = new AbortController()
  const closeEndpoint = openEndpoint(settings, inFlight, context)
  let gateway: Gateway | undefined
  let begun = (): void => {}
  const began = new Promise<void>((resolve) => {
    begun = resolve
  })
  const turn = takeTurns(context.state, 'gateway', ended.signal, async (until) => {
    gateway = await openGateway(settings, inFlight, context)
    begun()
    const reason = await Promise.race([gateway.lost, aborted(until)])
    await gateway.end()
    gateway = undefined
    if (reason) throw reason
    if (!ended.signal.aborted) context.log('Discord: another replica holds the gateway now', { event: 'discord.standby' })
  })
  const stop = async (): Promise<void> => {
    const drained = inFlight.drain(DRAIN_MS)
    // What is in flight in a shard is waited for there.
    if (settings.shards === undefined) await drained
    ended.abort()
    await Promise.all([drained, turn.ended.catch(() => {})])
    closeEndpoint()
  }
  try {
    await turn.settled
    // What keeps it from its first connection keeps it from starting.
    await Promise.race([turn.isStandby ? turn.settled : began, turn.ended])
  } catch (error) {
    await stop()
    throw error
  }
  if (turn.isStandby) context.log('Discord: another replica holds the gateway', { event: 'discord.standby' })
  return {
    lost: new Promise((resolve) => turn.ended.catch(resolve)),
    refresh: () => gateway?.refresh(),
    isReady: () => turn.isStandby || gateway?.isReady() === true,
    shards: () => gateway?.states,
    inFlight: () => inFlight.size,
    stop,
  }
}

/** Throws StartError. */
async function openGateway(settings: DiscordSettings, inFlight: InFlight, context: Context): Promise<Gateway> {
  // Only where it is needed: few have so many servers.
  if (settings.shards !== undefined) return (await import('./sharding/shards.js')).openShards(settings.shards, settings, context)
  const client = await connect(settings, inFlight, context)
  return {
    lost: lossOf(client),
    isReady: () => client.isReady() && client.ws.status === Status.Ready,
    refresh: () => void inFlight.run('registering the commands', () => register(client, settings, context)),
    end: () => letGo(client),
  }
}

/** Resolves with a client that serves. Throws StartError. */
async function connect(settings: DiscordSettings, inFlight: InFlight, context: Context): Promise<Client> {
  const client = await ready(() => listening(makeClient(settings), inFlight, context), settings, context)
  try {
    const changed = await register(client, settings, context)
    context.log(`Discord: serving as ${client.user?.username ?? 'unknown'}${changed ? ', commands registered' : ''}`, {
      event: 'discord.serving',
      changed,
    })
    return client
  } catch (error) {
    await letGo(client)
    throw error
  }
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [CloseCode.AuthenticationFailed, REFUSED_TOKEN],
  [CloseCode.ShardingRequired, MORE_SHARDS],
])

/** Resolves where discord.js will not connect again by itself. */
function lossOf(client: Client): Promise<StartError> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const reason = REASONS.get(code) ?? `Discord ended the connection for good (code ${code}): start again.`
      resolve(new StartError('config', reason))
    })
  })
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    else signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}

/** @returns whether the commands had to be put; where Discord fails at that, they are put at the next start. */
async function register(client: Client, { guildId, shard }: DiscordSettings, context: Context): Promise<boolean> {
  // One for all.
  if (shard && shard.id !== 0) return false
  const put = (): Promise<boolean> =>
    registerCommands(client.rest, client.application?.id ?? '', guildId, commandsOf(context.assistant().library))
  try {
    // Once more where the connection broke off: discord.js tries again after a reset, and not after a connection that was closed.
    return await put().catch((error: unknown) => (isBrokenOff(error) ? put() : Promise.reject(error)))
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

function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'UND_ERR_SOCKET'
}
