// One shard, kept alive: a child process of discord.js' manager that is started again, later each time, whenever it dies.
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Shard as ManagedShard } from 'discord.js'
import type { Context } from '../../context.js'
import type { PlatformState } from '../../health.js'
import type { FromShard, ToShard } from './messages.js'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000
/** One that lived so long begins with the first wait again. */
const STEADY_MS = 60_000

export interface Duties {
  /** Resolves when this shard may identify. */
  readonly mayIdentify: (id: number, signal: AbortSignal) => Promise<void>
  readonly onServing: () => void
  readonly onFailure: (failure: Extract<FromShard, { kind: 'failed' }>, id: number) => void
}

export class Shard {
  readonly id: number
  readonly #shard: ManagedShard
  readonly #context: Context
  readonly #duties: Duties
  /** Whether the process of the moment has begun to serve. */
  #serves = false
  #life = new AbortController()
  /** Resolves when it has identified for the first time, or has died before that. */
  readonly tried: Promise<void>
  #onTried = (): void => {}

  constructor(shard: ManagedShard, context: Context, duties: Duties) {
    this.id = shard.id
    this.#shard = shard
    this.#context = context
    this.#duties = duties
    this.tried = new Promise((resolve) => {
      this.#onTried = resolve
    })
    shard.on('message', (message: FromShard) => this.#hear(message))
  }

  get state(): PlatformState {
    if (!this.#serves) return 'starting'
    return this.#shard.ready ? 'ready' : 'disconnected'
  }

  /** Keeps a process running until the signal; resolves when the last has ended. */
  async keep(signal: AbortSignal): Promise<void> {
    for (let deaths = 1; !signal.aborted; deaths++) {
      const began = performance.now()
      const how = await this.#live()
      if (signal.aborted) return
      if (performance.now() - began > STEADY_MS) deaths = 1
      const ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (deaths - 1))
      const again = `it is started again in ${ms / 1000} s`
      this.#context.log(`Discord: shard ${this.id} ended (${how}): ${again}`, {
        event: 'discord.shard-ended',
        level: 'warn',
        shard: this.id,
      })
      await sleep(ms, undefined, { signal }).catch(() => {})
    }
  }

  tell(message: ToShard): void {
    // One that has just died is told nothing more.
    if (this.#shard.process?.connected) this.#shard.send(message).catch(() => {})
  }

  /** At once. */
  kill(): void {
    this.#shard.process?.kill('SIGKILL')
  }

  /** One life of the process; resolves with how it ended. */
  async #live(): Promise<string> {
    this.#life = new AbortController()
    this.#serves = false
    const child = (await this.#shard.spawn(-1)) as ChildProcess
    const how = await new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
      child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name))
    })
    this.#life.abort()
    this.#onTried()
    // A process that could not be made never exits.
    if (this.#shard.process) this.#shard.kill()
    return how
  }

  #hear(message: FromShard): void {
    const { log, observer } = this.#context
    if (message.kind === 'log') log(message.line, { ...message.happening, shard: this.id })
    if (message.kind === 'answered') observer?.answered(message.answered)
    if (message.kind === 'reconnected') observer?.reconnected()
    if (message.kind === 'rateLimited') observer?.rateLimited()
    if (message.kind === 'serving') {
      this.#serves = true
      this.#duties.onServing()
    }
    if (message.kind === 'refused') observer?.refused(message.why)
    if (message.kind === 'failed') this.#duties.onFailure(message, this.id)
    if (message.kind === 'identify') void this.#letIdentify(this.#life.signal)
  }

  async #letIdentify(signal: AbortSignal): Promise<void> {
    try {
      await this.#duties.mayIdentify(this.id, signal)
    } catch {
      // It died while it waited.
      return
    }
    this.tell({ kind: 'identify' })
    this.#onTried()
  }
}
