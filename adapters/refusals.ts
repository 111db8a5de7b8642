// What the HTTP server refused, for the operator: the first of a kind at once, then how many more, once a minute. Never what was sent.
import type { Log } from './log.js'

const EVERY_MS = 60_000

export class Refusals {
  /** How many more there were of each kind since it was told last. */
  readonly #more = new Map<string, number>()
  readonly #log: Log

  constructor(log: Log) {
    this.#log = log
  }

  /** @param door one that is open, or what else was tried; `reason` a status or a code: there are few kinds */
  note(door: string, reason: string): void {
    const kind = `${door} ${reason}`
    const more = this.#more.get(kind)
    if (more !== undefined) return void this.#more.set(kind, more + 1)
    this.#tell(kind, 1)
    this.#more.set(kind, 0)
    setTimeout(() => this.#rest(kind), EVERY_MS).unref()
  }

  /** Tells of all that was not told yet. */
  end(): void {
    for (const kind of [...this.#more.keys()]) this.#rest(kind)
  }

  #rest(kind: string): void {
    const more = this.#more.get(kind) ?? 0
    this.#more.delete(kind)
    if (more > 0) this.#tell(kind, more)
  }

  #tell(kind: string, count: number): void {
    const [door = '', reason = ''] = kind.split(' ')
    this.#log(`HTTP: refused at ${door} (${reason})${count > 1 ? `, ${count} times` : ''}`, {
      event: 'http.refused',
      level: 'warn',
      door,
      reason,
      count,
    })
  }
}
