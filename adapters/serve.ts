// Every platform whose token is set, in one process, until it is asked to end; one that fails does not stop the others.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from './context.js'
import type { PlatformState } from './health.js'
import { nameOf, placeOf } from './name-of-error.js'
import { type Running, StartError } from './platform.js'
import type { Platform } from './platforms.js'

/** A platform that cannot be reached while others serve is tried again after so long. */
const AGAIN_MS = 60_000

export class Serving {
  readonly #platforms: ReadonlyMap<Platform, Context>
  readonly #running = new Map<Platform, Running>()
  /** Platforms that neither serve nor are about to. */
  readonly #failed = new Set<Platform>()
  readonly #end = new AbortController()

  /** @param platforms each with what its handlers work with */
  constructor(platforms: ReadonlyMap<Platform, Context>) {
    this.#platforms = platforms
  }

  /** How each platform is, by its name. */
  get states(): Record<string, PlatformState> {
    return Object.fromEntries([...this.#platforms.keys()].map((platform) => [platform.name, this.#stateOf(platform)]))
  }

  /** How each shard is, by platform and id; undefined where no platform has shards. */
  get shards(): Record<string, Readonly<Record<string, PlatformState>>> | undefined {
    const all = [...this.#running].flatMap(([{ name }, running]) => {
      const shards = running.shards?.()
      return shards ? [[name, shards] as const] : []
    })
    return all.length > 0 ? Object.fromEntries(all) : undefined
  }

  /** How much each platform works on, by its name. */
  get inFlight(): Map<string, number> {
    return new Map([...this.#platforms.keys()].map((platform) => [platform.name, this.#running.get(platform)?.inFlight() ?? 0]))
  }

  /** The knowledge has changed. */
  refresh(): void {
    for (const running of this.#running.values()) running.refresh()
  }

  /** Starts them; resolves when `asked` does, and all have ended. Throws StartError when none can serve (any more). */
  async run(asked: Promise<void>): Promise<void> {
    try {
      // Being asked to end is heard while they start as well.
      await Promise.race([asked, Promise.all([...this.#platforms].map(([platform, context]) => this.#keep(platform, context)))])
    } finally {
      this.#end.abort()
      await Promise.all([...this.#running.values()].map((running) => running.stop()))
    }
  }

  #stateOf(platform: Platform): PlatformState {
    if (this.#failed.has(platform)) return 'failed'
    const running = this.#running.get(platform)
    if (!running) return 'starting'
    if (running.isReady()) return 'ready'
    const shards = Object.values(running.shards?.() ?? {})
    return shards.includes('starting') && !shards.includes('disconnected') ? 'starting' : 'disconnected'
  }

  /** Runs a platform, and again when it is worth it. Throws StartError when none is left that serves or may come to serve. */
  async #keep(platform: Platform, context: Context): Promise<void> {
    const { signal } = this.#end
    const { log } = context
    for (let error = await this.#once(platform, context); !signal.aborted; error = await this.#once(platform, context)) {
      this.#failed.add(platform)
      if (this.#failed.size === this.#platforms.size) throw error
      const happening = { event: 'platform.failed', level: 'error', platform: platform.name, reason: error.reason } as const
      // What the operator has to change does not change by itself.
      if (error.reason === 'config') return log(error.message, happening)
      log(`${error.message} It is tried again every minute, while the others serve.`, happening)
      await sleep(AGAIN_MS, undefined, { signal }).catch(() => {})
      this.#failed.delete(platform)
    }
  }

  /** One start of a platform, until it can serve no longer. */
  async #once(platform: Platform, context: Context): Promise<StartError> {
    const { signal } = this.#end
    try {
      const running = await platform.start(context, signal)
      this.#running.set(platform, running)
      // Asked to end while it started: nobody else would stop it.
      const lost = signal.aborted ? new StartError('unavailable', 'asked to end') : await running.lost
      this.#running.delete(platform)
      await running.stop()
      return lost
    } catch (error) {
      // A fault of the program in one platform does not end the others, either; its message may hold what nobody is to read.
      return error instanceof StartError
        ? error
        : new StartError('unavailable', `${platform.name} failed: ${nameOf(error)}${placeOf(error)}.`)
    }
  }
}
