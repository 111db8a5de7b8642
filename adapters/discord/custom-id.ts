// What a button or a select stands for, in the 100 ASCII characters that Discord hands back: it outlives a restart, nothing is kept here.
import type { Lang } from '../../src/answer.js'
import type { Vote } from '../unanswered/unanswered-log.js'

/** A control as it was pressed. */
export type Control =
  /** The question that a suggestion or a choice stands for. */
  | { readonly kind: 'ask'; readonly lang: Lang; readonly id: string }
  /** A select whose values are suggestions, or controls of their own; which of several in one message. */
  | { readonly kind: 'pick'; readonly lang: Lang; readonly part: number }
  /** Show a private answer to everybody. */
  | { readonly kind: 'share'; readonly lang: Lang }
  /** What somebody says of the answer above. */
  | { readonly kind: 'vote'; readonly lang: Lang; readonly vote: Vote }
  /** One of the two selects of the eligibility dialog, with what the other one holds; as a button, or as a value of a select, its beginning. */
  | {
      readonly kind: 'eligibility'
      readonly asks: 'applicant' | 'track'
      readonly lang: Lang
      readonly notice: string
      readonly other: string
      /** Which of several selects for the same, where there are more options than one takes. */
      readonly part: number
    }

/** Discord's limit. */
export const LONGEST_ID = 100

/** Of the form of the ids: one of another form is told to be out of date. */
const VERSION = '1'
const LETTERS: Readonly<Record<Lang, string>> = { 'zh-Hans': 's', 'zh-Hant': 't', en: 'e' }

export function encode(control: Control): string {
  const lang = LETTERS[control.lang]
  switch (control.kind) {
    case 'ask':
      return [VERSION, 'a', lang, control.id].join('|')
    case 'share':
      return [VERSION, 's', lang].join('|')
    case 'vote':
      return [VERSION, 'v', lang, control.vote].join('|')
    case 'pick':
      return [VERSION, 'p', lang, ...(control.part > 0 ? [control.part] : [])].join('|')
    case 'eligibility':
      return [VERSION, control.asks === 'applicant' ? 'ea' : 'et', lang, control.notice, control.other, control.part].join('|')
  }
}

/** Null for ids that are not ours, or not any more. */
export function decode(customId: string): Control | null {
  const [version, kind, letter, first = '', second = '', third = '0'] = customId.split('|')
  const lang = (Object.keys(LETTERS) as Lang[]).find((one) => LETTERS[one] === letter)
  if (version !== VERSION || !lang) return null
  if (kind === 'a' && first) return { kind: 'ask', lang, id: first }
  if (kind === 's') return { kind: 'share', lang }
  if (kind === 'v' && (first === 'good' || first === 'bad')) return { kind: 'vote', lang, vote: first }
  if (kind === 'p') return { kind: 'pick', lang, part: Number(first) }
  if ((kind === 'ea' || kind === 'et') && first)
    return { kind: 'eligibility', asks: kind === 'ea' ? 'applicant' : 'track', lang, notice: first, other: second, part: Number(third) }
  return null
}
