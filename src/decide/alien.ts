// Words of a question that neither a term nor anything that is said of its things explains: what is asked may lie in them.
import type { Library, Thing } from '../knowledge/library.js'
import { echoes } from '../query/echo.js'
import type { Query } from '../query/query.js'

/** Unexplained words of two characters or more that no fact of these things uses. */
export function alienWords(query: Query, things: readonly Thing[], library: Library): readonly string[] {
  return query.unknown.filter((word) => word.length > 1 && !things.some((thing) => library.of(thing.id).some((fact) => echoes(word, fact))))
}
