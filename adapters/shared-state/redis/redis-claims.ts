// Works that are done once, whichever replica does them. One that dies at its work leaves it to the others: each replica says all the time
// that it is alive, and what one claims that does not is free.
import { LocalClaims } from '../local/local-claims.js'
import type { Claims } from '../shared-state.js'
import type { RedisConnection } from './redis-connection.js'

/** What was done is known for so long; who sends again does it sooner. */
const DONE_SECONDS = 3600
/** Nothing is worked on longer. */
const BUSY_SECONDS = 600
const DONE = 'done'

/** KEYS: the work; ARGV: who claims, the prefix of signs of life, seconds. */
const CLAIM = `
local owner = redis.call('get', KEYS[1])
if owner == '${DONE}' then return 'done' end
if owner and owner ~= ARGV[1] and redis.call('exists', ARGV[2] .. owner) == 1 then return 'busy' end
redis.call('set', KEYS[1], ARGV[1], 'EX', ARGV[3])
return 'mine'`

/** KEYS: the work; ARGV: who had claimed it. */
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`

export class RedisClaims implements Claims {
  readonly #redis: RedisConnection
  readonly #name: string
  /** Of this replica's own: holds when Redis is not there. */
  readonly #local = new LocalClaims()

  constructor(redis: RedisConnection, name: string) {
    this.#redis = redis
    this.#name = `claim:${name}:`
    // It may have forgotten everything, and others do not know what was done meanwhile.
    redis.onReturn(() => void this.#tellAgain())
  }

  async claim(id: string): Promise<'mine' | 'done' | 'busy'> {
    const here = await this.#local.claim(id)
    if (here !== 'mine') return here
    const { replica, signs } = this.#redis
    const there = await this.#redis.ask(
      (client) => client.eval(CLAIM, 1, this.#name + id, replica, signs, BUSY_SECONDS) as Promise<'mine' | 'done' | 'busy'>,
      'mine',
    )
    if (there === 'done') await this.#local.done(id)
    if (there === 'busy') await this.#local.release(id)
    return there
  }

  async done(id: string): Promise<void> {
    await this.#local.done(id)
    await this.#tell(id)
  }

  async release(id: string): Promise<void> {
    await this.#local.release(id)
    await this.#redis.ask((client) => client.eval(RELEASE, 1, this.#name + id, this.#redis.replica), null)
  }

  async #tellAgain(): Promise<void> {
    await Promise.all(this.#local.doneHere.map((id) => this.#tell(id)))
  }

  #tell(id: string): Promise<unknown> {
    return this.#redis.ask((client) => client.set(this.#name + id, DONE, 'EX', DONE_SECONDS), null)
  }
}
