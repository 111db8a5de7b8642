// What Telegram shows of the bot before anybody has asked it anything: commands and descriptions, set where they differ from what is set.
import { isDeepStrictEqual } from 'node:util'
import type { BotCommand, LanguageCode } from '@grammyjs/types'
import type { Library } from '../../src/knowledge/library.js'
import type { Tongue } from '../../src/language/language.js'
import { noticeOptions } from '../../src/menu.js'
import { cut } from '../split.js'
import { sentence } from '../wording.js'
import type { BotApi } from './api/bot-api.js'
import { commandsOf } from './handlers/commands.js'

/** Telegram tells languages by two letters, so both Chinese scripts share one; who has neither sees English. */
const LANGUAGES: readonly { readonly code?: LanguageCode; readonly tongue: Tongue }[] = [{ tongue: 'en' }, { code: 'zh', tongue: 'zh' }]
const SCOPES = ['all_private_chats', 'all_group_chats'] as const
const LONGEST_DESCRIPTION = 512
const LONGEST_SHORT = 120

/** @returns whether anything had to be set */
export async function setProfile(api: BotApi, library: Library): Promise<boolean> {
  const changes = LANGUAGES.flatMap(({ code, tongue }) => [
    ...SCOPES.map((type) => setCommands(api, type, code, commandsOf(library, tongue))),
    setTexts(api, code, library, tongue),
  ])
  return (await Promise.all(changes)).includes(true)
}

async function setCommands(
  api: BotApi,
  type: (typeof SCOPES)[number],
  code: LanguageCode | undefined,
  commands: BotCommand[],
): Promise<boolean> {
  const where = { scope: { type }, ...(code ? { language_code: code } : {}) } as const
  const there = await api.call('getMyCommands', where)
  const known = there.map(({ command, description }) => ({ command, description }))
  if (isDeepStrictEqual(known, commands)) return false
  await api.call('setMyCommands', { ...where, commands })
  return true
}

async function setTexts(api: BotApi, code: LanguageCode | undefined, library: Library, tongue: Tongue): Promise<boolean> {
  const where = code ? { language_code: code } : {}
  const lang = tongue === 'en' ? 'en' : 'zh-Hans'
  const description = about('about-text', LONGEST_DESCRIPTION, library, lang)
  const short = about('about-short', LONGEST_SHORT, library, lang)
  const { description: there } = await api.call('getMyDescription', where)
  const { short_description: shortThere } = await api.call('getMyShortDescription', where)
  if (there !== description) await api.call('setMyDescription', { ...where, description })
  if (shortThere !== short) await api.call('setMyShortDescription', { ...where, short_description: short })
  return there !== description || shortThere !== short
}

/** A sentence that names the notices: as many of them as there is room for, so that the rest of it is never cut. */
function about(key: string, most: number, library: Library, lang: 'en' | 'zh-Hans'): string {
  const names = noticeOptions(library, lang).map(({ name }) => (lang === 'en' ? name : `《${name}》`))
  const told = (count: number): string => {
    const titles = names.slice(0, count).join(lang === 'en' ? '; ' : '、') + (count < names.length ? '…' : '')
    return sentence(library.language, lang, key, { titles })
  }
  const fits = names.map((_, i) => told(names.length - i)).find((text) => text.length <= most)
  return fits ?? cut(told(1), most)
}
