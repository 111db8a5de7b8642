// Whether a fact can answer how many.
import type { Fact, Library } from '../knowledge/library.js'
import { amountsIn, countsIn } from '../knowledge/values.js'

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
