// Units → clauses, each with whether it asks.
import { NUMBERING, type Unit } from './units.js'

export interface RawClause {
  readonly units: readonly Unit[]
  /** Ends with a question mark, or with the clause that does. */
  readonly asked: boolean
}

/** Splits units at stops. Of a list that numbers its questions every item asks. */
export function toClauses(units: readonly Unit[]): RawClause[] {
  const clauses: RawClause[] = []
  let current: Unit[] = []
  let numbered = false
  const close = (mark: string): void => {
    if (current.length > 0) clauses.push({ units: current, asked: mark === '?' })
    current = []
  }
  for (const unit of units) {
    if (unit.kind === 'stop' && unit.text === NUMBERING) numbered = true
    if (unit.kind === 'stop') close(unit.text)
    else current.push(unit)
  }
  close('')
  return numbered ? clauses.map((clause) => ({ ...clause, asked: true })) : clauses
}
