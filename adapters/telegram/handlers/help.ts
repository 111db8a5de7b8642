// The first words, and how to ask: in private, in a group, and everywhere else.
import type { Answer } from '../../../src/answer.js'
import { choiceId } from '../../../src/query/choice.js'
import { ask } from '../../context.js'
import { sentence } from '../../wording.js'
import type { TelegramAsker, TelegramContext } from '../telegram-context.js'
import { type Reply, replyWith } from './reply.js'

/** What it is for, with examples to press. */
export function greet(asker: TelegramAsker, context: TelegramContext): Reply {
  return replyWith(usage(asker, context))
}

/** The same after how to ask here, and in a group what is seen of it. */
export function help(asker: TelegramAsker, context: TelegramContext, isPrivate: boolean): Reply {
  const { language } = context.assistant().library
  const { username: bot, can_read_all_group_messages: seesAll, supports_inline_queries: inline } = context.me
  const keys = [
    ...(isPrivate ? ['help-private', 'help-elsewhere'] : ['help-group']),
    ...(seesAll ? [] : ['help-privacy-mode']),
    ...(inline ? ['help-inline'] : []),
  ]
  const before = keys.map((key) => sentence(language, asker.lang, key, WITH_NAME.has(key) ? { bot } : {}))
  return replyWith(usage(asker, context), { before })
}

const WITH_NAME = new Set(['help-elsewhere', 'help-group', 'help-inline'])

function usage(asker: TelegramAsker, context: TelegramContext): Answer {
  const [notice = ''] = context.assistant().library.notices.keys()
  return ask(context, asker, { kind: 'suggestion', id: choiceId(notice, [], 'help') }, { lang: asker.lang })
}
