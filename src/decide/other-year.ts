// A round of another year than the notice's own: nothing that is said of this one is said of that.
import type { Library } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import type { Edition } from '../query/editions.js'
import type { Query } from '../query/query.js'
import { notStated } from './refuse.js'
import { say, type Verdict } from './verdict.js'

/** The verdict where a question is about the round of a year that is not the notice's. */
export function otherYear(query: Query, library: Library): Verdict | null {
  const own = yearsOf(query.notice)
  const dated = query.aspects[0]?.aspect.op === 'date'
  const isOther = ({ year, strict }: Edition): boolean => !own.has(year) && (strict || !dated || !library.years(query.notice.id).has(year))
  const other = own.size > 0 ? query.editions.find(isOther) : undefined
  if (!other) return null
  const verdict = notStated({ ...query, aspects: [], things: [], counted: [] }, library, 'a round of another year')
  return { ...verdict, parts: [say('not-stated-words', { words: { kind: 'words', text: other.text } })] }
}

/** The years in the names of a notice; [] where they have none, and any year may be its own. */
function yearsOf({ file }: Notice): ReadonlySet<number> {
  const names = [file.title, file.short].flatMap(({ zh, en }) => [zh, en])
  return new Set(names.flatMap((name) => [...name.matchAll(/(?<!\d)(?:19|20|21)\d\d(?!\d)/g)].map(([year]) => Number(year))))
}
