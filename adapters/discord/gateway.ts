// The connection to Discord's gateway: by one client in this process, or by shards in processes of their own.
import type { PlatformState } from '../health.js'
import type { StartError } from '../platform.js'

export interface Gateway {
  /** Resolves with the reason when it is lost for good. */
  readonly lost: Promise<StartError>
  /** How each shard is, by its id; absent where there are none. */
  readonly states?: Readonly<Record<string, PlatformState>>
  isReady(): boolean
  /** The knowledge has changed. */
  refresh(): void
  /** Shards finish first what is in flight in them. */
  end(): Promise<void>
}
