// Inline keyboards.
import type { InlineKeyboardMarkup } from '@grammyjs/types'
import { asObject, asText, type JsonObject, list } from './json.js'
import { bad } from './refusal.js'
import { urlProblem } from './text/url.js'

const ACTIONS = [
  ...['url', 'callback_data', 'web_app', 'login_url', 'callback_game', 'pay', 'copy_text', 'disabled'],
  ...['switch_inline_query', 'switch_inline_query_current_chat', 'switch_inline_query_chosen_chat'],
]

const AT_MOST = { buttons: 100, inRow: 8, dataBytes: 64, copied: 256 }

/** A keyboard without buttons is none. */
export function checkMarkup(given: unknown, note: (description: string) => void): InlineKeyboardMarkup | undefined {
  if (given === undefined) return undefined
  const rows = asObject(given)?.inline_keyboard
  if (!Array.isArray(rows)) throw bad('object expected as reply markup, and here none but an inline keyboard')
  if (rows.some((row) => !Array.isArray(row))) throw bad("can't parse inline keyboard button: expected an Array of Array")
  if (rows.some((row) => list(row).length === 0)) note('an empty row of buttons')
  const buttons = rows.flat()
  if (buttons.length > AT_MOST.buttons || rows.some((row) => list(row).length > AT_MOST.inRow)) throw bad('REPLY_MARKUP_TOO_LONG')
  for (const button of buttons) checkButton(asObject(button) ?? {})
  return buttons.length === 0 ? undefined : (given as InlineKeyboardMarkup)
}

function checkButton(button: JsonObject): void {
  const { text, url, callback_data: data } = button
  if (typeof text !== 'string') throw bad('can\'t parse inline keyboard button: Can\'t find field "text"')
  if (text.trim() === '') throw bad('text buttons are unallowed in the inline keyboard: a button needs a text')
  const actions = ACTIONS.filter((action) => button[action] !== undefined)
  if (actions.length === 0) throw bad('text buttons are unallowed in the inline keyboard')
  if (actions.length > 1) throw bad(`a button does exactly one thing, not ${actions.join(' and ')}`)
  if (data !== undefined) checkData(data)
  const problem = url === undefined ? undefined : urlProblem(asText(url))
  if (problem !== undefined) throw bad(`inline keyboard button URL '${asText(url)}' is invalid: ${problem}`)
  const copied = button.copy_text === undefined ? 'x' : asText(asObject(button.copy_text)?.text)
  if (copied.length < 1 || copied.length > AT_MOST.copied) throw bad('BUTTON_COPY_TEXT_INVALID')
}

function checkData(data: unknown): void {
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0
  if (bytes < 1 || bytes > AT_MOST.dataBytes) throw bad('BUTTON_DATA_INVALID')
}
