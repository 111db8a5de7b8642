// Numbers and years that a question takes for granted and the source gives otherwise: said first, so that nothing false stands.
import type { Fact, Library } from '../knowledge/library.js'
import { yearsIn } from '../knowledge/values.js'
import type { Query } from '../query/query.js'
import { amounts } from './amounts.js'
import { days } from './days.js'
import { type Part, say } from './verdict.js'

export function claims(query: Query, library: Library, told: readonly Fact[]): Part[] {
  return [
    ...counts(query, library, told),
    ...years(query, library),
    ...periods(query, library),
    ...amounts(query, library, told),
    ...days(query, told),
  ]
}

function counts(query: Query, library: Library, told: readonly Fact[]): Part[] {
  return query.numbers.flatMap((number): Part[] => {
    if (!number.kind || number.kind.notice.id !== query.notice.id || number.value < 2 || number.year) return []
    const fact = library.about('count', number.kind.id)[0]
    const value = fact?.entry.value
    if (!value || !('count' in value) || number.value === value.count || number.value === value.listed) return []
    if (query.things.some((thing) => thing.role !== null)) return []
    const structural = query.aspects.every(
      ({ aspect }) => aspect.op === 'members' || aspect.op === 'kind-track' || aspect.id === number.kind?.entry.default,
    )
    if (number.kind.entry.role === 'organisation' && !structural) return []
    if (fact && told.includes(fact)) return [say('not-so-many-short', { said: { kind: 'number', value: number.value } })]
    return [
      say('not-so-many', { said: { kind: 'number', value: number.value }, kind: { kind: 'kind', of: number.kind, count: value.count } }),
    ]
  })
}

function years(query: Query, library: Library): Part[] {
  const said = query.numbers.filter((number) => number.year)
  if (said.length === 0) return []
  return query.aspects.flatMap(({ aspect }): Part[] => {
    if (aspect.op !== 'date') return []
    const right = new Set(library.withAspect(query.notice.id, aspect.id).flatMap(({ entry }) => yearsIn(entry.value)))
    const wrong = said.find((number) => !right.has(number.value))
    return wrong && right.size > 0 && query.cues.has('yesno')
      ? [say('not-that-year', { said: { kind: 'number', value: wrong.value } })]
      : []
  })
}

/** "3 years, correct?": another number than that of the period. */
function periods(query: Query, library: Library): Part[] {
  if (!query.cues.has('yesno') || query.aspects[0]?.aspect.id !== 'period') return []
  const values = library
    .withAspect(query.notice.id, 'period')
    .flatMap(({ entry }) => (entry.value && 'period' in entry.value ? [entry.value.period.match(/\d+/g)?.map(Number) ?? []] : []))
    .flat()
  const said = query.numbers.filter((number) => !number.year && !number.kind)
  return said.length > 0 && values.length > 0 && said.every((number) => !values.includes(number.value)) ? [say('no')] : []
}
