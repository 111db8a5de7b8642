// A button that was pressed → the question or the step that it stands for.
import type { CallbackQuery } from '@grammyjs/types'
import type { Lang } from '../../../src/answer.js'
import { ask, mayAsk } from '../../context.js'
import type { Verdict } from '../../limits.js'
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

/** Whether the one who pressed may have an answer; counts as a question where one is asked. */
export async function judge({ message, data = '', from }: CallbackQuery, context: TelegramContext): Promise<Verdict> {
  const control = message ? decode(data, context.assistant().library) : null
  if (!message || !control || control.kind === 'vote') return 'answer'
  return mayAsk(context, await askerOf(placeOf(message as Parameters<typeof placeOf>[0]), from, context))
}

/**
 * Tells Telegram that the press has arrived, so that the button stops turning; and the one who pressed, where it means nothing any more, or
 * that it is too much, the first time.
 */
export async function acknowledge(query: CallbackQuery, verdict: Promise<Verdict>, context: TelegramContext): Promise<void> {
  const { library } = context.assistant()
  const control = query.message ? decode(query.data ?? '', library) : null
  const { lang } = await askerOf({ chat: query.message?.chat.id ?? query.from.id }, query.from, context)
  const gone = control ? {} : { text: sentence(library.language, lang, 'gone'), show_alert: true }
  const tooMany = (await verdict) === 'tell' ? { text: sentence(library.language, lang, 'too-many'), show_alert: true } : {}
  const noted = control?.kind === 'vote' ? { text: await note(control.vote, query, lang, context) } : {}
  try {
    await context.api.call('answerCallbackQuery', { callback_query_id: query.id, ...gone, ...tooMany, ...noted })
  } catch (error) {
    // Too late for that; the answer itself can still be given.
    if (!(error instanceof ApiError && /query is too old|query ID is invalid/i.test(error.said))) throw error
  }
}

export async function onCallback(
  { message, data = '', from }: CallbackQuery,
  verdict: Promise<Verdict>,
  context: TelegramContext,
): Promise<void> {
  const control = message ? decode(data, context.assistant().library) : null
  if (!message || !control || control.kind === 'vote') return
  // Of a message that is too old Telegram tells only where it stands.
  const place: Place = placeOf(message as Parameters<typeof placeOf>[0])
  const label = 'reply_markup' in message ? labelOf(message.reply_markup?.inline_keyboard, data) : undefined
  const asker = await askerOf(place, from, context)
  // Told already, where that is to be told; nobody is owed a message for pressing.
  if ((await verdict) !== 'answer') return
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
  const answer = async (): Promise<void> => {
    if (control.kind === 'language') return
    const repliesTo = messageKey(place.chat, message)
    const answer = await ask(context, asker, { kind: 'suggestion', id: control.id }, { lang, repliesTo })
    // Nobody sees in the chat what was pressed: the answer says what it answers.
    await deliver(replyWith(answer, { heading: answer.title || label }), place, context)
  }
  switch (control.kind) {
    case 'dialog': {
      const step = await dialogStep(control.id, control.page, lang, asker, context)
      if (step) return replace(step, message, place, context)
      // What was chosen is not there any more, which the answer says.
      return answer()
    }
    case 'ask':
      return answer()
    case 'language':
      return replace(await chooseLanguage(place.chat, control.to, control.lang, context), message, place, context)
  }
}
