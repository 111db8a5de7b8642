// The gateway: who is connected, what they are sent, and everything that can go wrong with a connection.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Changes } from './changes.js'
import { connect, type Doorway } from './connection.js'
import { intentFor } from './intents.js'
import { type Session, sendTo } from './session.js'
import { type IdentifyRate, shardOf } from './shards.js'

/** `silent`: connections are taken, but never greeted with HELLO. `refusing`: connections break off at once. */
export type GatewayMode = 'open' | 'silent' | 'refusing'

export class Gateway {
  mode: GatewayMode = 'open'
  /** Whether heartbeats are acknowledged: a client that hears nothing must give the connection up. */
  acknowledges = true
  /** The code with which every IDENTIFY is refused, as 4014 is; none unless set. */
  refusesWith: number | undefined
  /** How many connections were tried, refused ones included. */
  connections = 0
  identifies = 0
  /** How many of them came too soon after another one. */
  hurried = 0
  /** Sessions taken up again. */
  resumes = 0
  heartbeats = 0
  /** Events that were sent once more when a session was taken up again. */
  replayed = 0
  /** How many sessions may still be started today. */
  sessionStarts: number
  /** The presences that the bot gave itself, latest last. */
  readonly presences: unknown[] = []
  /** The close codes with which this side ended connections. */
  readonly closed: number[] = []
  readonly sessions = new Map<string, Session>()
  /** The session of each shard that events go to: the latest that was started or taken up again. */
  readonly current = new Map<number, Session>()
  readonly rate: IdentifyRate
  private readonly server = new WebSocketServer({ noServer: true })
  private readonly doorway: Doorway
  private readonly changes: Changes

  constructor(doorway: Doorway, sessionStarts: number, rate: IdentifyRate, changes: Changes) {
    this.doorway = doorway
    this.sessionStarts = sessionStarts
    this.rate = rate
    this.changes = changes
  }

  /** Whether every shard is connected and identified. */
  get connected(): boolean {
    return this.connectedShards.length === this.shardCount
  }

  /** The ids of the shards that are connected and identified. */
  get connectedShards(): readonly number[] {
    return [...this.current.values()].filter(({ socket }) => socket !== undefined).map(({ shard }) => shard.id)
  }

  /** How many shards the bot says that it has; one before it has said so. */
  private get shardCount(): number {
    return [...this.current.values()].at(-1)?.shard.count ?? 1
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.connections += 1
    this.changes.happened()
    if (this.mode === 'refusing') {
      socket.destroy()
      return
    }
    this.server.handleUpgrade(request, socket, head, (client) => {
      if (!String(request.url).includes('v=10')) this.end(client, GatewayCloseCodes.InvalidAPIVersion)
      else this.welcome(client)
    })
  }

  /** Sends an event to the session of the shard, if its intents ask for it; a session without a connection gets it when it comes back. */
  dispatch(event: string, data: unknown, guild: string | undefined): void {
    const intent = intentFor(event, guild !== undefined)
    const session = this.current.get(shardOf(guild, this.shardCount))
    if (session !== undefined && (intent === undefined || session.has(intent))) session.dispatch(event, data)
    this.changes.happened()
  }

  /** Whether the session may read all messages. */
  get readsAll(): boolean {
    return [...this.current.values()].some((session) => session.has(GatewayIntentBits.MessageContent))
  }

  /** Closes the connection with a code of Discord's: 4000 and 4009 may be resumed, 4004 and 4014 may not come again at all. */
  close(code: number): void {
    for (const client of this.server.clients) this.end(client, code)
  }

  /** Breaks the connection off without a word. */
  drop(): void {
    for (const client of this.server.clients) client.terminate()
  }

  /** Asks the client to connect again and resume. */
  askToReconnect(): void {
    this.toAll({ op: GatewayOpcodes.Reconnect, d: null })
  }

  /** Tells the client that its session is no longer good; one that is not resumable is forgotten. */
  invalidate(resumable: boolean): void {
    if (!resumable) this.sessions.clear()
    this.toAll({ op: GatewayOpcodes.InvalidSession, d: resumable })
  }

  /** Forgets all sessions without saying so: whoever resumes learns it then. */
  forget(): void {
    this.sessions.clear()
  }

  /** From now on the events of its shard go to this session. */
  begin(session: Session): void {
    this.sessions.set(session.id, session)
    // The last that came says how many there are.
    this.current.delete(session.shard.id)
    for (const [id, { shard }] of this.current) if (shard.count !== session.shard.count) this.current.delete(id)
    this.current.set(session.shard.id, session)
  }

  /** The end of a session: nothing more is sent to it or kept for it. */
  farewell(session: Session): void {
    this.sessions.delete(session.id)
    if (this.current.get(session.shard.id) === session) this.current.delete(session.shard.id)
  }

  end(client: WebSocket, code: number): void {
    this.closed.push(code)
    client.close(code)
    this.changes.happened()
  }

  stop(): void {
    this.drop()
    this.server.close()
  }

  private welcome(client: WebSocket): void {
    connect(client, this, this.doorway, this.changes)
    if (this.mode === 'open') sendTo(client, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.doorway.heartbeatMs } })
  }

  private toAll(packet: { op: number; d: unknown }): void {
    for (const client of this.server.clients) sendTo(client, packet)
  }
}
