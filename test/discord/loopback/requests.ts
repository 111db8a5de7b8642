// The log of requests, and of those that a correct bot would not have made.
import type { Problem } from './errors.js'
import type { Files } from './messages.js'

export interface LoggedRequest {
  readonly method: string
  readonly path: string
  /** The route as Discord's OpenAPI description writes it; undefined where there is none. */
  readonly route: string | undefined
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly files: readonly Files[]
  readonly at: number
  /** What it was answered with; undefined while, or for ever if, it was not. */
  status: number | undefined
  /** Discord's error code, where it was refused. */
  code: number | undefined
}

export interface Violation {
  /** `body`: refused by schema or limits. `mentions`: allowed_mentions left out. `route`: no such route here. `mistake`: this server's own. */
  readonly kind: 'body' | 'mentions' | 'route' | 'mistake'
  readonly request: string
  readonly problems: readonly Problem[]
  readonly body: unknown
}
