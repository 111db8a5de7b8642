// Several notices, and a command that is about one of them: which?
import type { InlineKeyboardButton } from '@grammyjs/types'
import type { Lang } from '../../../src/answer.js'
import type { Asked } from '../../asking-commands.js'
import { sentence } from '../../wording.js'
import { encode } from '../showing/callback-data.js'
import type { TelegramContext } from '../telegram-context.js'
import { dialogOf } from './eligibility-dialog.js'
import { type Reply, say } from './reply.js'

export function whichNotice(asked: readonly Asked[], lang: Lang, { assistant }: TelegramContext): Reply {
  const buttons = asked.flatMap(({ notice, name, id, dialog }): InlineKeyboardButton[][] => {
    const data = encode(dialog ? { kind: 'dialog', lang, id: dialogOf(notice.id), page: 0 } : { kind: 'ask', lang, id })
    return data === null ? [] : [[{ text: name, callback_data: data }]]
  })
  return say(sentence(assistant().library.language, lang, 'choose-notice'), buttons)
}
