// The sentences that adapters say themselves, from language/wording.yaml, in the reader's language and script.
import type { Lang } from '../src/answer.js'
import { fill } from '../src/compose/fill.js'
import type { Language } from '../src/language/language.js'
import { toTraditional } from '../src/query/script.js'

/** A sentence of wording.yaml. Throws on a key or a placeholder that does not exist: both are part of the program. */
export function sentence(language: Language, lang: Lang, key: string, args: Readonly<Record<string, string>> = {}): string {
  const text = fill(language, lang === 'en' ? 'en' : 'zh', key, args)
  return lang === 'zh-Hant' ? toTraditional(text) : text
}
