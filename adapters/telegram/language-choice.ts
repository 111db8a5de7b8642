// The language of a chat: chosen with four buttons, kept until the program ends.
import type { Lang } from '../../src/answer.js'
import type { Library } from '../../src/knowledge/library.js'
import { sentence } from '../wording.js'
import { encode } from './callback-data.js'
import type { Keyboard } from './messenger.js'
import { type Reply, say } from './reply.js'
import type { TelegramContext } from './telegram-context.js'

const CHOICES: readonly (Lang | 'auto')[] = ['zh-Hans', 'zh-Hant', 'en', 'auto']

export function offerLanguages(library: Library, lang: Lang): Reply {
  const rows: Keyboard = CHOICES.map((to) => {
    const data = encode({ kind: 'language', lang, to })
    // Each is called in its own language: who cannot read the others finds it.
    const text = sentence(library.language, to === 'auto' ? lang : to, `language-${to}`)
    return data === null ? [] : [{ text, callback_data: data }]
  })
  return say(sentence(library.language, lang, 'language-choose'), rows)
}

export function chooseLanguage(chat: number, to: Lang | 'auto', lang: Lang, { languages, assistant }: TelegramContext): Reply {
  if (to === 'auto') languages.delete(chat)
  else languages.set(chat, to)
  return say(sentence(assistant().library.language, to === 'auto' ? lang : to, `language-set-${to}`))
}
