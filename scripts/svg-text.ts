// Text in pictures: how wide it is, and lines of at most a width, broken between words or between Chinese characters.

/** @param widthOf how wide a text is, in the unit of `most` */
export function wrap(text: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\u2e80-\uffef]|[^\u2e80-\uffef\s]+\s*|\s+/g) ?? []) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > most) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line.trimEnd()]
}

/** About how wide a text is: Chinese characters are square, others a little over half as wide. */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) ? size : size * 0.55
  return Math.ceil(width)
}

export function xml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
