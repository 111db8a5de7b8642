// The words of the page, as the server has them in each language, and the language to begin with.
import type { Lang } from '../../../src/answer.js'

export type Words = (key: string, args?: Readonly<Record<string, string>>) => string

export const LANGS: readonly (readonly [Lang, string])[] = [
  ['en', 'English'],
  ['zh-Hans', '简体中文'],
  ['zh-Hant', '繁體中文'],
]

/** The first language of the browser that the page is written in. */
export function browserLang(tags: readonly string[]): Lang {
  for (const tag of tags) {
    const { language, script, region } = new Intl.Locale(tag).maximize()
    if (language === 'zh') return script === 'Hant' || region === 'TW' || region === 'HK' ? 'zh-Hant' : 'zh-Hans'
    if (language === 'en') return 'en'
  }
  return 'en'
}

export function wordsFrom(texts: Readonly<Record<string, string>>): Words {
  return (key, args = {}) => (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => args[name] ?? '')
}
