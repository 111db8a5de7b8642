// Whom a message of the bot really mentions: what its text names, as far as allowed_mentions lets it.
import type { APIUser } from 'discord.js'
import { textDisplays } from './components.js'
import { asObject, asText, type JsonObject, list } from './json.js'

export interface Pings {
  readonly users: APIUser[]
  readonly roles: string[]
  readonly everyone: boolean
}

/** The ids behind `<@…>` and `<@&…>` in a text. */
export function mentionedIn(text: string): { readonly users: readonly string[]; readonly roles: readonly string[] } {
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => String(match[1])))]
  return { users: ids(/<@!?(\d+)>/g), roles: ids(/<@&(\d+)>/g) }
}

/** Without allowed_mentions a message mentions all that it names, an interaction's response only users. */
export function pings(body: JsonObject, users: ReadonlyMap<string, APIUser>, interaction: boolean, replyTo?: APIUser): Pings {
  const text = [asText(body.content), ...textDisplays(body.components)].join('\n')
  const allowed = asObject(body.allowed_mentions)
  const parse = allowed === undefined ? (interaction ? ['users'] : ['users', 'roles', 'everyone']) : list(allowed.parse)
  const may = (kind: string, id: string): boolean => parse.includes(kind) || list(allowed?.[kind]).includes(id)
  const named = mentionedIn(text)
  const ids = new Set(named.users.filter((id) => may('users', id)))
  if (replyTo !== undefined && (allowed === undefined || allowed.replied_user === true)) ids.add(replyTo.id)
  return {
    users: [...ids].map((id) => users.get(id)).filter((user) => user !== undefined),
    roles: named.roles.filter((id) => may('roles', id)),
    everyone: parse.includes('everyone') && /@(?:everyone|here)\b/.test(text),
  }
}
