// The words of the page: the sentences of language/wording.yaml that are called so.
import type { Lang } from '../../src/answer.js'
import type { Library } from '../../src/knowledge/library.js'
import { inScript } from '../../src/menu.js'

const MARK = 'page-'

/** Every sentence of the page by its name, with its placeholders. */
export function wordsOf({ language }: Library, lang: Lang): Record<string, string> {
  const own = [...language.wording].filter(([key]) => key.startsWith(MARK))
  return Object.fromEntries(own.map(([key, text]) => [key.slice(MARK.length), inScript(text[lang === 'en' ? 'en' : 'zh'], lang)]))
}
