// The log of requests, and of those that a correct bot would not have made.
import type { JsonObject } from './json.js'

export interface LoggedRequest {
  /** The method as Telegram spells it, or as it was asked for where there is none. */
  readonly method: string
  /** Strings that stand for numbers, truth values or JSON are read as such. */
  readonly payload: JsonObject
  readonly at: number
  /** What it was answered with; undefined while, or for ever if, it was not. */
  status: number | undefined
  /** Why it was refused. */
  description: string | undefined
}

export interface Violation {
  readonly method: string
  readonly payload: JsonObject
  readonly description: string
}

/** A request while it is being carried out. */
export interface Call {
  readonly method: string
  /** Remembers what is wrong with a request that Telegram would carry out all the same. */
  readonly note: (description: string) => void
  /** Calls back when the client hangs up before it was answered. */
  readonly onGone: (gone: () => void) => void
}
