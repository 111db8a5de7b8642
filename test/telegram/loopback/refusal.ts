// How Telegram says no.
import type { JsonObject } from './json.js'

/** Refused with a code, a description and now and then parameters. */
export class Refusal extends Error {
  readonly code: number
  readonly description: string
  readonly parameters: JsonObject | undefined
  /** Whether a correct bot would not have asked; not so where the world changed behind its back. */
  readonly own: boolean

  constructor(code: number, description: string, { own = true, parameters }: { own?: boolean; parameters?: JsonObject } = {}) {
    super(description)
    this.code = code
    this.description = description
    this.parameters = parameters
    this.own = own
  }
}

/** A mistake of the bot's own. */
export function bad(what: string): Refusal {
  return new Refusal(400, `Bad Request: ${what}`)
}

/** Something that no bot could have known. */
export function unlucky(what: string, parameters?: JsonObject): Refusal {
  return new Refusal(400, `Bad Request: ${what}`, { own: false, ...(parameters !== undefined && { parameters }) })
}

export function forbidden(what: string): Refusal {
  return new Refusal(403, `Forbidden: ${what}`, { own: false })
}

export function conflict(what: string): Refusal {
  return new Refusal(409, `Conflict: ${what}`, { own: false })
}

export function tooMany(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { own: false, parameters: { retry_after: seconds } })
}

export const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

export function errorBody(refusal: Refusal): JsonObject {
  const { code, description, parameters } = refusal
  return { ok: false, error_code: code, description, ...(parameters !== undefined && { parameters }) }
}
