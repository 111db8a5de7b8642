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
import { openEndpoint } from './interactions-endpoint.js'
import { fatalError, letGo, REFUSED_TOKEN, ready } from './login.js'
import { registerCommands } from './register.js'
import type { DiscordSettings } from './settings.js'

/** How long what is in flight may take when the program is asked to end. */
const DRAIN_MS = 4000

/** Throws StartError where the operator has to do something, or Discord cannot be reached. */
export async function startDiscord(settings: DiscordSettings, context: Context): Promise<Running> {
  const inFlight = new InFlight((line, happening) => context.log(`Discord: ${line}`, happening), explained)
  const ended = new AbortController()
  const closeEndpoint = openEndpoint(settings, inFlight, context)
  let client: Client | undefined
  let begun = (): void => {}
  const began = new Promise<void>((resolve) => {
    begun = resolve
  })
  const turn = takeTurns(context.state, 'gateway', ended.signal, async (until) => {
    client = await connect(settings, inFlight, context)
    const lost = lossOf(client)
    begun()
    const reason = await Promise.race([lost, aborted(until)])
    await letGo(client)
    client = undefined
    if (reason) throw reason
    if (!ended.signal.aborted) context.log('Discord: another replica holds the gateway now', { event: 'discord.standby' })
  })
  const stop = async (): Promise<void> => {
    await inFlight.drain(DRAIN_MS)
    closeEndpoint()
    ended.abort()
    await turn.ended.catch(() => {})
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
    refresh: () => void inFlight.run('registering the commands', async () => client && register(client, settings, context)),
    isReady: () => turn.isStandby || (client?.isReady() === true && client.ws.status === Status.Ready),
    stop,
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

/** Resolves where discord.js will not connect again by itself. */
function lossOf(client: Client): Promise<StartError> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const reason =
        code === CloseCode.AuthenticationFailed ? REFUSED_TOKEN : `Discord ended the connection for good (code ${code}): start again.`
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
