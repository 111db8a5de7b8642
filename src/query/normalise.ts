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

/** Characters that are not seen: zero-width, bidirectional, variation selectors, tags, controls other than line ends. */
const INVISIBLE = /[\p{Cf}\p{Mn}]|(?![\n\t])\p{Cc}/gu

/** Three or more of the same letter or mark say no more than one: 啊啊啊, ???, sooo. Digits keep their value. */
const REPEATS = /([^\d\s])\1{2,}/gu

/**
 * Normalises a message of any length and content. Twice is the same as once.
 * @returns simplified Chinese and lower-case Latin, half-width, one space at most between words, line ends kept
 */
export function normalise(raw: string): string {
  const text = tidy(cut(raw.isWellFormed() ? raw : raw.toWellFormed()))
  // Longer than before where one character stood for several.
  return text.length > LONGEST_MESSAGE ? tidy(cut(text)) : text
}

function tidy(raw: string): string {
  let text = raw.normalize('NFKC').toLowerCase().replace(INVISIBLE, '')
  for (const [trigger, pattern] of MARKUP) if (text.includes(trigger)) text = text.replace(pattern, ' ')
  text = toSimplified(text.normalize('NFKC')).replace(REPEATS, '$1')
  return text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[\n ]*/g, '\n').trim()
}

function cut(raw: string): string {
  if (raw.length <= LONGEST_MESSAGE) return raw
  const half = LONGEST_MESSAGE / 2
  return `${raw.slice(0, half)}\n${raw.slice(-half)}`.toWellFormed()
}
