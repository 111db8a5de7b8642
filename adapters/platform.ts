// What `npm start` runs: a platform that serves until it is stopped, or says why it cannot.
import type { PlatformState } from './health.js'

export interface Running {
  /** Resolves with the reason when it can serve no longer; pending as long as it can. */
  readonly lost: Promise<StartError>
  /** Whether it is connected at the moment, with all of its shards. */
  isReady(): boolean
  /** How each shard is, by its id; undefined where there are none. */
  shards?(): Readonly<Record<string, PlatformState>> | undefined
  /** How much is being worked on at the moment. */
  inFlight(): number
  /** The knowledge has changed: what the platform shows of it is set anew. */
  refresh(): void
  /** Takes nothing new, finishes what is in flight, and lets go. */
  stop(): Promise<void>
}

/** A platform that does not start, in one line that says what to do. */
export class StartError extends Error {
  /** `config`: the operator has to change something; `unavailable`: the other side cannot be reached. */
  readonly reason: 'config' | 'unavailable'

  constructor(reason: 'config' | 'unavailable', message: string) {
    super(message)
    this.name = 'StartError'
    this.reason = reason
  }
}
