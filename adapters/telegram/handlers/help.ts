// The first words, and how to ask: in private, in a group, and everywhere else.
import type { Answer } from '../../../src/answer.js'
import { choiceId } from '../../../src/query/choice.js'
import { ask } from '../../context.js'
import { sentence } from '../../wording.js'
import type { TelegramAsker, TelegramContext } from '../telegram-context.js'
import { type Reply, replyWith } from './reply.js'

/** What it is for, with examples to press. */
export async function greet(asker: TelegramAsker, context: TelegramContext): Promise<Reply> {
  return replyWith(await usage(asker, context))
}

/** The same after how to ask here, and in a group what is seen of it. */
export async function help(asker: TelegramAsker, context: TelegramContext, isPrivate: boolean): Promise<Reply> {
  const { language } = context.assistant().library
  const { username: bot, can_read_all_group_messages: seesAll, supports_inline_queries: inline } = context.me
  const keys = [
    ...(isPrivate ? ['help-private', 'help-elsewhere'] : ['help-group']),
    ...(seesAll ? [] : ['help-privacy-mode']),
    ...(inline ? ['help-inline'] : []),
  ]
  const before = keys.map((key) => sentence(language, asker.lang, key, WITH_NAME.has(key) ? { bot } : {}))
  return replyWith(await usage(asker, context), { before })
}

const WITH_NAME = new Set(['help-elsewhere', 'help-group', 'help-inline'])

function usage(asker: TelegramAsker, context: TelegramContext): Promise<Answer> {
  const [notice = ''] = context.assistant().library.notices.keys()
  return ask(context, asker, { kind: 'suggestion', id: choiceId(notice, [], 'help') }, { lang: asker.lang })
}
