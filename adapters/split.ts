// Text that is too long for one message: split between blocks, then between sentences, then between words. Nothing is lost.

/** Pieces of `blocks`, each at most `most` UTF-16 units, in order; blocks that fit share a piece. Joined by `gap` they are the blocks. */
export function splitBlocks(blocks: readonly string[], most: number, gap = '\n'): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const part of blocks.flatMap((block) => splitText(block, most))) {
    if (piece !== '' && piece.length + gap.length + part.length > most) {
      pieces.push(piece)
      piece = part
    } else piece = piece === '' ? part : piece + gap + part
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** One text in pieces of at most `most` units; put together they are the text. */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > most) {
    const at = borderBefore(rest, most)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...pieces, rest]
}

/** The last border within the first `most` units: after a line, a sentence or a space, else between two characters. */
function borderBefore(text: string, most: number): number {
  const head = text.slice(0, most)
  const last = (pattern: RegExp): number => Math.max(0, ...[...head.matchAll(pattern)].map((match) => match.index + match[0].length))
  const border = last(/\n/g) || last(/[。！？；!?;]|\.\s/g) || last(/\s/g)
  if (border > 0) return border
  // Not between the halves of a character.
  const code = text.charCodeAt(most - 1)
  return code >= 0xd800 && code <= 0xdbff && most > 1 ? most - 1 : most
}

/** The beginning of a text, at most `most` units: not half of a character, and with a mark where something is left out. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most - 1)
  return `${head.isWellFormed() ? head : head.slice(0, -1)}…`
}
