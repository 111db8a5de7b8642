// What a question asks a number of: "how many words", 几页; and whether things are to be counted one by one.
import type { Library } from '../knowledge/library.js'
import { isNumber, textOf, unitAfter } from './numbers.js'
import { hasCue, isUnknown, type Token } from './token.js'

const CJK = /\p{Script=Han}/u

/** What a number is asked of: a unit (多少字, "how many words"), or a word that nothing explains (几页). */
export interface Counted {
  readonly word: string
  readonly unit?: string
}

/** What a clause asks a number of; not of time, of which one unit says the same as another, and not of what has a name. */
export function countedIn(tokens: readonly Token[], library: Library): readonly Counted[] {
  const { units, spans } = library.language
  const found = tokens.flatMap((token, i): Counted[] => {
    // A name may hold both: 多少分.
    const word = token.text.startsWith(MANY) ? token.text.slice(MANY.length) : ''
    const within = units.get(word)
    if (within) return [{ word, unit: within }]
    if (token.text.startsWith(SHARE)) return [{ word: token.text, unit: 'percent' }]
    // 那几份 points at some and asks for no number.
    const pointed = token.text.startsWith('几') && /[这那前后]$/u.test(tokens[i - 1]?.text ?? '')
    // 总数 and 个数 are numbers, and what follows them is not counted.
    const counts = !CJK.test(token.text) || /[多几]/u.test(token.text)
    if (pointed || !counts || !hasCue(token, 'howmany')) return []
    const measured = unitAfter(tokens, i + 1, library)
    if (measured) return [{ word: textOf(tokens.slice(i + 1, i + 1 + measured.length)), unit: measured.unit }]
    const [next, after] = [tokens[i + 1], tokens[i + 2]]
    // "how many sub-domains": a word that only says which ones.
    const which = after?.senses.some(({ kind }) => kind === 'thing' || kind === 'kind')
    return next && isUnknown(next) && !which && !isNumber(next, library) ? [{ word: next.text }] : []
  })
  return found.filter(({ unit }) => unit === undefined || !spans.has(unit))
}

/** Whether a number is asked in a unit of time (几个小时, "how many minutes"): how long it takes. */
export function asksSpan(tokens: readonly Token[], library: Library): boolean {
  return tokens.some((token, i) => {
    const unit = hasCue(token, 'howmany') ? unitAfter(tokens, i + 1, library)?.unit : undefined
    return unit !== undefined && library.language.spans.has(unit)
  })
}

/** Whether things are to be counted one by one (几个, "how many"), and not measured: 多少 may ask for either. */
export function isTally(tokens: readonly Token[], library: Library): boolean {
  return tokens.some((token, i) => {
    // 有多少小吃摊 counts them, 小吃摊有多少 may ask for their price.
    const before = token.text === '有多少' && tokens[i + 1]?.senses.some(({ kind }) => kind === 'thing' || kind === 'kind')
    if (!(before || ONE_BY_ONE.test(token.text)) || !hasCue(token, 'howmany')) return false
    const unit = unitAfter(tokens, i + 1, library)?.unit
    return unit === undefined || library.language.tallies.has(unit)
  })
}

const ONE_BY_ONE = /^(?:how many|(?:total )?number of)$|[几少多][个家项种类条位]$/u

/** The word that asks how many, where a name holds it. */
const MANY = '多少'
/** With which a number of percent begins: 百分之几. */
const SHARE = '百分之'
