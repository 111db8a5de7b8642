// The state of a program that runs alone.
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { SharedState } from '../shared-state.js'
import { LocalClaims } from './local-claims.js'
import { LocalStore } from './local-store.js'

export function alone(): SharedState {
  return {
    store: (_, kept) => new LocalStore(kept),
    limiter: (_, { questions, seconds }) => new RateLimiterMemory({ points: questions, duration: seconds }),
    claims: () => new LocalClaims(),
    // Nobody else would have it.
    lease: async () => ({ lost: new AbortController().signal, release: async () => {} }),
  }
}
