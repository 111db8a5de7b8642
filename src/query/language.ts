// In which language and script to answer.
import type { Lang } from '../answer.js'
import { isTraditional, toTraditional } from './script.js'

const HAN = /\p{Script=Han}/u

/**
 * The language of a question: by its characters; of Latin letters read as pinyin, simplified Chinese. Where the words do not show it,
 * the conversation's, then the asker's.
 */
export function languageOf(raw: string, readAsPinyin: boolean, before: Lang | undefined, locale: Lang | undefined): Lang {
  const { han, latin } = letters(raw)
  if (han > 0 && han * 6 >= latin) {
    if (isTraditional(raw)) return 'zh-Hant'
    // A few characters may be the same in both scripts: go on as before.
    const either = han <= 6 && toTraditional(raw) === raw
    return either && (before === 'zh-Hant' || locale === 'zh-Hant') ? 'zh-Hant' : 'zh-Hans'
  }
  if (latin > 0) return readAsPinyin ? 'zh-Hans' : 'en'
  return before ?? locale ?? 'zh-Hans'
}

/** How many Chinese characters and Latin letters a text has. Counted one by one: a list of them all would be longer than the text. */
function letters(text: string): { han: number; latin: number } {
  let [han, latin] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) latin++
    else if (code >= 0x4e00 && code <= 0x9fff) han++
    else if (code >= 0x2e80 && HAN.test(String.fromCodePoint(text.codePointAt(i) as number))) han++
  }
  return { han, latin }
}

/** The nearest language that answers are written in, or undefined where the tag names none of them. */
export function langOfTag(tag: string | undefined): Lang | undefined {
  if (!tag) return undefined
  const [language, ...rest] = tag.toLowerCase().replace(/_/g, '-').split('-')
  if (language === 'en') return 'en'
  if (language !== 'zh' && language !== 'yue') return undefined
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) || language === 'yue' ? 'zh-Hant' : 'zh-Hans'
}
