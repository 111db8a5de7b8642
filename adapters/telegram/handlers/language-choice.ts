// The language of a chat: chosen with four buttons, kept for a month.
import type { Lang } from '../../../src/answer.js'
import type { Library } from '../../../src/knowledge/library.js'
import { langOfTag } from '../../../src/query/language.js'
import { sentence } from '../../wording.js'
import { encode } from '../showing/callback-data.js'
import type { Keyboard } from '../showing/keyboard.js'
import { chatKey, type TelegramContext } from '../telegram-context.js'
import { type Reply, say } from './reply.js'

type Choice = Lang | 'auto'

const CHOICES: readonly Choice[] = ['zh-Hans', 'zh-Hant', 'en', 'auto']

/** The choice that the words after the command name: a tag, or what a button says. */
export function languageNamed(words: string): Choice | undefined {
  const tag = words.trim().toLowerCase()
  return tag === 'auto' ? 'auto' : langOfTag(tag)
}

/** @param now what is chosen */
export function offerLanguages(library: Library, lang: Lang, now: Choice): Reply {
  return say(sentence(library.language, lang, 'language-choose'), buttons(library, lang, now))
}

/** The buttons stay: who has chosen wrongly can choose again. */
export async function chooseLanguage(chat: number, to: Choice, lang: Lang, { languages, assistant }: TelegramContext): Promise<Reply> {
  if (to === 'auto') await languages.forget(chatKey(chat))
  else await languages.set(to, chatKey(chat))
  const { library } = assistant()
  const told = to === 'auto' ? lang : to
  return say(sentence(library.language, told, `language-set-${to}`), buttons(library, told, to))
}

function buttons(library: Library, lang: Lang, now: Choice): Keyboard {
  return CHOICES.map((to) => {
    const data = encode({ kind: 'language', lang, to })
    // Each is called in its own language: who cannot read the others finds it.
    const name = sentence(library.language, to === 'auto' ? lang : to, `language-${to}`)
    return data === null ? [] : [{ text: to === now ? `✓ ${name}` : name, callback_data: data }]
  })
}
