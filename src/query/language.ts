// In which language and script to answer.
import type { Lang } from '../answer.js'
import { isTraditional } from './script.js'

const HAN = /\p{Script=Han}/gu
const LATIN = /[a-z]/giu

/**
 * The language of a question: by its characters; of Latin letters read as pinyin, simplified Chinese. Where the words do not show it,
 * the conversation's, then the asker's.
 */
export function languageOf(raw: string, readAsPinyin: boolean, before: Lang | undefined, locale: Lang | undefined): Lang {
  const han = raw.match(HAN)?.length ?? 0
  const latin = raw.match(LATIN)?.length ?? 0
  if (han > 0 && han * 6 >= latin) {
    if (isTraditional(raw)) return 'zh-Hant'
    // A few characters may be the same in both scripts: go on as before.
    return han <= 6 && (before === 'zh-Hant' || locale === 'zh-Hant') ? 'zh-Hant' : 'zh-Hans'
  }
  if (latin > 0) return readAsPinyin ? 'zh-Hans' : 'en'
  return before ?? locale ?? 'zh-Hans'
}

/** The nearest language that answers are written in, or undefined where the tag names none of them. */
export function langOfTag(tag: string | undefined): Lang | undefined {
  if (!tag) return undefined
  const [language, ...rest] = tag.toLowerCase().replace(/_/g, '-').split('-')
  if (language === 'en') return 'en'
  if (language !== 'zh' && language !== 'yue') return undefined
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) || language === 'yue' ? 'zh-Hant' : 'zh-Hans'
}

