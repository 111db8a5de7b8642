// Shards: which connection of a bot is sent what, and how soon after one another they may identify.
import { list } from './json.js'

export interface Shard {
  readonly id: number
  readonly count: number
}

/** What IDENTIFY says; undefined where it makes no sense. */
export function shardIn(said: unknown): Shard | undefined {
  const [id, count, ...more] = list(said ?? [0, 1])
  const isShard = Number.isInteger(id) && Number.isInteger(count) && more.length === 0 && Number(id) >= 0 && Number(id) < Number(count)
  return isShard ? { id: Number(id), count: Number(count) } : undefined
}

/** The shard that the events of a guild go to; those of direct messages go to the first. */
export function shardOf(guild: string | undefined, count: number): number {
  return guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count))
}

/** Of the shards whose ids have the same remainder by `concurrency` one may identify every so many milliseconds. */
export class IdentifyRate {
  readonly concurrency: number
  private readonly ms: number
  private readonly last = new Map<number, number>()

  constructor(concurrency: number, ms: number) {
    this.concurrency = concurrency
    this.ms = ms
  }

  /** Whether it may now; counts. */
  allows({ id }: Shard): boolean {
    const now = performance.now()
    const bucket = id % this.concurrency
    const allowed = now - (this.last.get(bucket) ?? Number.NEGATIVE_INFINITY) >= this.ms
    if (allowed) this.last.set(bucket, now)
    return allowed
  }
}
