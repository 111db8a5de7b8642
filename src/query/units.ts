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

const PIECE = /\p{Script=Han}|[\p{L}\p{M}]+(?:['’][\p{L}]+)*|\d+(?:\.\d+)?|\S|\n/gu
const WORD = /^[\p{L}\p{M}]/u
const HAN = /^\p{Script=Han}$/u

/** Marks at which a clause ends, and marks over which no name runs. Any other mark is passed over. */
const STOPS = new Set([...'.?!;,:\n。、…—~'])
STOPS.delete('、')
const PAUSES = new Set([...'、/&|='])

export function toUnits(text: string): Unit[] {
  const units: Unit[] = []
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0]
    const kind = kindOf(piece)
    const last = units.at(-1)
    // 1) 2) number the questions of a list: the number is a mark.
    if (piece === ')' && last?.kind === 'number' && last.at + last.text.length === match.index) units[units.length - 1] = { ...last, kind: 'stop', key: NUMBERING, text: NUMBERING }
    if (kind) units.push({ kind, key: keyOf(piece, kind), text: piece, at: match.index })
  }
  return units
}

function kindOf(piece: string): UnitKind | null {
  if (HAN.test(piece)) return 'han'
  if (/^\d/.test(piece)) return 'number'
  if (WORD.test(piece)) return 'word'
  if (STOPS.has(piece)) return 'stop'
  return PAUSES.has(piece) ? 'pause' : null
}

const stems = new Map<string, string>()

function keyOf(piece: string, kind: UnitKind): string {
  if (kind !== 'word') return piece
  const known = stems.get(piece)
  if (known !== undefined) return known
  const key = stemmer(piece.replace(/['’]/g, ''))
  if (stems.size < 50_000) stems.set(piece, key)
  return key
}

/** The key under which a phrase is looked up. */
export function phraseKey(units: readonly Unit[]): string {
  return units.map((unit) => unit.key).join(' ')
}
