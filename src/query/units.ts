// Normalised text → the units that names are made of: a Chinese character, a word, a number. Marks part clauses or phrases.
import { stemmer } from 'stemmer'

type UnitKind = 'han' | 'word' | 'number' | 'pause' | 'stop'

export interface Unit {
  readonly kind: UnitKind
  /** As compared: words are stemmed. */
  readonly key: string
  /** As written (normalised). */
  readonly text: string
  /** Offset in the normalised text, in UTF-16 units. */
  readonly at: number
}

/** The mark that a list's number ("1)") is turned into: each of its items is a question. */
export const NUMBERING = '#)'

const PIECE = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’](?:(?!\p{Script=Han})\p{L})+)*|\d+(?:\.\d+)?|\S|\n/uy
const YEAR_NEXT = /^ ?\d{4}(?!\d)/
const WORD = /^[\p{L}\p{M}]/u
const HAN = /^\p{Script=Han}$/u

/** Marks at which a clause ends, and marks over which no name runs. Any other mark is passed over. */
export const STOPS: ReadonlySet<string> = new Set('.?!;,:\n。…—~')
const PAUSES: ReadonlySet<string> = new Set('、/&|=')

export function toUnits(text: string): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    // Space ends a word and is nothing itself.
    if (code === 0x20) {
      at++
      continue
    }
    const end = plainEnd(text, at, code)
    const piece = end > 0 ? text.slice(at, end) : pieceAt(text, at)
    if (piece === '') {
      at++
      continue
    }
    const last = units.at(-1)
    const percent = piece === '%' && last?.kind === 'number' && last.at + last.text.length === at
    const kind = code >= 0x4e00 && code <= 0x9fff ? 'han' : percent ? 'word' : kindOf(piece)
    // 1) 2) number the questions of a list: the number is a mark.
    if (piece === ')' && last?.kind === 'number' && last.at + last.text.length === at)
      units[units.length - 1] = { ...last, kind: 'stop', key: NUMBERING, text: NUMBERING }
    // "October 20, 2021": the comma ends nothing.
    if (piece === ',' && last?.kind === 'number' && YEAR_NEXT.test(text.slice(at + 1, at + 7))) {
      at++
      continue
    }
    if (kind) units.push({ kind, key: percent ? PERCENT : keyOf(piece, kind), text: percent ? PERCENT : piece, at })
    at += piece.length
  }
  return units
}

/** Where a piece ends that is one of the usual Chinese characters or a plain English word; 0 for any other, which takes looking up. */
function plainEnd(text: string, at: number, code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return at + 1
  if (!isPlainLetter(code)) return 0
  let end = at + 1
  while (end < text.length && isPlainLetter(text.charCodeAt(end))) end++
  const next = text.charCodeAt(end)
  return next === 0x27 || next >= 0x80 ? 0 : end
}

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function pieceAt(text: string, at: number): string {
  PIECE.lastIndex = at
  return PIECE.exec(text)?.[0] ?? ''
}

function kindOf(piece: string): UnitKind | null {
  const code = piece.charCodeAt(0)
  if (isPlainLetter(code)) return 'word'
  if (code >= 0x30 && code <= 0x39) return 'number'
  if (STOPS.has(piece)) return 'stop'
  if (PAUSES.has(piece)) return 'pause'
  if (code < 0x80) return null
  if (HAN.test(piece)) return 'han'
  return WORD.test(piece) ? 'word' : null
}

/** The word that the sign after a number stands for. */
const PERCENT = 'percent'

/** "we're" is we and not were, "i'll" is I and not ill. */
const OF_PRONOUN = /^(i|we|you|they|he|she)['’](?:re|m|ll|d|ve)$/

const stems = new Map<string, string>()

function keyOf(piece: string, kind: UnitKind): string {
  if (kind !== 'word') return piece
  const known = stems.get(piece)
  if (known !== undefined) return known
  const key = stemmer(piece.replace(OF_PRONOUN, '$1').replace(/['’]/g, ''))
  if (stems.size < 50_000) stems.set(piece, key)
  return key
}

/** The keys of a text without marks, as `toUnits` would make them: what most names are is looked at in one go. */
export function plainKeys(text: string): string[] | null {
  if (PLAIN_HAN.test(text)) return [...text]
  return PLAIN_WORDS.test(text) ? text.split(' ').map((word) => keyOf(word, 'word')) : null
}

const PLAIN_HAN = /^[\u4e00-\u9fff]+$/
const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)*$/

/** One text for a phrase, by which phrases are compared. */
export function phraseKey(units: readonly Unit[]): string {
  return units.map((unit) => unit.key).join(' ')
}
