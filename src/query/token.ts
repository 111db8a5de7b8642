// A stretch of a clause that is read as one term, or that nothing explains.
import type { Sense } from './terms.js'

export interface Token {
  /** Units covered, `to` excluded. */
  readonly from: number
  readonly to: number
  /** Empty where nothing explains it. */
  readonly senses: readonly Sense[]
  readonly how: 'exact' | 'sound' | 'repaired' | 'unknown'
  /** As written (normalised). */
  readonly text: string
  /** The known term that it was read as, where that differs. */
  readonly as?: string
}

export function isUnknown(token: Token): boolean {
  return token.how === 'unknown'
}

/** Whether a token can be read as a cue. */
export function hasCue({ senses }: Token, cue: string): boolean {
  return senses.some(({ kind, id }) => kind === 'cue' && id === cue)
}
