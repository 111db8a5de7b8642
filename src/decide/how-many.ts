// "how many words?": whether an answer holds a number of what one is asked of.
import type { Fact, Library } from '../knowledge/library.js'
import { amountsIn, countsIn } from '../knowledge/values.js'
import type { Aspect, Language } from '../language/language.js'
import type { Counted } from '../query/counted.js'
import type { Query } from '../query/query.js'
import { notStated } from './refuse.js'
import { say, type Verdict } from './verdict.js'

/** A verdict, but for an answer without a number of what one is asked of: it is none, and what it tells comes nearest. */
export function withItsNumber(verdict: Verdict, query: Query, library: Library): Verdict {
  const answers = verdict.status === 'answered' && verdict.facts.length > 0
  if (!answers && verdict.status !== 'not_stated') return verdict
  // How many people there are is what a quota says: that it is not stated is said better in its own words.
  const counted = answers ? query.counted : query.counted.filter(({ unit }) => unit !== 'people')
  if (counted.length === 0 || (answers && verdict.facts.some((fact) => counted.some((one) => givesNumberOf(fact, one, library)))))
    return verdict
  const words = [...new Set(counted.map(({ word }) => word))].join('、')
  const facts = answers ? verdict.facts : []
  return {
    ...notStated({ ...query, aspects: [] }, library, 'asks for a number of something else'),
    parts: [
      say('not-stated-number-of', { words: { kind: 'words', text: words } }),
      ...(facts.length > 0 ? [{ kind: 'near' as const, facts }] : []),
    ],
    facts,
  }
}

/** Whether a fact gives a number of it, in its value or in its text; things are counted or listed by no other unit. */
export function givesNumberOf({ entry: { value, text } }: Fact, { word, unit }: Counted, { language }: Library): boolean {
  if (amountsIn(value).some((one) => one.unit === unit)) return true
  if (unit !== undefined && language.tallies.has(unit) && (countsIn(value).length > 0 || (value && 'things' in value))) return true
  const { zh, en } = patternsOf(unit ?? word, language)
  return zh.test(text.zh) || en.test(text.en)
}

/** Whether a fact says how many, or how long, or lists what one can count. */
export function saysHowMany(fact: Fact, aspect: string | undefined, library: Library): boolean {
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
export function asksNumberOfItem(query: Query, aspect: Aspect): boolean {
  return NUMBERS.has(aspect.id) && query.own.some((thing) => thing.role === 'item')
}

/** How many there are of all is not how many there are of one type. */
export const NUMBERS: ReadonlySet<string> = new Set(['count', 'quota'])

interface Patterns {
  readonly zh: RegExp
  readonly en: RegExp
}

const known = new WeakMap<Language, Map<string, Patterns>>()

/** A number and what it is of after it, in either language. @param of a unit, or a word */
function patternsOf(of: string, language: Language): Patterns {
  const all = known.get(language) ?? new Map<string, Patterns>()
  known.set(language, all)
  const made = all.get(of) ?? patterns(of, language)
  if (all.size < MOST_KNOWN) all.set(of, made)
  return made
}

/** Words of askers are not to be kept without end. */
const MOST_KNOWN = 1000

function patterns(of: string, { units, numerals }: Language): Patterns {
  const named = [...units].filter(([, id]) => id === of).map(([word]) => word)
  const words = named.length > 0 ? named : [of]
  const numbers = [...numerals.keys()]
  const either = (list: readonly string[], han: boolean): string =>
    list
      .filter((word) => HAN.test(word) === han)
      .map((word) => word.replace(/[^\p{L}\p{N} ]/gu, '.'))
      .join('|') || '(?!)'
  return {
    zh: new RegExp(`(?:\\d|${either(numbers, true)}) ?个?(?:${either(words, true)}${of === 'percent' ? '|%' : ''})`, 'u'),
    en: new RegExp(`\\b(?:\\d[\\d,.]*|${either(numbers, false)})[ -](?:\\w+ )?(?:${either(words, false)})s?\\b`, 'iu'),
  }
}

const HAN = /\p{Script=Han}/u
