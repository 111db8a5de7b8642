// Texts that every replica knows, each with its time to live.
import type { Kept, Store } from '../shared-state.js'
import type { RedisConnection } from './redis-connection.js'

const KEYS_AT_ONCE = 1000

export class RedisStore implements Store {
  readonly #redis: RedisConnection
  readonly #name: string
  readonly #kept: Kept

  constructor(redis: RedisConnection, name: string, kept: Kept) {
    this.#redis = redis
    this.#name = `${name}:`
    this.#kept = kept
  }

  async get(key: string): Promise<string | undefined> {
    return (await this.#redis.ask((client) => client.get(this.#name + key), null)) ?? undefined
  }

  async set(value: string, ...keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.#redis.ask((client) => client.set(this.#name + key, value, 'PX', this.#kept.ms), null)))
  }

  async forget(beginning: string): Promise<void> {
    for await (const keys of this.#beginning(beginning)) await this.#redis.ask((client) => client.unlink(...keys), 0)
  }

  async rename(beginning: string, other: string): Promise<void> {
    const from = this.#name + beginning
    for await (const keys of this.#beginning(beginning))
      await Promise.all(
        // One that has gone meanwhile has no name to change.
        keys.map((key) =>
          this.#redis.ask((client) => client.rename(key, this.#name + other + key.slice(from.length)).catch(() => 'OK' as const), 'OK'),
        ),
      )
  }

  /** Keys as they are written here, a part at a time: Redis serves others meanwhile. */
  async *#beginning(beginning: string): AsyncGenerator<string[]> {
    const { prefix } = this.#redis
    const pattern = `${prefix}${this.#name}${beginning}`.replace(/[\\*?[\]]/g, '\\$&')
    let cursor = '0'
    do {
      const [next, found] = await this.#redis.ask((client) => client.scan(cursor, 'MATCH', `${pattern}*`, 'COUNT', KEYS_AT_ONCE), [
        '0',
        [],
      ] as [string, string[]])
      cursor = next
      if (found.length > 0) yield found.map((key) => key.slice(prefix.length))
    } while (cursor !== '0')
  }
}
