// A button that was pressed → the question or the step that it stands for.
import type { CallbackQuery } from '@grammyjs/types'
import type { Lang } from '../../../src/answer.js'
import { ask, mayAsk } from '../../context.js'
import type { Vote } from '../../unanswered/unanswered-log.js'
import { sentence } from '../../wording.js'
import { ApiError } from '../api/bot-api.js'
import type { Place } from '../api/messenger.js'
import { type Control, decode } from '../showing/callback-data.js'
import { labelOf } from '../showing/keyboard.js'
import { askerOf, messageKey, placeOf, type TelegramAsker, type TelegramContext } from '../telegram-context.js'
import { dialogStep } from './eligibility-dialog.js'
import { chooseLanguage } from './language-choice.js'
import { deliver, replace, replyWith } from './reply.js'

/** Tells Telegram that the press has arrived, so that the button stops turning; and the one who pressed, where it means nothing any more. */
export async function acknowledge(query: CallbackQuery, context: TelegramContext): Promise<void> {
  const { library } = context.assistant()
  const control = query.message ? decode(query.data ?? '', library) : null
  const { lang } = await askerOf({ chat: query.message?.chat.id ?? query.from.id }, query.from, context)
  const gone = control ? {} : { text: sentence(library.language, lang, 'gone'), show_alert: true }
  const noted = control?.kind === 'vote' ? { text: await note(control.vote, query, lang, context) } : {}
  try {
    await context.api.call('answerCallbackQuery', { callback_query_id: query.id, ...gone, ...noted })
  } catch (error) {
    // Too late for that; the answer itself can still be given.
    if (!(error instanceof ApiError && /query is too old|query ID is invalid/i.test(error.said))) throw error
  }
}

export async function onCallback({ message, data = '', from }: CallbackQuery, context: TelegramContext): Promise<void> {
  const control = message ? decode(data, context.assistant().library) : null
  if (!message || !control || control.kind === 'vote') return
  // Of a message that is too old Telegram tells only where it stands.
  const place: Place = placeOf(message as Parameters<typeof placeOf>[0])
  const label = 'reply_markup' in message ? labelOf(message.reply_markup?.inline_keyboard, data) : undefined
  const asker = await askerOf(place, from, context)
  // The button has stopped turning already; nobody is owed a message for pressing.
  if ((await mayAsk(context, asker)) !== 'answer') return
  await carryOut(control, { place, message: message.message_id, label }, asker, context)
}

/** @returns what the one who pressed is told */
async function note(vote: Vote, { message, from }: CallbackQuery, lang: Lang, { feedback, assistant }: TelegramContext): Promise<string> {
  const isNoted = message && (await feedback?.vote(messageKey(message.chat.id, message.message_id), String(from.id), vote))
  return sentence(assistant().library.language, lang, isNoted ? 'vote-noted' : 'vote-late')
}

interface Pressed {
  readonly place: Place
  readonly message: number
  /** What the button says. */
  readonly label: string | undefined
}

async function carryOut(
  control: Exclude<Control, { kind: 'vote' }>,
  { place, message, label }: Pressed,
  asker: TelegramAsker,
  context: TelegramContext,
): Promise<void> {
  // A language that was chosen since holds for older buttons, too.
  const lang = asker.chosen ?? control.lang
  switch (control.kind) {
    case 'ask': {
      const repliesTo = messageKey(place.chat, message)
      const answer = await ask(context, asker, { kind: 'suggestion', id: control.id }, { lang, repliesTo })
      // Nobody sees in the chat what was pressed: the answer says what it answers.
      return deliver(replyWith(answer, { heading: answer.title || label }), place, context)
    }
    case 'dialog': {
      const step = await dialogStep(control.id, control.page, lang, asker, context)
      return step ? replace(step, message, place, context) : undefined
    }
    case 'language':
      return replace(await chooseLanguage(place.chat, control.to, control.lang, context), message, place, context)
  }
}
