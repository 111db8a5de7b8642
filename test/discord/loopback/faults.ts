// Things that go wrong when the test says so.
import type { RouteName } from './route.js'

export type Fault =
  /** Told to wait: 429 with the headers that go with it. Nothing was done. */
  | { readonly kind: 'rate limit'; readonly retryAfter: number; readonly global: boolean }
  /** Any other refusal, with Discord's error code if it has one. */
  | { readonly kind: 'status'; readonly status: number; readonly code: number; readonly message: string; readonly done: boolean }
  /** No answer at all until the other side gives up. */
  | { readonly kind: 'hang'; readonly done: boolean }
  /** The connection is closed without an answer, or reset. */
  | { readonly kind: 'drop' | 'reset'; readonly done: boolean }

interface Planned {
  readonly route: RouteName | '*'
  readonly fault: Fault
  left: number
}

/** How often a fault comes, and whether the request was carried out all the same before its answer was lost: not unless told. */
export interface FaultOptions {
  readonly times?: number
  readonly done?: boolean
}

export class Faults {
  private planned: Planned[] = []

  /** The next requests of a route are told to come again after so many seconds. */
  rateLimit(route: RouteName | '*', retryAfter: number, { times = 1, global = false }: { times?: number; global?: boolean } = {}): void {
    this.plan(route, { kind: 'rate limit', retryAfter, global }, times)
  }

  /** The next requests of a route are refused with this status. */
  status(route: RouteName | '*', status: number, options: FaultOptions & { code?: number; message?: string } = {}): void {
    const { times = 1, done = false, code = 0, message = `${status}: refused on demand` } = options
    this.plan(route, { kind: 'status', status, code, message, done }, times)
  }

  /** The next requests of a route get no answer. */
  hang(route: RouteName | '*', { times = 1, done = false }: FaultOptions = {}): void {
    this.plan(route, { kind: 'hang', done }, times)
  }

  /** The connection of the next requests of a route is closed without an answer: discord.js does not try these again. */
  drop(route: RouteName | '*', { times = 1, done = false }: FaultOptions = {}): void {
    this.plan(route, { kind: 'drop', done }, times)
  }

  /** The connection of the next requests of a route is reset: discord.js tries these again. */
  reset(route: RouteName | '*', { times = 1, done = false }: FaultOptions = {}): void {
    this.plan(route, { kind: 'reset', done }, times)
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.planned = []
  }

  /** The fault that this request meets, used up. */
  take(route: string): Fault | undefined {
    const planned = this.planned.find((plan) => plan.left > 0 && (plan.route === '*' || plan.route === route))
    if (planned === undefined) return undefined
    planned.left -= 1
    return planned.fault
  }

  private plan(route: RouteName | '*', fault: Fault, times: number): void {
    this.planned.push({ route, fault, left: times })
  }
}
