// Entities that the bot lists itself: that they are known, complete, and within the text.
import type { MessageEntity } from '@grammyjs/types'
import { asObject, type JsonObject } from '../json.js'
import { bad, Refusal } from '../refusal.js'
import { urlProblem } from './url.js'

const PLAIN = [
  ...['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number', 'code', 'pre'],
  ...['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote'],
]

/** What an entity of a type needs besides its place. */
const NEEDS: Readonly<Record<string, (entity: JsonObject) => string | undefined>> = {
  ...Object.fromEntries(PLAIN.map((type) => [type, () => undefined])),
  text_link: ({ url }) => (typeof url === 'string' ? undefined : missing('url')),
  text_mention: ({ user }) => (typeof asObject(user)?.id === 'number' ? undefined : missing('user')),
  custom_emoji: ({ custom_emoji_id: id }) => (/^\d+$/.test(String(id)) ? undefined : missing('custom_emoji_id')),
  date_time: ({ unix_time, date_time_format }) => {
    if (!Number.isInteger(unix_time)) return missing('unix_time')
    if (typeof date_time_format !== 'string') return missing('date_time_format')
    return isDateTimeFormat(date_time_format) ? undefined : 'Invalid date-time format specified'
  },
}

/** `r` alone (relative), or any of weekday, date and time in this order, the last two short or long; nothing: as the text says. */
export function isDateTimeFormat(format: string): boolean {
  return /^(?:r|w?[dD]?[tT]?)$/.test(format)
}

export function checkEntities(given: unknown, text: string, unsupported: readonly string[]): MessageEntity[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) throw bad("can't parse entities: expected an Array")
  return given.map((entity) => checked(entity, text, unsupported)).sort((a, b) => a.offset - b.offset || b.length - a.length)
}

function checked(given: unknown, text: string, unsupported: readonly string[]): MessageEntity {
  const entity = asObject(given)
  if (entity === undefined) throw unparsable('expected an Object')
  const { type, offset, length, url } = entity
  if (typeof type !== 'string') throw unparsable(missing('type'))
  if (!Number.isInteger(offset)) throw unparsable(missing('offset'))
  if (!Number.isInteger(length)) throw unparsable(missing('length'))
  const needs = Object.hasOwn(NEEDS, type) && !unsupported.includes(type) ? NEEDS[type] : undefined
  if (needs === undefined) throw unparsable('Unsupported type specified', !unsupported.includes(type))
  const problem = needs(entity)
  if (problem !== undefined) throw unparsable(problem)
  const linked = type === 'text_link' ? urlProblem(String(url)) : undefined
  if (linked !== undefined) throw bad(`entity URL '${String(url)}' is invalid: ${linked}`)
  checkPlace(Number(offset), Number(length), text)
  return entity as unknown as MessageEntity
}

function checkPlace(offset: number, length: number, text: string): void {
  if (offset < 0 || length <= 0) throw bad('ENTITY_BOUNDS_INVALID')
  const end = offset + length
  if (end > text.length)
    throw bad(`entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${text.length}`)
  const bytes = (at: number): number => Buffer.byteLength(text.slice(0, at - 1))
  if (splits(text, offset)) throw bad(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytes(offset)}`)
  if (splits(text, end))
    throw bad(`entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytes(end)}`)
}

/** Whether there is a surrogate pair on both sides of this place. */
function splits(text: string, at: number): boolean {
  return at > 0 && at < text.length && !text.slice(0, at).isWellFormed()
}

function missing(field: string): string {
  return `Can't find field "${field}"`
}

function unparsable(what: string, own = true): Error {
  const refusal = bad(`can't parse MessageEntity: ${what}`)
  return own ? refusal : new Refusal(refusal.code, refusal.description, { own })
}
