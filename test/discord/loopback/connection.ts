// One connection to the gateway: what a client may say, and in which order.
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js'
import type { RawData, WebSocket } from 'ws'
import type { Changes } from './changes.js'
import type { Gateway } from './gateway.js'
import { refusedIntents } from './intents.js'
import { asObject, asText, type JsonObject } from './json.js'
import type { PrivilegedIntent } from './options.js'
import { Session, sendTo } from './session.js'
import { shardIn, shardOf } from './shards.js'

/** What the gateway must know of the rest of Discord. */
export interface Doorway {
  readonly token: string
  readonly heartbeatMs: number
  readonly privileged: readonly PrivilegedIntent[]
  /** What READY says besides the session. */
  readonly ready: () => JsonObject
  /** The guilds that the bot is in, as GUILD_CREATE tells them. */
  readonly guilds: () => readonly (JsonObject & { readonly id: string })[]
  /** How many shards a bot with so many guilds must have. */
  readonly fewestShards: number
  readonly resumeUrl: () => string
}

/** A client may send 120 packets a minute, each of at most 4,096 bytes. */
const PACKETS = 120
const BYTES = 4_096

export function connect(socket: WebSocket, gateway: Gateway, doorway: Doorway, changes: Changes): void {
  let session: Session | undefined
  const sent: number[] = []

  // Each of these returns the code with which the connection must be closed, if it must be.
  const identify = (data: JsonObject): number | undefined => {
    gateway.identifies += 1
    gateway.sessionStarts -= 1
    if (data.token !== doorway.token) return GatewayCloseCodes.AuthenticationFailed
    if (gateway.refusesWith !== undefined) return gateway.refusesWith
    const shard = shardIn(data.shard)
    if (shard === undefined) return GatewayCloseCodes.InvalidShard
    if (shard.count < doorway.fewestShards) return GatewayCloseCodes.ShardingRequired
    const refused = refusedIntents(data.intents, doorway.privileged)
    if (refused !== undefined) return refused
    if (!gateway.rate.allows(shard)) {
      gateway.hurried += 1
      sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: false })
      return undefined
    }
    if (data.presence !== undefined) gateway.presences.push(data.presence)
    session = new Session(Number(data.intents), shard, socket)
    gateway.begin(session)
    const guilds = doorway.guilds().filter(({ id }) => shardOf(id, shard.count) === shard.id)
    const unavailable = guilds.map(({ id }) => ({ id, unavailable: true }))
    session.dispatch('READY', {
      ...doorway.ready(),
      ...{ v: 10, guilds: unavailable, session_id: session.id, resume_gateway_url: doorway.resumeUrl() },
      shard: [shard.id, shard.count],
    })
    if (session.has(GatewayIntentBits.Guilds)) for (const guild of guilds) session.dispatch('GUILD_CREATE', guild)
    return undefined
  }

  const resume = (data: JsonObject): number | undefined => {
    if (data.token !== doorway.token) return GatewayCloseCodes.AuthenticationFailed
    const known = gateway.sessions.get(asText(data.session_id))
    if (known === undefined) {
      sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: false })
      return undefined
    }
    if (Number(data.seq) > known.sequence) return GatewayCloseCodes.InvalidSeq
    gateway.resumes += 1
    session = known
    gateway.begin(known)
    gateway.replayed += known.replay(Number(data.seq), socket)
    return undefined
  }

  const heartbeat = (): undefined => {
    gateway.heartbeats += 1
    if (gateway.acknowledges) sendTo(socket, { op: GatewayOpcodes.HeartbeatAck })
  }

  const receive = (raw: RawData): number | undefined => {
    const text = String(raw)
    const packet = parse(text)
    const now = Date.now()
    sent.push(now)
    if (packet === undefined || Buffer.byteLength(text) > BYTES) return GatewayCloseCodes.DecodeError
    if (sent.filter((at) => at > now - 60_000).length > PACKETS) return GatewayCloseCodes.RateLimited
    const data = asObject(packet.d) ?? {}
    if (packet.op === GatewayOpcodes.Heartbeat) return heartbeat()
    const opening = packet.op === GatewayOpcodes.Identify || packet.op === GatewayOpcodes.Resume
    if (opening && session !== undefined) return GatewayCloseCodes.AlreadyAuthenticated
    if (packet.op === GatewayOpcodes.Identify) return identify(data)
    if (packet.op === GatewayOpcodes.Resume) return resume(data)
    if (session === undefined) return GatewayCloseCodes.NotAuthenticated
    if (packet.op !== GatewayOpcodes.PresenceUpdate) return GatewayCloseCodes.UnknownOpcode
    gateway.presences.push(data)
    return undefined
  }

  socket.on('message', (raw) => {
    const code = receive(raw)
    if (code !== undefined) gateway.end(socket, code)
    changes.happened()
  })
  socket.on('close', (code) => {
    if (session?.socket === socket) session.socket = undefined
    // Who says goodbye properly ends the session; a session whose connection only broke off can be taken up again.
    if (session !== undefined && (code === 1000 || code === 1001)) gateway.farewell(session)
    changes.happened()
  })
  // A connection that breaks off is told as `close`, too.
  socket.on('error', () => {})
}

function parse(text: string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return undefined
  }
}
