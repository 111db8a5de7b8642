// Traditional and simplified Chinese. The only file that imports opencc-js.
import { Converter, Locale } from 'opencc-js'

// Taiwan with its own words (軟體 → 软件), then what Hong Kong writes otherwise, then any other traditional form.
// Each is made when it is first needed: making one takes longer than a whole question.
const fromTaiwan = lazily(() => Converter({ from: 'twp', to: 'cn' }))
const fromHongKong = lazily(() => Converter({ from: 'hk', to: 'cn' }))
const toTaiwan = lazily(() => Converter({ from: 'cn', to: 'tw' }))

function lazily(make: () => (text: string) => string): (text: string) => string {
  let convert: ((text: string) => string) | undefined
  return (text) => {
    convert ??= make()
    return convert(text)
  }
}

const HAN = /\p{Script=Han}/u

/**
 * Simplified Chinese of a text in any script, phrases of Taiwan and Hong Kong included. A text that is simplified already stays as it
 * is: its words are not Taiwan's (文件 is a document there, too).
 */
export function toSimplified(text: string): string {
  return isTraditional(text) ? text.split(PAPER).map(wordsOfTaiwan).join(PAPER) : text
}

/** A paper in all scripts: Taiwan's word for what is a file on a computer elsewhere, but not where notices are spoken of. */
const PAPER = '文件'

/** Taiwan's word for a volunteer, which the converter does not know; not within 同志工作. */
const VOLUNTEER = /(?<![同杂标])志工(?![作业程资人])/gu

function wordsOfTaiwan(text: string): string {
  return fromHongKong(fromTaiwan(text)).replace(VOLUNTEER, '志愿者')
}

// The same sentences are told again and again: each is converted once, as long as there are not too many.
const told = new Map<string, string>()
const MOST_TOLD = 5000

/** Traditional characters of a simplified text. Words stay: a ministry's name is not put into the words of Taiwan. */
export function toTraditional(text: string): string {
  if (!HAN.test(text)) return text
  let traditional = told.get(text)
  if (traditional === undefined) {
    traditional = toTaiwan(text)
    if (told.size >= MOST_TOLD) told.clear()
    told.set(text, traditional)
  }
  return traditional
}

/** So many characters are looked at at a time: a long text shows its script at its beginning. */
const STRETCH = 256

/** Whether a text is written in traditional characters: some of them change when simplified. */
export function isTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at += STRETCH) {
    const stretch = text.slice(at, at + STRETCH)
    if (mayChange(stretch) && fromHongKong(stretch) !== stretch) return true
  }
  return false
}

// A mark for each UTF-16 unit that stands in something which simplifying would write otherwise. Made when first needed.
let marks: Uint8Array | undefined

/** False for a text that simplifying leaves as it is, which is nearly every one: then no dictionary need be searched, nor made. */
function mayChange(text: string): boolean {
  marks ??= changing()
  for (let i = 0; i < text.length; i++) if (marks[text.charCodeAt(i)] === 1) return true
  return false
}

function changing(): Uint8Array {
  const changes = new Uint8Array(0x10000)
  // Forms that Unicode keeps for compatibility, which the converter replaces before it looks anything up.
  changes.fill(1, 0xf900, 0xfb00)
  for (let unit = 0xd87e; unit <= 0xd87f; unit++) changes[unit] = 1
  for (const dictionary of [...(Locale.from.hk as string[][]), ...(Locale.to.cn as string[][])].flat()) {
    for (const line of dictionary.split('|')) {
      const [from = '', to = ''] = line.split(' ')
      for (let i = 0; i < from.length; i++) if (from.length !== to.length || from[i] !== to[i]) changes[from.charCodeAt(i)] = 1
    }
  }
  return changes
}
