// All shards, by discord.js' ShardingManager: started in the order and at the pace that Discord allows, told of changes, ended together.
import { fileURLToPath } from 'node:url'
import { SimpleIdentifyThrottler } from '@discordjs/ws'
import { ShardingManager } from 'discord.js'
import type { Context } from '../../context.js'
import type { PlatformState } from '../../health.js'
import { within } from '../../in-flight.js'
import { StartError } from '../../platform.js'
import type { Gateway } from '../gateway.js'
import type { DiscordSettings } from '../settings.js'
import { unmark } from './messages.js'
import { type Plan, planShards } from './plan.js'
import { type Duties, Shard } from './shard.js'

/** A shard runs the program's own entry, and finds out there that it is one. */
const ENTRY = fileURLToPath(new URL('../../main.js', import.meta.url))
/** A little longer than a shard takes to finish what is in flight, and less than a program that is asked to end has. */
const END_MS = 4700

/** Resolves when the first shard serves. Throws StartError. */
export async function openShards(wanted: number | 'auto', settings: DiscordSettings, context: Context): Promise<Gateway> {
  const plan = await planShards(wanted, settings, context)
  context.log(`Discord: ${plan.count} shards are started`, { event: 'discord.sharding', count: plan.count, concurrency: plan.concurrency })
  const shards = new Shards(plan, settings.token, context)
  const failed = await Promise.race([shards.opened, shards.lost])
  if (!failed) return shards
  await shards.end()
  throw failed
}

class Shards implements Gateway {
  readonly lost: Promise<StartError>
  /** Resolves when the first shard serves. */
  readonly opened: Promise<undefined>
  readonly #shards: readonly Shard[]
  readonly #ended = new AbortController()
  readonly #kept: Promise<unknown>

  constructor({ count, concurrency }: Plan, token: string, context: Context) {
    // The manager would start a shard that died again at once, and for ever.
    const manager = new ShardingManager(ENTRY, { totalShards: count, token, respawn: false, execArgv: process.execArgv })
    unmark(process.env)
    const throttle = new SimpleIdentifyThrottler(concurrency)
    let [open, lose, isOpen] = [(_: undefined): void => {}, (_: StartError): void => {}, false]
    this.opened = new Promise((resolve) => {
      open = resolve
    })
    this.lost = new Promise((resolve) => {
      lose = resolve
    })
    const duties: Duties = {
      mayIdentify: (id, signal) => throttle.waitForIdentify(id, signal),
      onServing: () => {
        isOpen = true
        open(undefined)
      },
      onFailure: ({ reason, message }, shard) => {
        // What keeps all of them from the first connection keeps the program from starting; later the others go on.
        if (reason === 'config' || !isOpen) return lose(new StartError(reason, message))
        context.log(message, { event: 'discord.shard-failed', level: 'error', shard })
      },
    }
    this.#shards = Array.from({ length: count }, (_, id) => new Shard(manager.createShard(id), context, duties))
    const lanes = Array.from({ length: concurrency }, (_, lane) => this.#shards.filter(({ id }) => id % concurrency === lane))
    this.#kept = Promise.all(lanes.map((lane) => this.#keepInTurn(lane)))
  }

  /** Those that may not identify at once are not started at once: one that waits for its turn for too long would give up. */
  async #keepInTurn(lane: readonly Shard[]): Promise<void> {
    const { signal } = this.#ended
    const kept: Promise<void>[] = []
    for (const shard of lane) {
      if (signal.aborted) break
      kept.push(shard.keep(signal))
      await shard.tried
    }
    await Promise.all(kept)
  }

  get states(): Readonly<Record<string, PlatformState>> {
    return Object.fromEntries(this.#shards.map(({ id, state }) => [id, state]))
  }

  isReady(): boolean {
    return this.#shards.every(({ state }) => state === 'ready')
  }

  refresh(): void {
    for (const shard of this.#shards) shard.tell({ kind: 'reload' })
  }

  async end(): Promise<void> {
    this.#ended.abort()
    for (const shard of this.#shards) shard.tell({ kind: 'end' })
    await within(this.#kept, END_MS)
    for (const shard of this.#shards) shard.kill()
  }
}
