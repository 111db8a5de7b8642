// Errors of Discord that the operator can do something about, in words.
import { nameOf } from '../name-of-error.js'

const HINTS: ReadonlyMap<unknown, string> = new Map([
  [50001, 'it may not see that channel; give it View Channels there'],
  [50013, 'it may not write in that channel; give it Send Messages there'],
  [40060, 'the interaction was answered already: the first answer was lost on its way back, or another process runs with the same token'],
  [160002, 'it may not reply there; give it Read Message History in that channel'],
])

/** The name and code of an error, with what to do about it where there is something. */
export function explained(error: unknown): string {
  const hint = error instanceof Error && 'code' in error ? HINTS.get(error.code) : undefined
  return hint ? `${nameOf(error)}: ${hint}` : nameOf(error)
}
