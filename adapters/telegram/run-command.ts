// A command → the question that it stands for, asked of the core like any other, or what the chat is told about itself.
import type { InlineKeyboardButton } from '@grammyjs/types'
import type { Input, Lang } from '../../src/answer.js'
import { menuOf, noticeOptions } from '../../src/menu.js'
import { choiceId } from '../../src/query/choice.js'
import { type Asker, ask, remembered } from '../context.js'
import { sentence } from '../wording.js'
import { encode } from './callback-data.js'
import { offersOf, typedQuestion } from './commands.js'
import { questionOfLink } from './deep-link.js'
import { dialogOf, dialogStep } from './eligibility-dialog.js'
import { offerLanguages } from './language-choice.js'
import { type Reply, replyWith, say } from './reply.js'
import type { TelegramContext } from './telegram-context.js'

/** @param words what stands after the command */
export function runCommand(command: string, words: string, asker: Asker, context: TelegramContext, isPrivate: boolean): Reply {
  const { library } = context.assistant()
  const lang = asker.lang ?? 'en'
  switch (command) {
    case 'start':
      return start(words, asker, context, isPrivate)
    case 'help':
      return help(asker, context, isPrivate)
    case 'language':
      return offerLanguages(library, lang)
    case 'privacy':
      return say(sentence(library.language, lang, 'privacy-text'))
    case 'ask':
      return answerTo({ kind: 'text', text: words }, asker, context)
    default:
      return words === '' ? chosen(command, asker, context) : answerTo(typedQuestion(command, words, library), asker, context)
  }
}

/** What a command asks when nothing stands after it; of several notices the one that is talked about, else it asks which. */
function chosen(command: string, asker: Asker, context: TelegramContext): Reply {
  const { library } = context.assistant()
  const lang = asker.lang ?? 'en'
  const offers = offersOf(command, library)
  const about = remembered(context, asker)?.notice
  const [only] = offers.size === 1 ? offers.keys() : []
  const notice = about !== undefined && offers.has(about) ? about : only
  if (notice === undefined) return whichNotice(command, offers, lang, context)
  const dialog = command === 'eligibility' && menuOf(library, library.notices.get(notice) as never).dialog
  const step = dialog ? dialogStep(dialogOf(notice), 0, lang, asker, context) : null
  return step ?? answerTo({ kind: 'suggestion', id: offers.get(notice) ?? '' }, asker, context)
}

function whichNotice(command: string, offers: ReadonlyMap<string, string>, lang: Lang, { assistant }: TelegramContext): Reply {
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

/** The first words, or what a link to a fact or a question asks. */
function start(payload: string, asker: Asker, context: TelegramContext, isPrivate: boolean): Reply {
  const question = questionOfLink(payload, context.assistant().library)
  return question ? answerTo(question, asker, context) : help(asker, context, isPrivate)
}

/** How to ask here; in a group also what is seen of it. */
function help(asker: Asker, context: TelegramContext, isPrivate: boolean): Reply {
  const { library } = context.assistant()
  const lang = asker.lang ?? 'en'
  const [notice] = library.notices.keys()
  const answer = ask(context, asker, { kind: 'suggestion', id: choiceId(notice ?? '', [], 'help') }, { lang })
  const { username: bot, can_read_all_group_messages: seesAll, supports_inline_queries: inline } = context.me
  const tell = (key: string): string => sentence(library.language, lang, key, key === 'help-privacy-mode' ? {} : { bot })
  const after = [
    ...(isPrivate ? [] : [tell('help-group')]),
    ...(isPrivate ? [tell('help-elsewhere')] : []),
    ...(seesAll ? [] : [tell('help-privacy-mode')]),
    ...(inline ? [tell('help-inline')] : []),
  ]
  return replyWith(answer, { after })
}

function answerTo(input: Input, asker: Asker, context: TelegramContext): Reply {
  // Words show their language; what was chosen is told in the asker's.
  const lang = input.kind === 'text' && input.text !== '' ? undefined : asker.lang
  return replyWith(ask(context, asker, input, { lang }))
}
