// What the parts of the loopback Telegram share.
import type { Changes } from '../../discord/loopback/changes.js'
import type { GuestAsked } from './guest.js'
import type { InlineAsked } from './inline.js'
import type { JsonObject } from './json.js'
import type { Messages } from './messages.js'
import type { Settings } from './options.js'
import type { Polling } from './polling.js'
import type { Pressed } from './press.js'
import type { Profile } from './profile.js'
import type { Rates } from './rates.js'
import { bad } from './refusal.js'
import type { Call } from './requests.js'
import type { SentMessage } from './sent.js'
import type { Updates } from './updates.js'
import type { Webhook } from './webhook.js'
import type { Place, World } from './world.js'

export interface Core {
  readonly settings: Settings
  readonly changes: Changes
  readonly world: World
  readonly messages: Messages
  readonly updates: Updates
  readonly polling: Polling
  readonly webhook: Webhook
  readonly profile: Profile
  readonly rates: Rates
  readonly presses: Map<string, Pressed>
  readonly inlineQueries: Map<string, InlineAsked>
  readonly guestQueries: Map<string, GuestAsked>
  /** Messages that went out by inline or guest mode, by their inline_message_id. */
  readonly inlineMessages: Map<string, SentMessage>
}

/** Carries out a method; what it returns becomes `result`. */
export type Method = (core: Core, payload: JsonObject, call: Call) => unknown

/** The chat that a payload names. */
export function placeOf(core: Core, id: unknown): Place {
  if (id === undefined || id === '') throw bad('chat_id is empty')
  const place = core.world.places.get(Number(id))
  if (place === undefined) throw bad('chat not found')
  return place
}

export function seconds(at = Date.now()): number {
  return Math.floor(at / 1_000)
}
