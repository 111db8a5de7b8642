// Text in lines: Chinese may break between any two characters but not before a closing mark or after an opening one, English at spaces.
import type { Style } from './sheet.js'
import { widthOf } from './typeface.js'

const OPENING = '（《“‘「『【〈(['
const CLOSING = '）》”’」』】〉)]、，。；：！？·…,.;:!?%'
const UNIT = new RegExp(
  `[${escaped(OPENING)}]*(?:[\\p{sc=Han}\\u3000-\\u303f\\uff00-\\uffef]|[^\\s\\p{sc=Han}\\u3000-\\u303f\\uff00-\\uffef]+)[${escaped(CLOSING)}]*\\s*`,
  'gu',
)

function escaped(characters: string): string {
  return characters.replace(/[\]\\^-]/g, '\\$&')
}

/** Lines of at most `width`, in order; together they are the text without the spaces at their ends. */
export function wrap(text: string, style: Pick<Style, 'size' | 'weight'>, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const unit of text.match(UNIT) ?? [text]) {
    if (line !== '' && widthOf((line + unit).trimEnd(), style) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += unit
    // A word that is wider than a line.
    while (widthOf(line.trimEnd(), style) > width && [...line].length > 1) {
      const head = fitting(line, style, width)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** As many characters as fit, at least one. */
function fitting(text: string, style: Pick<Style, 'size' | 'weight'>, width: number): string {
  let head = ''
  for (const character of text) {
    if (head !== '' && widthOf(head + character, style) > width) break
    head += character
  }
  return head
}
