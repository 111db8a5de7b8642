// The year of what one asks about: "2026年度的…", "the 2026 awards". A date that only has such a year in it is no edition.
import type { Library } from '../knowledge/library.js'
import type { Token } from './token.js'

/** A year as it is said of a round of what the notice calls for. */
export interface Edition {
  readonly year: number
  readonly text: string
  /** Said to be the year of a round (年度), and not only put before its name. */
  readonly strict: boolean
}

/** Whether digits are a calendar year. */
export function isYear(text: string): boolean {
  return YEAR.test(text)
}

const YEAR = /^(?:19|20|21)\d\d$/

export function editionsIn(tokens: readonly Token[], library: Library): readonly Edition[] {
  return tokens.flatMap((token, i): Edition[] => {
    if (!isYear(token.text)) return []
    const year = Number(token.text)
    const [next, after] = [tokens[i + 1], tokens[i + 2]]
    if (next?.text === '年度' || (next?.text === '年' && after?.text === '度')) return [{ year, text: `${token.text}年度`, strict: true }]
    const behind = tokens.slice(i + 1).filter(({ text }) => text !== '年' && text !== '的')[0]
    if (behind && names(behind, library)) return [{ year, text: next?.text === '年' ? `${token.text}年` : token.text, strict: false }]
    // "the awards of 2026"
    const [of, named] = [tokens[i - 1]?.text, tokens[i - 2]]
    return of !== undefined && OF.has(of) && named && names(named, library) ? [{ year, text: token.text, strict: false }] : []
  })
}

/** Whether it is the 度 of 2026年度, which says no more than the year. */
export function isOfYear(token: Token, tokens: readonly Token[]): boolean {
  const at = token.text === '度' ? tokens.indexOf(token) : 0
  return at >= 2 && tokens[at - 1]?.text === '年' && isYear(tokens[at - 2]?.text ?? '')
}

const OF: ReadonlySet<string> = new Set(['of', 'for'])

/** Whether a word names what the notice calls for, or a type of it: of a text its year is the one in which it was issued. */
function names({ senses }: Token, library: Library): boolean {
  return senses.some(({ kind, id }) => {
    const thing = kind === 'thing' ? library.things.get(id) : undefined
    return thing !== undefined && (thing.role === 'track' || (thing.whole && thing.entry.kind === 'programme'))
  })
}
