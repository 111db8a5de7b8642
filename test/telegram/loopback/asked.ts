// What a person waits for an answer to: a pressed button, an inline query, a guest message.
import type { Changes } from '../../discord/loopback/changes.js'
import type { JsonObject } from './json.js'
import { TOO_OLD, unlucky } from './refusal.js'

export class Asked {
  readonly id: string
  /** The number of the update that told the bot; undefined where it was not told. */
  updateId: number | undefined
  /** What the bot answered with. */
  given: JsonObject | undefined
  private until: number
  private readonly what: string
  private readonly changes: Changes

  /** `ms`: how long an answer is taken. */
  constructor(id: string, what: string, changes: Changes, ms: number) {
    this.id = id
    this.what = what
    this.changes = changes
    this.until = Date.now() + ms
  }

  /** From now on it is too late for an answer. */
  expire(): void {
    this.until = 0
  }

  /** Takes the one answer that may be given, in time. */
  take(answer: JsonObject): void {
    if (this.given !== undefined || Date.now() >= this.until) throw unlucky(TOO_OLD)
    this.given = answer
  }

  /** Throws as `take` would, without taking. */
  check(): void {
    if (this.given !== undefined || Date.now() >= this.until) throw unlucky(TOO_OLD)
  }

  protected answered(): Promise<JsonObject> {
    return this.changes.until(() => this.given, `an answer to ${this.what}`)
  }
}
