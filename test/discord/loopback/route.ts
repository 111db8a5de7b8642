// What a route is: how it is called, whether it wants the bot's token, and what it does.
import type { JsonObject } from './json.js'
import type { Files } from './messages.js'

/** The routes that this Discord has, by method and path as Discord's OpenAPI description writes them. */
export type RouteName =
  | 'GET /gateway/bot'
  | 'GET /users/@me'
  | 'GET /applications/@me'
  | 'GET /applications/{application_id}/commands'
  | 'PUT /applications/{application_id}/commands'
  | 'GET /applications/{application_id}/guilds/{guild_id}/commands'
  | 'PUT /applications/{application_id}/guilds/{guild_id}/commands'
  | 'POST /interactions/{interaction_id}/{interaction_token}/callback'
  | 'POST /webhooks/{webhook_id}/{webhook_token}'
  | 'GET /webhooks/{webhook_id}/{webhook_token}/messages/@original'
  | 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original'
  | 'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original'
  | 'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}'
  | 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}'
  | 'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}'
  | 'GET /channels/{channel_id}'
  | 'POST /channels/{channel_id}/messages'
  | 'GET /channels/{channel_id}/messages/{message_id}'
  | 'PATCH /channels/{channel_id}/messages/{message_id}'
  | 'DELETE /channels/{channel_id}/messages/{message_id}'
  | 'POST /channels/{channel_id}/typing'
  | 'GET /guilds/{guild_id}/roles'
  | 'GET /guilds/{guild_id}/members/{user_id}'

export interface Call {
  /** A part of the path by its name in braces. */
  readonly param: (name: string) => string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly Files[]
}

export interface Reply {
  readonly status: number
  readonly body?: unknown
}

export interface Route {
  readonly name: RouteName
  /** Needs no token of the bot: its own token stands in the path. */
  readonly open?: true
  /** The part of the body that becomes a message, where there is one. */
  readonly message?: (body: unknown) => JsonObject | undefined
  readonly answer: (call: Call) => Reply
}

export const DONE: Reply = { status: 204 }

export interface Match {
  readonly route: Route
  readonly param: (name: string) => string
}

/** The route that a request means; fixed parts of a path go before those in braces, so they stand first in the table. */
export function match(routes: readonly Route[], method: string, path: string): Match | undefined {
  const parts = path.split('/').map(decodeURIComponent)
  for (const route of routes) {
    const [verb, template = ''] = route.name.split(' ')
    const places = template.split('/')
    const fits = (place: string, index: number): boolean => place.startsWith('{') || place === parts[index]
    if (verb !== method || places.length !== parts.length || !places.every(fits)) continue
    return { route, param: (name) => parts[places.indexOf(`{${name}}`)] ?? '' }
  }
  return undefined
}
