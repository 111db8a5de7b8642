// The program as a shard knows it: told what happens here, and asked when to identify.
import type { Outside } from '../../outside.js'
import type { FromShard, ToShard } from './messages.js'

export class Parent implements Outside {
  readonly asked: Promise<void>
  readonly #listeners = new Set<(message: ToShard) => void>()
  #told: Promise<void> = Promise.resolve()

  constructor() {
    process.on('message', (message: ToShard) => {
      for (const listener of [...this.#listeners]) listener(message)
    })
    // Of a program that is gone nothing more is heard, and nothing can be told to it.
    process.on('error', () => {})
    // A terminal that closes means the program; what it does about it, it says.
    process.on('SIGHUP', () => {})
    this.asked = new Promise((resolve) => {
      this.#on('end', resolve)
      process.once('disconnect', resolve)
      // Whoever ends all processes of a service at once means the shards as well.
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    })
  }

  /** Resolves when all that was told has left this process. */
  get told(): Promise<void> {
    return this.#told
  }

  readonly log: Outside['log'] = (line, happening) => this.tell({ kind: 'log', line, happening })

  readonly observerOf: Outside['observerOf'] = () => ({
    answered: (answered) => this.tell({ kind: 'answered', answered }),
    reconnected: () => this.tell({ kind: 'reconnected' }),
    rateLimited: () => this.tell({ kind: 'rateLimited' }),
    refused: (why) => this.tell({ kind: 'refused', why }),
  })

  /** The program watches the files, and says when they are to be read. */
  readonly keepCurrent: Outside['keepCurrent'] = (knowledge) => {
    const forget = this.#on('reload', () => void knowledge.reload())
    // Of what was changed while this shard started it was told too early.
    void knowledge.reload()
    return async () => forget()
  }

  /** Resolves when this shard may identify; rejects when it is not to any more. */
  mayIdentify(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const forget = this.#on('identify', () => {
        forget()
        resolve()
      })
      signal.addEventListener('abort', () => {
        forget()
        reject(signal.reason)
      })
      this.tell({ kind: 'identify' })
    })
  }

  tell(message: FromShard): void {
    this.#told = new Promise((resolve) => {
      if (process.connected) process.send?.(message, undefined, {}, () => resolve())
      else resolve()
    })
  }

  #on(kind: ToShard['kind'], listener: () => void): () => void {
    const hear = (message: ToShard): void => {
      if (message.kind === kind) listener()
    }
    this.#listeners.add(hear)
    return () => this.#listeners.delete(hear)
  }
}
