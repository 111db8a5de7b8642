// What the adapters' handlers work with in a chat that nobody else takes part in: nothing is logged, limited or kept.
import type { Assistant } from '../../../src/assistant.js'
import type { Context } from '../../context.js'
import { Conversations } from '../../conversations.js'
import type { Pictures } from '../../figure/pictures.js'
import { alone } from '../../shared-state/local/alone.js'
import { LocalStore } from '../../shared-state/local/local-store.js'
import type { SharedState } from '../../shared-state/shared-state.js'

/** One person's chat has no more to remember. */
const MOST = 500

export function chatContext(assistant: Assistant, clock: () => Date, pictures: Pictures): Context {
  const state: SharedState = { ...alone(), store: (_, kept) => new LocalStore({ ...kept, most: MOST }) }
  return { assistant: () => assistant, conversations: new Conversations(state), state, clock, pictures, log: () => {} }
}
