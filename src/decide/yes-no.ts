// Whether a question wants a yes or a no.
import type { Query } from '../query/query.js'

/** Not where something else is asked: "which domains does it lead?" has a "does" and wants no yes. */
export function isYesNo(query: Query): boolean {
  return query.cues.has('yesno') && !OPEN.some((cue) => query.cues.has(cue))
}

const OPEN = ['who', 'which', 'what', 'when', 'where', 'howmany', 'list'] as const
