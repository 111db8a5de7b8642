// Answers to pressed buttons.
import type { Method } from '../core.js'
import { bad, TOO_OLD } from '../refusal.js'

/** The longest note, in UTF-16 units. */
const LONGEST = 200

const answerCallbackQuery: Method = (core, payload): true => {
  const { callback_query_id: id, ...answer } = payload
  const pressed = core.presses.get(String(id))
  if (pressed === undefined) throw bad(TOO_OLD)
  if (String(answer.text ?? '').length > LONGEST) throw bad('MESSAGE_TOO_LONG')
  // Only games and links to the bot itself may be opened this way.
  if (answer.url !== undefined && !String(answer.url).startsWith(`https://t.me/${core.settings.username}?start=`)) throw bad('URL_INVALID')
  pressed.take(answer)
  return true
}

export const callbackMethods: Readonly<Record<string, Method>> = { answerCallbackQuery }
