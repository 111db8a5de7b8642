// Text that is too long for one message: split between blocks, then between sentences, then between words. Nothing is lost.

/** Pieces of `blocks`, each at most `most` UTF-16 units, in order; blocks that fit share a piece. Joined by `gap` they are the blocks. */
export function splitBlocks(blocks: readonly string[], most: number, gap = '\n'): string[] {
  const lines = blocks.map((text) => ({ text }))
  return packLines(lines, most, gap.length).map((page) => page.map(({ text }) => text).join(gap))
}

/** Lines in pages of at most `most` units, `gap` units between two lines of a page; a line that is too long becomes several of its kind. */
export function packLines<T extends { readonly text: string }>(lines: readonly T[], most: number, gap = 1): T[][] {
  const pages: T[][] = []
  let length = 0
  for (const line of lines.flatMap((line) => splitText(line.text, most).map((text) => ({ ...line, text })))) {
    const page = pages.at(-1)
    if (page && length + gap + line.text.length <= most) {
      page.push(line)
      length += gap + line.text.length
    } else {
      pages.push([line])
      length = line.text.length
    }
  }
  return pages
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
