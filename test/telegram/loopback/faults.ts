// Things that go wrong when the test says so.
import type { JsonObject } from './json.js'

export type Fault =
  /** Refused, in JSON as Telegram does it or with the HTML page of something in between. */
  | {
      readonly kind: 'status'
      readonly code: number
      readonly description: string
      readonly parameters: JsonObject | undefined
      readonly html: boolean
    }
  /** No answer at all until the other side gives up. */
  | { readonly kind: 'hang' }
  /** The connection is closed without an answer. */
  | { readonly kind: 'drop' }
  /** 200, with something that is no JSON. */
  | { readonly kind: 'garbage' }
  /** Carried out and answered as usual, but late. */
  | { readonly kind: 'slow'; readonly ms: number }

export interface Planned {
  readonly method: string
  readonly fault: Fault
  readonly done: boolean
  left: number
}

/** How often a fault comes, and whether the call was carried out all the same before its answer was lost: not unless told. */
export interface FaultOptions {
  readonly times?: number
  readonly done?: boolean
}

export interface StatusOptions extends FaultOptions {
  readonly description?: string
  readonly parameters?: JsonObject
  readonly html?: boolean
}

/** `*` means every method. */
export class Faults {
  private planned: Planned[] = []

  /** The next calls are told to come again after so many seconds. */
  rateLimit(method: string, retryAfter: number, { times = 1 }: { times?: number } = {}): void {
    this.status(method, 429, {
      times,
      description: `Too Many Requests: retry after ${retryAfter}`,
      parameters: { retry_after: retryAfter },
    })
  }

  /** The next calls are refused with this code. */
  status(method: string, code: number, { times, done, description, parameters, html = false }: StatusOptions = {}): void {
    this.plan(method, { kind: 'status', code, description: description ?? `${code}: refused on demand`, parameters, html }, { times, done })
  }

  /** The next calls get no answer. */
  hang(method: string, options: FaultOptions = {}): void {
    this.plan(method, { kind: 'hang' }, options)
  }

  /** The connection of the next calls is closed without an answer. */
  drop(method: string, options: FaultOptions = {}): void {
    this.plan(method, { kind: 'drop' }, options)
  }

  /** The next calls get an answer that nobody can read. */
  garbage(method: string, options: FaultOptions = {}): void {
    this.plan(method, { kind: 'garbage' }, options)
  }

  /** The next calls are answered as usual after so many milliseconds. */
  slow(method: string, ms: number, { times }: { times?: number } = {}): void {
    this.plan(method, { kind: 'slow', ms }, { times, done: true })
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.planned = []
  }

  /** The fault that this call meets, used up. */
  take(method: string): Planned | undefined {
    const planned = this.planned.find((plan) => plan.left > 0 && (plan.method === '*' || plan.method === method))
    if (planned !== undefined) planned.left -= 1
    return planned
  }

  private plan(method: string, fault: Fault, { times = 1, done = false }: Loose<FaultOptions>): void {
    this.planned.push({ method, fault, done, left: times })
  }
}

/** With exactOptionalPropertyTypes: what was left out may also be handed on as undefined. */
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined }
