// Several notices, and a command that is about one of them: which?
import type { InlineKeyboardButton } from '@grammyjs/types'
import type { Lang } from '../../../src/answer.js'
import { menuOf, noticeOptions } from '../../../src/menu.js'
import { sentence } from '../../wording.js'
import { encode } from '../showing/callback-data.js'
import type { TelegramContext } from '../telegram-context.js'
import { dialogOf } from './eligibility-dialog.js'
import { type Reply, say } from './reply.js'

/** @param offers what the command asks of each notice, as notice → id of a suggestion */
export function whichNotice(command: string, offers: ReadonlyMap<string, string>, lang: Lang, { assistant }: TelegramContext): Reply {
  const { library } = assistant()
  const buttons = noticeOptions(library, lang).flatMap(({ id, name }): InlineKeyboardButton[][] => {
    const notice = library.notices.get(id)
    const offer = offers.get(id)
    if (!notice || offer === undefined) return []
    const dialog = command === 'eligibility' && menuOf(library, notice).dialog
    const data = encode(dialog ? { kind: 'dialog', lang, id: dialogOf(id), page: 0 } : { kind: 'ask', lang, id: offer })
    return data === null ? [] : [[{ text: name, callback_data: data }]]
  })
  return say(sentence(library.language, lang, 'choose-notice'), buttons)
}
