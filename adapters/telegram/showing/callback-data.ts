// What a button stands for, in the 64 bytes that Telegram hands back: it outlives a restart, nothing is kept here.
import type { Lang } from '../../../src/answer.js'
import type { Library } from '../../../src/knowledge/library.js'
import type { Vote } from '../../unanswered/unanswered-log.js'
import { lengthen, shorten, spelled } from './short-id.js'

export type Control =
  /** The question that a suggestion stands for. */
  | { readonly kind: 'ask'; readonly lang: Lang; readonly id: string }
  /** A step of the eligibility dialog: the id says what is chosen so far. */
  | { readonly kind: 'dialog'; readonly lang: Lang; readonly id: string; readonly page: number }
  /** The language of the chat; `auto` follows the question. */
  | { readonly kind: 'language'; readonly lang: Lang; readonly to: Lang | 'auto' }
  /** What somebody says of the answer above. */
  | { readonly kind: 'vote'; readonly lang: Lang; readonly vote: Vote }

/** Telegram's limit, in bytes; all of it is ASCII. */
const LONGEST = 64

/** Of the form: one of another form is told to be out of date. */
const VERSION = '1'
const LETTERS: Readonly<Record<Lang | 'auto', string>> = { 'zh-Hans': 's', 'zh-Hant': 't', en: 'e', auto: 'a' }

/** Null where it does not fit: no button then. */
export function encode(control: Control): string | null {
  const lang = LETTERS[control.lang]
  if (control.kind === 'vote') return `${VERSION}v${lang}.${control.vote}`
  if (control.kind === 'language') return `${VERSION}l${lang}.${LETTERS[control.to]}`
  const head = control.kind === 'ask' ? `${VERSION}a${lang}.` : `${VERSION}d${lang}${control.page}.`
  const short = shorten(control.id, LONGEST - head.length)
  return short === null ? null : head + short
}

/** Null for data that is not ours, or of a form that is not any more. The id of something that the knowledge has not any more names nothing in it. */
export function decode(data: string, library: Library): Control | null {
  const [, kind, letter, page, rest = ''] = /^1([aldv])([ste])(\d*)\.(.*)$/.exec(data) ?? []
  const lang = langOfLetter(letter)
  if (!lang || lang === 'auto') return null
  if (kind === 'l') {
    const to = langOfLetter(rest)
    return to ? { kind: 'language', lang, to } : null
  }
  if (kind === 'v') return rest === 'good' || rest === 'bad' ? { kind: 'vote', lang, vote: rest } : null
  if (kind !== 'a' && kind !== 'd') return null
  const id = lengthen(rest, library) ?? spelled(rest)
  return kind === 'a' ? { kind: 'ask', lang, id } : { kind: 'dialog', lang, id, page: Number(page) }
}

function langOfLetter(letter: string | undefined): Lang | 'auto' | undefined {
  return (Object.keys(LETTERS) as (Lang | 'auto')[]).find((lang) => LETTERS[lang] === letter)
}
