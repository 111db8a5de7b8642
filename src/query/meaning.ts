// What the terms of one clause mean: cues, mentions of things and kinds, numbers, and what nothing explains.
import type { KindOfThing, Library, Thing } from '../knowledge/library.js'
import { cueWeight, SAYS, SIZE } from '../tuning.js'
import { asksSpan, type Counted, countedIn, isTally } from './counted.js'
import { dictionaryWords } from './dictionary.js'
import { contentWords } from './echo.js'
import { type Edition, editionsIn, isOfYear } from './editions.js'
import { type DayMention, daysOf, isNumber, type NumberMention, numbersOf, unitsIn, withoutUnits } from './numbers.js'
import { isUnknown, type Token } from './token.js'

export interface Mention {
  /** What the word can mean, in every loaded notice. */
  readonly things: readonly Thing[]
  readonly how: 'name' | 'alias' | 'loose'
  readonly token: Token
}

export interface Meaning {
  readonly tokens: readonly Token[]
  readonly asked: boolean
  readonly cues: ReadonlySet<string>
  readonly mentions: readonly Mention[]
  readonly kinds: readonly KindOfThing[]
  readonly numbers: readonly NumberMention[]
  /** Things are to be counted one by one. */
  readonly tally: boolean
  /** What a number is asked of. */
  readonly counted: readonly Counted[]
  /** Days of the calendar, with or without their year. */
  readonly days: readonly DayMention[]
  /** Years of a round of what the notice calls for: 2026年度. */
  readonly editions: readonly Edition[]
  /** Words that nothing explains, as written. */
  readonly unknown: readonly string[]
  /** Weight of what is explained. */
  readonly known: number
  /** Words that carry content, explained or not. */
  readonly content: readonly string[]
  /** Something was read by sound or repaired. */
  readonly mended: boolean
}

const CJK = /\p{Script=Han}/u

/** Share of a question that these of its unknown words leave unexplained, 0 to 1. */
export function unexplainedShare(unknown: readonly string[], known: number): number {
  const lost = unknown.reduce((sum, word) => sum + (CJK.test(word) ? hanLength(word) : SIZE.unknownWord), 0)
  return lost === 0 ? 0 : lost / (lost + known)
}

export function meaningOf(read: readonly Token[], asked: boolean, library: Library): Meaning {
  const tokens = withoutUnits(read, library)
  const cues = new Set<string>()
  const mentions: Mention[] = []
  const kinds: KindOfThing[] = []
  const lost = lostIn(tokens, library)
  let known = 0
  for (const token of tokens) {
    if (lost.has(token)) continue
    known += sizeOf(token) * gravity(token)
    for (const sense of token.senses) if (sense.kind === 'cue') cues.add(sense.id)
    const things = token.senses.flatMap((sense) => (sense.kind === 'thing' ? (library.things.get(sense.id) ?? []) : []))
    if (things.length > 0) mentions.push({ things, how: strongest(token), token })
    for (const sense of token.senses) {
      const kind = sense.kind === 'kind' ? library.kinds.get(sense.id) : undefined
      if (kind) kinds.push(kind)
    }
  }
  if (asksSpan(tokens, library)) cues.add('howlong')
  return {
    tokens,
    asked,
    cues,
    mentions,
    kinds,
    numbers: numbersOf(tokens, library),
    tally: isTally(tokens, library),
    counted: countedIn(tokens, library),
    days: daysOf(tokens, library),
    editions: editionsIn(tokens, library),
    unknown: joined([...lost], tokens),
    known,
    content: contentWords(tokens, (cue) => cueWeight(cue) < SAYS.content),
    mended: tokens.some((token) => token.how === 'sound' || token.how === 'repaired'),
  }
}

/** Neighbouring unexplained pieces are one word: 高 + 考 is 高考. */
function joined(lost: readonly Token[], tokens: readonly Token[]): string[] {
  const words: string[] = []
  let last: Token | undefined
  for (const token of tokens) {
    if (!lost.includes(token)) continue
    const touching = last && last.to === token.from && CJK.test(token.text)
    if (touching) words[words.length - 1] += token.text
    else words.push(token.text)
    last = token
  }
  return words
}

function strongest(token: Token): Mention['how'] {
  const hows = token.senses.filter((sense) => sense.kind === 'thing').map((sense) => sense.how)
  return hows.includes('name') ? 'name' : hows.includes('alias') ? 'alias' : 'loose'
}

/** What nothing explains: unknown pieces, and single characters that belong to the same everyday word as one (起 in 起诉, 报 in 报告). */
function lostIn(tokens: readonly Token[], library: Library): Set<Token> {
  const units = unitsIn(tokens, library)
  const lost = new Set(
    tokens.filter((token) => isUnknown(token) && !isNumber(token, library) && !units.has(token) && !isOfYear(token, tokens)),
  )
  for (let i = 0; i < tokens.length; ) {
    const run = hanRun(tokens, i)
    if (mayShare(run, lost)) for (const token of sharingWords(run, lost)) if (!units.has(token)) lost.add(token)
    i += Math.max(1, run.length)
  }
  return lost
}

function hanRun(tokens: readonly Token[], start: number): Token[] {
  const run: Token[] = []
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (!CJK.test(token.text) || (run.length > 0 && run.at(-1)?.to !== token.from)) break
    run.push(token)
  }
  return run
}

/** Whether neighbours of a single character each could be one word that counts below: else the dictionary, which is slow, need not be asked. */
function mayShare(run: readonly Token[], lost: ReadonlySet<Token>): boolean {
  let [length, unknown, small] = [0, false, 0]
  for (const token of run) {
    if (isSingle(token)) {
      length++
      unknown ||= lost.has(token)
      small = token.senses.every((s) => s.kind === 'filler') ? small + 1 : 0
      if ((unknown && length > 1) || small > 2) return true
    } else [length, unknown, small] = [0, false, 0]
  }
  return false
}

/** Of one character, which may be of two UTF-16 units. */
function isSingle({ text }: Token): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) as number) > 0xffff)
}

function sharingWords(run: readonly Token[], lost: ReadonlySet<Token>): Token[] {
  const owners = run.flatMap((token) => [...token.text].map(() => token))
  return dictionaryWords(run.map((token) => token.text).join('')).flatMap(({ from, to }) => {
    const word = owners.slice(from, to)
    const single = word.filter(isSingle)
    if (single.length !== word.length) return []
    // A word of small words only (请 + 假 + 条) is none of ours either.
    return word.some((token) => lost.has(token)) ||
      (word.length > 2 && word.every((token) => token.senses.every((s) => s.kind === 'filler')))
      ? single
      : []
  })
}

function sizeOf(token: Token): number {
  return CJK.test(token.text)
    ? hanLength(token.text)
    : token.how === 'unknown'
      ? SIZE.unknownWord
      : SIZE.word * token.text.split(' ').length
}

function hanLength(text: string): number {
  let length = 0
  for (const character of text) if (CJK.test(character)) length++
  return length
}

/** Words of conversation explain less of a question than words of content. */
function gravity(token: Token): number {
  if (token.senses.some((sense) => sense.kind === 'thing' || sense.kind === 'kind')) return 1
  return token.senses.some((sense) => sense.kind === 'cue' && cueWeight(sense.id) >= SAYS.something) ? 1 : SIZE.smallTalk
}
