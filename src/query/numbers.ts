// Numbers of a clause, with what they count or measure, and the days that it names.
import type { KindOfThing, Library } from '../knowledge/library.js'
import { REACH } from '../tuning.js'
import { moneyIn } from './money.js'
import { hasCue, type Token } from './token.js'

const CJK = /\p{Script=Han}/u

export interface NumberMention {
  readonly value: number
  /** The kind that is counted, where one follows: 16个领域. */
  readonly kind?: KindOfThing
  /** The unit that follows (language/units.yaml): 100元. */
  readonly unit?: string
  /** A calendar year. */
  readonly year: boolean
}

/** A day of the calendar, or a month, as far as it is said. */
export interface DayMention {
  readonly year?: number
  readonly month: number
  readonly day?: number
}

export function isNumber(token: Token, library: Library): boolean {
  return /^\d/.test(token.text) || numeral(token.text, library.language.numerals) !== null
}

/** A number as it is written, over as many tokens as it takes. */
interface Written {
  readonly value: number
  /** Tokens from the first to after the last. */
  readonly from: number
  readonly to: number
}

function written(tokens: readonly Token[], library: Library): Written[] {
  const found: Written[] = []
  let digits = ''
  let from = 0
  tokens.forEach((token, i) => {
    const { numerals } = library.language
    const part = /^\d+(\.\d+)?$/.test(token.text) || [...token.text].every((c) => numerals.has(c)) || numerals.has(token.text)
    if (!part) return
    if (digits === '') from = i
    digits += token.text
    const next = tokens[i + 1]
    if (next && next.from === token.to && numeral(digits + next.text, library.language.numerals) !== null && CJK.test(next.text)) return
    const value = numeral(digits, library.language.numerals)
    digits = ''
    if (value !== null) found.push({ value, from, to: i + 1 })
  })
  return found
}

export function numbersOf(tokens: readonly Token[], library: Library): NumberMention[] {
  return written(tokens, library).map(({ value, from, to }) => {
    const measured = unitAfter(tokens, to, library)
    const percent = tokens[from - 1]?.text === '百分之' ? 'percent' : undefined
    const large = LARGE.test(tokens[to - 1]?.text ?? '')
    const counted = countedAfter(tokens, to, large, library)
    const unit = percent ?? measured?.unit ?? (large && !counted ? moneyIn(tokens, library) : undefined)
    return {
      value: value * (measured?.times ?? 1),
      year: unit === undefined && value >= 1900 && value <= 2199,
      ...(counted ? { kind: counted } : {}),
      ...(unit ? { unit } : {}),
    }
  })
}

/** The kind whose word follows a number, with at most two words between that begin nothing new: "of 5 million, the universities" counts none. */
function countedAfter(tokens: readonly Token[], at: number, large: boolean, library: Library): KindOfThing | undefined {
  const near = tokens.slice(at, at + (large ? 1 : REACH.kind))
  const apart = near.findIndex((token) => hasCue(token, 'members'))
  const kind = (apart < 0 ? near : near.slice(0, apart)).flatMap(({ senses }) => senses).find((sense) => sense.kind === 'kind')
  return kind && library.kinds.get(kind.id)
}

/** A number in ten thousands or more that says no unit: 660万. */
const LARGE = /[万亿]$/u

/** The tokens of quantities: a unit is explained by the number before it, or by the word that asks for one (几封). */
export function unitsIn(tokens: readonly Token[], library: Library): ReadonlySet<Token> {
  const counted = written(tokens, library).flatMap(({ value, from, to }) => {
    // 一封, 一个 say no number.
    if (value === 1 && CJK.test(tokens[from]?.text ?? '')) return []
    const before = tokens[from - 1]
    if (before?.text === '百分之') return tokens.slice(from - 1, to)
    const length = unitAfter(tokens, to, library)?.length ?? 0
    return length > 0 ? tokens.slice(from, to + length) : []
  })
  const asked = tokens.flatMap((token, i) => {
    if (!hasCue(token, 'howmany')) return []
    const length = unitAfter(tokens, i + 1, library)?.length ?? 0
    return length > 0 ? tokens.slice(i, i + 1 + length) : []
  })
  return new Set([...counted, ...asked])
}

/** Tokens as they are written one after another. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.reduce((all, { text }) => all + (all && !CJK.test(text) ? ` ${text}` : text), '')
}

/** The same tokens, but that "yuan" after a number measures it and is no word for funding. */
export function withoutUnits(tokens: readonly Token[], library: Library): readonly Token[] {
  const { spans } = library.language
  const measuring = new Set(
    written(tokens, library).flatMap(({ to }) => {
      const unit = unitAfter(tokens, to, library)
      return unit && !spans.has(unit.unit) ? tokens.slice(to, to + unit.length) : []
    }),
  )
  return measuring.size === 0
    ? tokens
    : tokens.map((token) => (measuring.has(token) ? { ...token, senses: token.senses.filter(({ kind }) => kind !== 'cue') } : token))
}

