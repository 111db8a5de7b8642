// Whether a fact can answer how many.
import type { Fact, Library } from '../knowledge/library.js'
import { amountsIn, countsIn } from '../knowledge/values.js'
import type { Aspect } from '../language/language.js'
import type { Query } from '../query/query.js'

/** Whether a fact says how many, or how long, or lists what one can count. */
export function counts(fact: Fact, aspect: string | undefined, library: Library): boolean {
  const { value, text } = fact.entry
  if (aspect === undefined || !fact.entry.aspect.includes(aspect)) return false
  if (countsIn(value).length > 0 || amountsIn(value).length > 0) return true
  if (fact.entry.aspect[0] !== aspect) return false
  return (
    (value !== undefined && !('date' in value)) ||
    /\d/.test(text.zh.replace(/\d{4}年/g, '')) ||
    text.en.split(/[^a-z]+/i).some((word) => library.language.numerals.has(word.toLowerCase()))
  )
}

/** How many there are of all is not how many there are of one item. */
export function isOfItems(query: Query, aspect: Aspect): boolean {
  return NUMBERS.has(aspect.id) && query.own.some((thing) => thing.role === 'item')
}

/** How many there are of all is not how many there are of one type. */
export const NUMBERS: ReadonlySet<string> = new Set(['count', 'quota'])
