// "how many words?": an answer has to hold a number of words.
import type { Fact, Library } from '../knowledge/library.js'
import { amountsIn, countsIn } from '../knowledge/values.js'
import type { Language } from '../language/language.js'
import type { Counted } from '../query/counted.js'
import type { Query } from '../query/query.js'
import { notStated } from './refuse.js'
import { say, type Verdict } from './verdict.js'

/** An answer that speaks of nothing of which a number is asked for is none; what it tells comes nearest. */
export function counting(verdict: Verdict, query: Query, library: Library): Verdict {
  const answers = verdict.status === 'answered' && verdict.facts.length > 0
  if (!answers && verdict.status !== 'not_stated') return verdict
  // How many people there are is what a quota says: that it is not stated is said better in its own words.
  const counted = answers ? query.counted : query.counted.filter(({ unit }) => unit !== 'people')
  if (counted.length === 0 || (answers && verdict.facts.some((fact) => counted.some((one) => speaksOf(fact, one, library))))) return verdict
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
export function speaksOf({ entry: { value, text } }: Fact, { word, unit }: Counted, { language }: Library): boolean {
  if (amountsIn(value).some((one) => one.unit === unit)) return true
  if (unit !== undefined && language.tallies.has(unit) && (countsIn(value).length > 0 || (value && 'things' in value))) return true
  const { zh, en } = patternsOf(unit ?? word, language)
  return zh.test(text.zh) || en.test(text.en)
}

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
