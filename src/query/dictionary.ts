// Whether characters are a word of everyday Chinese: then they are no slip of an input method, and mean themselves.

// Made when first needed: it loads the dictionary.
let made: Intl.Segmenter | undefined

function segments(text: string): Iterable<Intl.SegmentData> {
  made ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return made.segment(text)
}

/** True where the dictionary of the runtime (ICU) takes two or more characters as one word: 检查 is a word, 签头 is not. */
export function isDictionaryWord(text: string): boolean {
  const [first] = segments(text)
  return text.length > 1 && first?.isWordLike === true && first.segment.length === text.length
}

/** Everyday words of two or more characters in a text, as ranges of characters. */
export function dictionaryWords(text: string): { from: number; to: number }[] {
  const words: { from: number; to: number }[] = []
  let at = 0
  for (const { segment, isWordLike } of segments(text)) {
    const length = [...segment].length
    if (isWordLike && length > 1) words.push({ from: at, to: at + length })
    at += length
  }
  return words
}
