// Answers to inline queries and to guest messages.
import { compose } from '../compose.js'
import type { Core, Method } from '../core.js'
import { asObject, asText, type JsonObject } from '../json.js'
import { bad, Refusal, TOO_OLD } from '../refusal.js'
import type { Call } from '../requests.js'

const AT_MOST = { results: 50, idBytes: 64, offsetBytes: 64 }

const answerInlineQuery: Method = (core, payload, call): true => {
  const { inline_query_id: id, results, next_offset, button, ...options } = payload
  const query = core.inlineQueries.get(String(id))
  if (query === undefined) throw bad(TOO_OLD)
  query.check()
  if (!Array.isArray(results)) throw bad("can't parse inline query results JSON object")
  if (results.length > AT_MOST.results) throw bad('RESULTS_TOO_MUCH')
  for (const result of results) checkResult(core, asObject(result) ?? {}, call)
  if (new Set(results.map((result) => asObject(result)?.id)).size < results.length) throw bad('RESULT_ID_DUPLICATE')
  if (Buffer.byteLength(asText(next_offset)) > AT_MOST.offsetBytes) throw bad('NEXT_OFFSET_INVALID')
  if (button !== undefined) checkButton(asObject(button) ?? {})
  query.take({ results, next_offset, button, ...options })
  return true
}

const answerGuestQuery: Method = (core, payload, call) => {
  const query = core.guestQueries.get(String(payload.guest_query_id))
  if (query === undefined) throw bad(TOO_OLD)
  query.check()
  const result = asObject(payload.result)
  if (result === undefined) throw bad("can't parse guest query result JSON object")
  checkResult(core, result, call)
  query.take(result)
  const { inline_message_id } = query.send(core, result)
  return { inline_message_id }
}

/** One of the kinds with a text in them: nothing here sends anything else. */
function checkResult(core: Core, result: JsonObject, call: Call): void {
  const { type, id, title, input_message_content: given, reply_markup } = result
  if (type !== 'article') throw bad(`RESULT_TYPE_INVALID, here at least: ${String(type)}`)
  const bytes = Buffer.byteLength(asText(id))
  if (bytes < 1 || bytes > AT_MOST.idBytes) throw bad('RESULT_ID_INVALID')
  if (asText(title).trim() === '') throw bad('ARTICLE_TITLE_EMPTY')
  const content = asObject(given)
  if (content === undefined) throw bad('SEND_MESSAGE_MEDIA_INVALID')
  try {
    compose(core, asMessage(content, reply_markup), call)
  } catch (refusal) {
    // Here the length is found out by another part of Telegram, with words of its own.
    if (refusal instanceof Refusal && refusal.description.endsWith('message is too long')) throw bad('MESSAGE_TOO_LONG')
    throw refusal
  }
}

/** The parameters with which sendMessage would send the same. */
export function asMessage({ message_text, ...content }: JsonObject, reply_markup: unknown): JsonObject {
  return { ...content, text: message_text, reply_markup }
}

/** Leads to the private chat with the bot. */
function checkButton({ text, start_parameter, web_app }: JsonObject): void {
  if (asText(text).trim() === '') throw bad('SWITCH_PM_TEXT_EMPTY')
  if ((start_parameter === undefined) === (web_app === undefined)) throw bad('a button does exactly one thing')
  if (start_parameter !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(asText(start_parameter))) throw bad('START_PARAM_INVALID')
}

export const inlineMethods: Readonly<Record<string, Method>> = { answerInlineQuery, answerGuestQuery }
