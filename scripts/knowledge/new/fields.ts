// What a new notice is asked for: each an option, a question on the terminal, a line of a pipe.
import { isTraditional, toSimplified } from '../../../src/query/script.js'

export interface Field {
  /** As an option; its question is `new-NAME` in language/wording.yaml. */
  readonly name: string
  /** How the usage lines show it. */
  readonly example: string
  readonly kind: 'zh' | 'en' | 'date' | 'link' | 'zone'
  /** The field whose value it has where nothing is said, or a value; null: it may be left out; undefined: it must be said. */
  readonly otherwise?: { readonly field: string } | { readonly value: string } | null
}

export type Given = ReadonlyMap<string, string>

export const FIELDS: readonly Field[] = [
  { name: 'title-zh', example: '标题', kind: 'zh' },
  { name: 'title-en', example: 'TITLE', kind: 'en' },
  { name: 'short-zh', example: '简称', kind: 'zh', otherwise: { field: 'title-zh' } },
  { name: 'short-en', example: 'NAME', kind: 'en', otherwise: { field: 'title-en' } },
  { name: 'issuer-zh', example: '发文单位', kind: 'zh' },
  { name: 'issuer-en', example: 'ISSUER', kind: 'en' },
  { name: 'issued', example: 'YYYY-MM-DD', kind: 'date', otherwise: null },
  { name: 'source-title-zh', example: '来源标题', kind: 'zh', otherwise: { field: 'title-zh' } },
  { name: 'source-title-en', example: 'TITLE', kind: 'en', otherwise: { field: 'title-en' } },
  { name: 'publisher-zh', example: '来源媒体', kind: 'zh', otherwise: { field: 'issuer-zh' } },
  { name: 'publisher-en', example: 'PUBLISHER', kind: 'en', otherwise: { field: 'issuer-en' } },
  { name: 'published', example: 'YYYY-MM-DD', kind: 'date' },
  { name: 'url', example: 'https://…', kind: 'link', otherwise: null },
  { name: 'time-zone', example: 'Asia/Shanghai', kind: 'zone', otherwise: { value: 'Asia/Shanghai' } },
]

/** Longest text that is taken: more than any title has. */
const LONGEST = 200

/** The value of what was typed, or the key of the wording that says what is wrong with it. */
export function readValue({ kind }: Field, typed: string): { readonly value: string } | { readonly wrong: string } {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text.length > LONGEST || /\p{Cc}/u.test(text)) return { wrong: 'new-wrong-text' }
  switch (kind) {
    case 'zh':
      if (!/\p{Script=Han}/u.test(text)) return { wrong: 'new-wrong-zh' }
      // Knowledge is kept in simplified characters: the traditional ones are derived.
      return { value: isTraditional(text) ? toSimplified(text) : text }
    case 'en':
      return /\p{Script=Latin}/u.test(text) ? { value: text } : { wrong: 'new-wrong-en' }
    case 'date':
      return isDay(text) ? { value: text } : { wrong: 'new-wrong-date' }
    case 'link':
      return /^https:\/\/\S+$/.test(text) && URL.canParse(text) ? { value: text } : { wrong: 'new-wrong-link' }
    case 'zone':
      return isZone(text) ? { value: text } : { wrong: 'new-wrong-zone' }
  }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
