// A message → the clauses of it that are worth reading, each read as terms.
import type { Library } from '../knowledge/library.js'
import { MOST_REPAIRS_OF_ALL } from '../tuning.js'
import { toClauses } from './clauses.js'
import { simplify, tidy } from './normalise.js'
import { type Mending, readTerms } from './read-terms.js'
import { worthReading } from './shorten.js'
import type { TermIndex } from './terms.js'
import type { Token } from './token.js'
import { toUnits } from './units.js'

export interface ReadClause {
  readonly tokens: readonly Token[]
  readonly asked: boolean
}

/** @param terms the words that it is read with */
export function readMessage(raw: string, library: Library, terms: TermIndex): { normalised: string; clauses: ReadClause[] } {
  const tidied = tidy(raw)
  const kept = worthReading(tidied, library.language.asking)
  const normalised = simplify(kept)
  return { normalised, clauses: readClauses(normalised, kept.length < tidied.length, terms) }
}

/** The last clause first: what may be mended of a message is mended where it most likely asks. */
function readClauses(text: string, shortened: boolean, terms: TermIndex): ReadClause[] {
  const mending: Mending = { left: MOST_REPAIRS_OF_ALL[shortened ? 'shortened' : 'whole'] }
  const none: Mending = { left: 0 }
  const clauses = toClauses(toUnits(text))
  const read: ReadClause[] = []
  for (const [i, { units, asked }] of [...clauses.entries()].reverse()) {
    // Prose pasted around a question is full of words that are not ours.
    const mended = !shortened || asked || i === clauses.length - 1
    read.push({ tokens: readTerms(units, terms, mended ? mending : none), asked })
  }
  return read.reverse()
}
