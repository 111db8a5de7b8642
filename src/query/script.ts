// Traditional and simplified Chinese. The only file that imports opencc-js.
import { Converter } from 'opencc-js'

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
  return isTraditional(text) ? fromHongKong(fromTaiwan(text)) : text
}

/** Traditional characters of a simplified text. Words stay: a ministry's name is not put into the words of Taiwan. */
export function toTraditional(text: string): string {
  return HAN.test(text) ? toTaiwan(text) : text
}

/** Whether a text is written in traditional characters: some of them change when simplified. */
export function isTraditional(text: string): boolean {
  return HAN.test(text) && fromHongKong(text) !== text
}
