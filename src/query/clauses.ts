// A message → its clauses, and of a very long one the clauses that ask.
import { LONGEST_READING } from '../tuning.js'
import { NUMBERING, type Unit } from './units.js'

export interface RawClause {
  readonly units: readonly Unit[]
  /** Ends with a question mark, or with the clause that does. */
  readonly asked: boolean
}

/** Splits units at stops. Of more than LONGEST_READING units keeps the clauses that ask, then the last, then the first, in order. */
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
  return shorten(numbered ? clauses.map((clause) => ({ ...clause, asked: true })) : clauses)
}

function shorten(clauses: readonly RawClause[]): RawClause[] {
  let room = LONGEST_READING
  if (clauses.reduce((sum, clause) => sum + clause.units.length, 0) <= room) return [...clauses]
  const order = clauses.map((_, i) => i)
  const asked = order.filter((i) => clauses[i]?.asked).reverse()
  const others = order.filter((i) => !clauses[i]?.asked).reverse()
  const first = others.splice(-1)
  const kept = new Set<number>()
  for (const i of [...asked, ...first, ...others]) {
    const length = clauses[i]?.units.length ?? 0
    if (length > room) continue
    room -= length
    kept.add(i)
  }
  if (kept.size === 0) return clauses.slice(-1).map((clause) => ({ ...clause, units: clause.units.slice(-LONGEST_READING) }))
  return clauses.filter((_, i) => kept.has(i))
}
