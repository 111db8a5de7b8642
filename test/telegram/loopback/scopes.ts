// Scopes and languages of commands.
import { asObject, asText } from './json.js'
import { bad } from './refusal.js'

/** What each scope needs besides its type. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  ...{ default: [], all_private_chats: [], all_group_chats: [], all_chat_administrators: [] },
  ...{ chat: ['chat_id'], chat_administrators: ['chat_id'], chat_member: ['chat_id', 'user_id'] },
}

/** A name for a scope, the same for the same scope; the default one if none is given. */
export function scopeKey(given: unknown): string {
  if (given === undefined) return 'default'
  const scope = asObject(given)
  const type = asText(scope?.type)
  const needed = Object.hasOwn(SCOPES, type) ? SCOPES[type] : undefined
  if (scope === undefined || needed === undefined) throw bad("can't parse BotCommandScope: Unsupported type specified")
  for (const name of needed) if (scope[name] === undefined) throw bad(`can't parse BotCommandScope: Can't find field "${name}"`)
  return [type, ...needed.map((name) => String(scope[name]))].join(' ')
}

/** Two letters, or none for everybody else. */
export function languageKey(given: unknown): string {
  const code = given ?? ''
  if (typeof code !== 'string' || !/^(?:[a-z]{2})?$/.test(code)) throw bad('invalid language code specified')
  return code
}
