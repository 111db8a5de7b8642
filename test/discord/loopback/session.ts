// A gateway session: it outlives its connection, so that a client that lost one can take it up again and be told what it missed.
import { randomUUID } from 'node:crypto'
import { GatewayOpcodes } from 'discord.js'
import type { WebSocket } from 'ws'
import { copy, type JsonObject } from './json.js'
import type { Shard } from './shards.js'

interface Event {
  readonly s: number
  readonly t: string
  readonly d: unknown
}

export class Session {
  readonly id = randomUUID()
  readonly intents: number
  /** Which of how many. */
  readonly shard: Shard
  socket: WebSocket | undefined
  private events: Event[] = []
  /** Events that are forgotten: nobody can be told them again. */
  private forgotten = 0

  constructor(intents: number, shard: Shard, socket: WebSocket) {
    this.intents = intents
    this.shard = shard
    this.socket = socket
  }

  get sequence(): number {
    return this.forgotten + this.events.length
  }

  /** Keeps the last few, which a client that lost its connection may have missed. */
  forget(): void {
    const kept = this.events.slice(-10)
    this.forgotten += this.events.length - kept.length
    this.events = kept
  }

  has(intent: number): boolean {
    return (this.intents & intent) !== 0
  }

  /** Sends an event, or keeps it for when the client comes back. */
  dispatch(t: string, d: unknown): void {
    // What is sent is what was true then; a later edit must not change what is replayed.
    const event = { s: this.sequence + 1, t, d: copy(d) }
    this.events.push(event)
    this.send(event)
  }

  /** Everything after this sequence number once more, and then that this was all. */
  replay(sequence: number, socket: WebSocket): number {
    this.socket = socket
    const missed = this.events.filter(({ s }) => s > sequence)
    for (const event of missed) this.send(event)
    this.dispatch('RESUMED', {})
    return missed.length
  }

  private send(event: Event): void {
    if (this.socket !== undefined) sendTo(this.socket, { op: GatewayOpcodes.Dispatch, ...event })
  }
}

export function sendTo(socket: WebSocket, packet: JsonObject): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(packet))
}
