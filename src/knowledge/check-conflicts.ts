// Values on which sources disagree: several of one kind, each said by a source that the fact cites, and each to be read in its texts.
import { passagesOf, sourcesIn } from './check-sources.js'
import { find, type NoticeFiles } from './files.js'
import type { Problem } from './notice.js'
import { type Path, textAt, valueAt } from './raw.js'
import { quote } from './wording.js'

export function checkConflicts(files: NoticeFiles): Problem[] {
  const { facts } = files
  if (!Array.isArray(facts.raw)) return []
  return facts.raw.flatMap((_, fact): Problem[] => {
    const path = [fact, 'value', 'conflict']
    const list = valueAt(facts.raw, path)
    if (!Array.isArray(list)) return []
    if (list.length < 2) return [facts.at(path, 'a conflict has at least two values; add the other, or write the one as the value')]
    const places = list.map((_, i) => [...path, i])
    return [...alike(files, places), ...uncited(files, fact), ...places.flatMap((place) => untold(files, fact, place))]
  })
}

/** Keys that say whose value it is, or how it is to be read, and not what it is. */
const BESIDE = new Set(['in', 'listed', 'complete', 'precision', 'limit', 'also'])

function alike({ facts }: NoticeFiles, places: readonly Path[]): Problem[] {
  const values = places.map((place) => {
    const value = valueAt(facts.raw, place)
    const own = typeof value === 'object' && value !== null ? Object.entries(value).filter(([key]) => !BESIDE.has(key)) : []
    return { place, kind: own.map(([key]) => key).join(' and '), held: JSON.stringify(own.map(([, held]) => held)) }
  })
  const kind = values[0]?.kind
  return values.flatMap((value, i) => {
    // What is no value at all is reported by the schema.
    if (!value.kind || !kind) return []
    if (value.kind !== kind)
      return [facts.at(value.place, `the first value is of the kind ${quote(kind)}; write one of this kind here, or part the fact in two`)]
    const before = values.slice(0, i).some(({ held }) => held === value.held)
    return before ? [facts.at(value.place, 'this value stands before already; name its sources there, under "in"')] : []
  })
}

function uncited({ notice, facts }: NoticeFiles, fact: number): Problem[] {
  const sources = sourcesIn(notice.raw).map(({ id }) => id)
  const cited = passagesOf(facts.raw, fact).map((path) => textAt(facts.raw, [...path, 'in']) ?? sources[0])
  return find(facts, ['*', 'value', 'conflict', '*', 'in'])
    .filter(({ path, value }) => path[0] === fact && sources.includes(value) && !cited.includes(value))
    .map(({ value, problem }) => problem(`the fact does not cite ${quote(value)}; add a passage of it under also`))
}

/** Numbers and days of a value that a text of the fact does not hold. */
function untold({ facts }: NoticeFiles, fact: number, place: Path): Problem[] {
  return (['zh', 'en'] as const).flatMap((tongue) => {
    const text = textAt(facts.raw, [fact, 'text', tongue])
    if (text === undefined) return []
    return ['count', 'period', 'date', 'until', 'from'].flatMap((key): Problem[] => {
      const value = textAt(facts.raw, [...place, key])
      if (value === undefined || holds(text, value, tongue)) return []
      return [
        facts.at([...place, key], `the ${tongue === 'zh' ? 'Chinese' : 'English'} text does not say ${value}; write it there in digits`),
      ]
    })
  })
}

function holds(text: string, value: string, tongue: 'zh' | 'en'): boolean {
  const said: string[] = text.match(/\d+/g) ?? []
  const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.slice(1).map(Number) ?? []
  const numbers = (year === undefined ? (value.match(/\d+/g) ?? []) : [year, day]).map(String)
  const named = month === undefined || (tongue === 'zh' ? text.includes(`${month}月`) : text.includes(monthName(month)))
  return named && numbers.every((number) => said.includes(number))
}

function monthName(month: number): string {
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1))
}
