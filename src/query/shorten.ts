// Of a very long message the parts that are worth reading: chosen by their marks and a few words, before anything dear is done to them.
import { CLAUSES, LONGEST_READING } from '../tuning.js'
import { STOPS } from './units.js'

interface Piece {
  readonly from: number
  /** After the mark that ends it. */
  readonly to: number
  /** About as many units as it has. */
  readonly size: number
  readonly mark: string
}

/**
 * A text of at most LONGEST_READING units as it is; of a longer one the clauses that end with a question mark, then those with a question
 * word, the last, the first and the others from the end, as far as there is room, in the order of the text.
 */
export function worthReading(text: string, asking: RegExp): string {
  if (text.length <= LONGEST_READING) return text
  const pieces = piecesOf(text)
  if (pieces.length <= CLAUSES.few && pieces.reduce((sum, piece) => sum + piece.size, 0) <= LONGEST_READING) return text
  return (
    chosen(text, pieces, asking)
      .map(({ from, to }) => text.slice(from, to))
      .join('') || text.slice(-LONGEST_READING)
  )
}

function chosen(text: string, pieces: readonly Piece[], asking: RegExp): Piece[] {
  const last = pieces.length - 1
  const rank = (piece: Piece, i: number): number => {
    if (piece.mark === '?') return 0
    if (piece.size <= LONGEST_READING && asking.test(text.slice(piece.from, piece.to - piece.mark.length))) return 1
    return i === last ? 2 : i === 0 ? 3 : 4
  }
  const order = pieces.map((piece, i) => ({ i, piece, rank: rank(piece, i) })).sort((a, b) => a.rank - b.rank || b.i - a.i)
  const kept: number[] = []
  let room = LONGEST_READING
  for (const { i, piece } of order) {
    if (piece.size > room) continue
    room -= Math.max(piece.size, CLAUSES.least)
    kept.push(i)
  }
  return kept.sort((a, b) => a - b).map((i) => pieces[i] as Piece)
}

/** Pieces with something in them. A full stop between digits, as in 1.5, ends none. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let [from, size, inWord] = [0, 0, false]
  const close = (to: number, mark: string): void => {
    if (size > 0) pieces.push({ from, to, size, mark })
    ;[from, size, inWord] = [to, 0, false]
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x2e80) {
      // Each Chinese character is a unit; marks of its width are few.
      if (code <= 0x3002 && STOPS.has(text[i] as string)) close(i + 1, text[i] as string)
      else size++
      inWord = false
    } else if (isLetterOrDigit(code)) {
      if (!inWord) size++
      inWord = true
    } else if (STOPS.has(text[i] as string) && !(code === 0x2e && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))))
      close(i + 1, text[i] as string)
    else inWord = false
  }
  close(text.length, '')
  return pieces
}

function isLetterOrDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x2000)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
