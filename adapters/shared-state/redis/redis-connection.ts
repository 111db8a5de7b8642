// The connection to Redis, by ioredis: quick to give up a command, patient to come back. A sign of life that is written all the time tells
// the other replicas that this one lives, and this one whether Redis does.
import { randomUUID } from 'node:crypto'
import { Redis, ReplyError } from 'ioredis'
import type { Log } from '../../log.js'
import { nameOf } from '../../name-of-error.js'

/** Redis answers within a millisecond; who asks is not kept waiting for one that does not. */
const COMMAND_MS = 500
const CONNECT_MS = 3000
const AGAIN_MS = 500
const SIGN_MS = 1000
/** A replica that gives no sign for so long is dead. */
const ALIVE_MS = 5000

/** Of every key: other programs may use the same Redis. */
const PREFIX = 'asknotice:'

export class RedisConnection {
  /** Of this start of the program, and of no other. */
  readonly replica = randomUUID()
  readonly client: Redis
  /** Resolves when it is known whether Redis is there: to undefined, or to Redis' own word where it refuses us. */
  readonly tried: Promise<string | undefined>
  readonly #log: Log
  readonly #sign: NodeJS.Timeout
  #known: (refusal?: string) => void = () => {}
  #isThere = false
  #wasThere = false
  #told = false
  readonly #onReturn = new Set<() => void>()

  constructor(url: string, log: Log) {
    this.#log = log
    this.tried = new Promise((resolve) => {
      this.#known = resolve
    })
    this.client = new Redis(url, {
      keyPrefix: PREFIX,
      commandTimeout: COMMAND_MS,
      connectTimeout: CONNECT_MS,
      maxRetriesPerRequest: 0,
      // What cannot be asked now is answered without it.
      enableOfflineQueue: false,
      enableAutoPipelining: true,
      retryStrategy: () => AGAIN_MS,
    })
    this.client.on('ready', () => void this.#giveSign())
    this.client.on('close', () => this.#lose('closed'))
    // Without a listener it would be printed, with the address.
    this.client.on('error', (error) => this.#lose(said(error)))
    this.#sign = setInterval(() => void this.#giveSign(), SIGN_MS).unref()
  }

  get isThere(): boolean {
    return this.#isThere
  }

  /** Of the keys by which replicas say that they live, as Redis knows them. */
  get signs(): string {
    return `${PREFIX}alive:`
  }

  get prefix(): string {
    return PREFIX
  }

  /** @param tell called each time that Redis is there again after it was not @returns ends that */
  onReturn(tell: () => void): () => void {
    this.#onReturn.add(tell)
    return () => this.#onReturn.delete(tell)
  }

  /** What the command answers, or `otherwise` where Redis is not there. */
  async ask<T>(command: (client: Redis) => Promise<T>, otherwise: T): Promise<T> {
    if (!this.#isThere) return otherwise
    try {
      return await command(this.client)
    } catch (error) {
      this.#lose(said(error))
      return otherwise
    }
  }

  end(): void {
    clearInterval(this.#sign)
    this.#told = true
    this.#isThere = false
    this.client.disconnect()
  }

  #lose(why: string): void {
    this.#isThere = false
    this.#known(REFUSALS.has(why) ? why : undefined)
    // One line for one trouble, however long it lasts.
    if (!this.#told)
      this.#log(`Redis: not there (${why}); answers go on without memory of conversations`, { event: 'redis.lost', level: 'warn' })
    this.#told = true
  }

  /** Written, not only asked: a Redis that is full or may not be written to is none. */
  async #giveSign(): Promise<void> {
    if (this.client.status !== 'ready') return
    try {
      await this.client.set(`alive:${this.replica}`, 1, 'PX', ALIVE_MS)
    } catch (error) {
      return this.#lose(said(error))
    }
    if (this.#isThere) return
    this.#isThere = true
    this.#known()
    this.#told = false
    this.#log(`Redis: connected${this.#wasThere ? ' again' : ''}`, { event: 'redis.connected' })
    if (this.#wasThere) for (const tell of [...this.#onReturn]) tell()
    this.#wasThere = true
  }
}

/** What the operator has to mend. */
const REFUSALS: ReadonlySet<string> = new Set(['NOAUTH', 'WRONGPASS', 'NOPERM'])

/** What Redis itself says begins with a word for it (NOAUTH, OOM, READONLY); the rest may hold what was sent. */
function said(error: unknown): string {
  const word = error instanceof ReplyError ? /^[A-Z]+\b/.exec((error as Error).message)?.[0] : undefined
  return word ?? nameOf(error)
}
