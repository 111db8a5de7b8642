// Raw text → the one form in which text is compared: width, case, script, markup, repeats.
import { LONGEST_MESSAGE } from '../tuning.js'
import { toSimplified } from './script.js'

/** Code that wraps or decorates a question: links, templates, tags, mentions, mark-up characters; each with what a text must hold to have any. */
const MARKUP: readonly (readonly [string, RegExp])[] = [
  ['http', /\bhttps?:\/\/[^\s\p{Script=Han}]+/giu],
  ['{{', /\{\{[^{}]{0,200}\}\}/g],
  ['${', /\$\{[^{}]{0,200}\}/g],
  ['<', /<[@#!/]?[a-z0-9:_&-]{0,64}(?:\s[^<>]{0,200})?>/gi],
  ['@', /(?<![\p{L}\p{N}])@[a-z0-9_]{1,32}/giu],
  ['', /\p{Extended_Pictographic}|\p{Emoji_Modifier}/gu],
  ['', /[*_~`|#>\\]+/g],
]

/** Commas that only part the digits of a number: 24,000. */
const THOUSANDS = /(?<![\d.])(\d{1,3}),(?=\d{3}(?!\d))/g

/** The last of them as codes of characters. */
const DECORATION: ReadonlySet<number> = new Set(Array.from('*_~`|#>\\', (mark) => mark.charCodeAt(0)))

/** Characters that are not seen: zero-width, bidirectional, variation selectors, tags, controls other than line ends. */
const INVISIBLE = /[\p{Cf}\p{Mn}]|(?![\n\t])\p{Cc}/gu

/** Three or more of the same letter or mark say no more than one: 啊啊啊, ???, sooo. Digits keep their value. */
const REPEATS = /([^\d\s])\1{2,}/gu

/**
 * Normalises a message of any length and content. Twice is the same as once.
 * @returns simplified Chinese and lower-case Latin, half-width, one space at most between words, line ends kept
 */
export function normalise(raw: string): string {
  const text = simplify(tidy(raw))
  // Longer than before where one character stood for several.
  return text.length > LONGEST_MESSAGE ? simplify(tidy(text)) : text
}

/** The first half of it: one width and case, nothing that is not read. What of a long message is not read need not go through the second. */
export function tidy(raw: string): string {
  // Cut twice: there are characters that stand for eighteen.
  let text = cut(
    cut(raw.isWellFormed() ? raw : raw.toWellFormed())
      .replace(THOUSANDS, '$1')
      .normalize('NFKC')
      .toLowerCase(),
  )
  const plain = isPlain(text)
  if (!plain) text = text.replace(INVISIBLE, '')
  for (const [trigger, pattern] of MARKUP) if (trigger ? text.includes(trigger) : !plain) text = text.replace(pattern, ' ')
  return plain ? text : text.normalize('NFKC')
}

/** The second half: simplified characters, repeats and spaces put right. */
export function simplify(tidied: string): string {
  let text = toSimplified(tidied)
  if (hasRepeats(text)) text = text.replace(REPEATS, '$1')
  if (!isPlain(text) || text.includes('  ') || text.includes('\n')) text = text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[\n ]*/g, '\n')
  return text.trim()
}

/** Letters, digits, common marks and characters that no rule above could change, apart from mark-up that its triggers find. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x4e00 && code <= 0x9fff) || code === 0x3001 || code === 0x3002 || code === 0xa) continue
    if (code < 0x20 || code > 0x7e || DECORATION.has(code)) return false
  }
  return true
}

/** Whether three neighbours are the same, or may be: characters of two UTF-16 units are not looked into. */
function hasRepeats(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xd800 && code < 0xe000) return true
    if (code === text.charCodeAt(i + 1) && code === text.charCodeAt(i + 2)) return true
  }
  return false
}

function cut(raw: string): string {
  if (raw.length <= LONGEST_MESSAGE) return raw
  const half = LONGEST_MESSAGE / 2
  return `${raw.slice(0, half)}\n${raw.slice(-half)}`.toWellFormed()
}
