// The state of a program that runs alone.
import type { SharedState } from '../shared-state.js'
import { LocalClaims } from './local-claims.js'
import { LocalLimiter } from './local-limiter.js'
import { LocalStore } from './local-store.js'

/** @param now in milliseconds, from any beginning: by it things are forgotten */
export function alone(now?: () => number): SharedState {
  return {
    store: (_, kept) => new LocalStore(kept, now),
    limiter: (_, rate) => new LocalLimiter(rate, now),
    claims: () => new LocalClaims(),
    // Nobody else would have it.
    lease: async () => ({ lost: new AbortController().signal, release: async () => {} }),
  }
}