/** The unit that begins at a token, the longest: 个工作日, "working days"; 万元 counts in ten thousands. */
export function unitAfter(tokens: readonly Token[], at: number, library: Library): { unit: string; length: number; times: number } | null {
  for (let length = Math.min(REACH.unit, tokens.length - at); length > 0; length--) {
    const words = tokens.slice(at, at + length)
    if (words.some((token, i) => i > 0 && CJK.test(token.text) && token.from !== words[i - 1]?.to)) continue
    const text = textOf(words)
    const times = library.language.numerals.get(text[0] ?? '') ?? 1
    const unit = library.language.units.get(text) ?? (times >= 1000 ? library.language.units.get(text.slice(1)) : undefined)
    if (unit) return { unit, length, times: library.language.units.has(text) ? 1 : times }
  }
  return null
}

/** Value of a number in digits or words, null where it is none: 16, 1.5, 十六, 一百二十, 两万四, 1.2万. */
export function numeral(text: string, numerals: ReadonlyMap<string, number>): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const whole = numerals.get(text)
  if (whole !== undefined) return whole
  const [, digits = '', rest = ''] = /^(\d+(?:\.\d+)?)?(.*)$/u.exec(text) ?? []
  let [total, section, last] = [0, 0, 1]
  let digit: number | null = digits === '' ? null : Number(digits)
  for (const character of rest) {
    const value = numerals.get(character)
    if (value === undefined || !CJK.test(character)) return null
    if (value >= 10_000) {
      total += (section + (digit ?? (section === 0 ? 1 : 0))) * value
      ;[section, digit, last] = [0, null, value]
    } else if (value >= 10) {
      section += (digit ?? 1) * value
      ;[digit, last] = [null, value]
    } else {
      digit = (digit ?? 0) * 10 + value
      if (value === 0) last = 1
    }
  }
  if (rest === '') return null
  // 两万四 is 24,000: a lone digit after a large unit counts in the unit below it.
  const tail = digit === null ? 0 : last >= 100 && digit < 10 ? (digit * last) / 10 : digit
  return total + section + tail
}

const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, i) => month.format(Date.UTC(2000, i)).toLowerCase())

const CHINESE_DAY = /(?:(\d{4}) ?年 ?)?(?<!\d)(\d{1,2}) ?月(?:份)? ?(\d{1,2}) ?(?:日|号)?/gu
const ISO_DAY = /(?<!\d)(\d{4}) (\d{2}) (\d{2})(?!\d)/gu
const ENGLISH_DAY = new RegExp(
  `(?:(\\d{1,2}) ?(?:st|nd|rd|th)? (?:of )?)?\\b(${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|')})\\b(?: (\\d{1,2})(?!\\d) ?(?:st|nd|rd|th)?)?(?: (\\d{4}))?`,
  'gu',
)

const CHINESE_MONTH = /(?:(\d{4}) ?年 ?)?(?<!\d)(\d{1,2}) ?月(?! ?份? ?\d)/gu
/** Only where it says when: may and march are words as well. */
const ENGLISH_MONTH = new RegExp(
  `\\b(?:in|by|until|before|during|next|this|last) (${MONTHS.join('|')})\\b(?! \\d{1,2}(?!\\d))(?: (\\d{4}))?`,
  'gu',
)

/** The days that a clause names: 1月15日, 一月十五号, "15 January 2027", "Jan 15th", 2027-01-15; and the months: 明年6月, "in June". */
export function daysOf(tokens: readonly Token[], library: Library): DayMention[] {
  const text = tokens
    .map((token) => (CJK.test(token.text) ? inDigits(token.text, library) : token.text))
    .join(' ')
    .replace(/(\d+) (?=\d+ [月日号])/gu, (both, digits: string) =>
      digits === '10' || digits === '20' || digits === '30' ? `${digits}+` : both,
    )
    .replace(/(\d+)\+(\d+)/gu, (_, tens: string, ones: string) => String(Number(tens) + Number(ones)))
  const said: (readonly [year: string | undefined, month: number, day?: number])[] = [
    ...[...text.matchAll(CHINESE_DAY), ...text.matchAll(ISO_DAY)].map(
      ([, year, month, day]) => [year, Number(month), Number(day)] as const,
    ),
    ...[...text.matchAll(ENGLISH_DAY)].map(([, before, month = '', after, year]) => {
      const at = MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3)))
      return [year, at + 1, Number(before ?? after)] as const
    }),
    ...[...text.matchAll(CHINESE_MONTH)].map(([, year, month]) => [year, Number(month)] as const),
    ...[...text.matchAll(ENGLISH_MONTH)].map(([, month = '', year]) => [year, MONTHS.indexOf(month) + 1] as const),
  ]
  return said
    .filter(([, month, day]) => month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= 31)))
    .map(([year, month, day]) => ({ month, ...(day === undefined ? {} : { day }), ...(year ? { year: Number(year) } : {}) }))
}

function inDigits(text: string, library: Library): string {
  const value = numeral(text, library.language.numerals)
  return value === null ? text : String(value)
}
