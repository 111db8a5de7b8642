// Parameters as Telegram reads them: in a URL or a form everything is a string, and even in JSON a string may stand for a number.
import { asObject, type JsonObject } from './json.js'
import { bad } from './refusal.js'

const NUMBERS = ['chat_id', 'user_id', 'message_id', 'message_thread_id', 'offset', 'limit', 'timeout', 'cache_time', 'max_connections']

const TRUTHS = ['disable_notification', 'protect_content', 'show_alert', 'is_personal', 'drop_pending_updates']

const STRUCTURES = [
  ...['reply_markup', 'reply_parameters', 'entities', 'link_preview_options', 'allowed_updates'],
  ...['results', 'result', 'button', 'commands', 'scope', 'menu_button'],
]

/** The parameters with their types; null is the same as nothing. */
export function normalise(raw: JsonObject): JsonObject {
  const given = Object.entries(raw).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, typeof value === 'string' ? read(name, value) : value]))
}

/** Refuses text that is no Unicode: a half of a surrogate pair, anywhere. */
export function checkUnicode(value: unknown): void {
  if (typeof value === 'string' && !value.isWellFormed()) throw bad('strings must be encoded in UTF-8')
  if (Array.isArray(value)) value.forEach(checkUnicode)
  else if (asObject(value) !== undefined) Object.values(asObject(value) ?? {}).forEach(checkUnicode)
}

function read(name: string, text: string): unknown {
  if (NUMBERS.includes(name)) return /^-?\d+$/.test(text) ? Number(text) : text
  if (TRUTHS.includes(name)) return truth(text)
  if (!STRUCTURES.includes(name)) return text
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw bad(`can't parse ${name.replaceAll('_', ' ')} JSON object`)
  }
}

function truth(text: string): unknown {
  const lower = text.toLowerCase()
  if (['true', 'yes', '1'].includes(lower)) return true
  return ['false', 'no', '0'].includes(lower) ? false : text
}
