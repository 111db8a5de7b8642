// Guest messages: people call the bot in a chat that it is not in.
import type { Chat, Message, User } from '@grammyjs/types'
import { Asked } from './asked.js'
import { type Core, seconds } from './core.js'
import { type InlineSent, sendInline } from './inline.js'
import type { JsonObject } from './json.js'
import { foundIn } from './text/found.js'

export interface GuestSaying {
  readonly text: string
  readonly from?: User
  /** Somewhere else unless told. */
  readonly chat?: Chat
}

export class GuestAsked extends Asked {
  /** What went to the chat, once the bot answered. */
  sent: InlineSent | undefined
  /** The message that called the bot. */
  readonly message: Message

  constructor(core: Core, id: string, message: Message) {
    super(id, `the guest message ${message.text ?? ''}`, core.changes, core.settings.inlineMs)
    this.message = message
  }

  /** The result, as the bot gave it. */
  answer(): Promise<JsonObject> {
    return this.answered()
  }

  send(core: Core, result: JsonObject): InlineSent {
    this.sent = sendInline(core, result)
    return this.sent
  }
}

export function guest(core: Core, { text, from, chat }: GuestSaying, person: User): GuestAsked {
  if (!core.settings.supportsGuestQueries) throw new Error('this bot has no guest mode')
  const id = String(7_300_000_000_000_000_000n + BigInt(core.guestQueries.size))
  const where: Chat = chat ?? { id: -1_009_999_999_999, type: 'supergroup', title: 'Elsewhere' }
  const entities = foundIn(text)
  const message = {
    ...{ message_id: core.world.nextMessageId(where), date: seconds(), chat: where, from: from ?? person, text, guest_query_id: id },
    ...(entities.length > 0 && { entities }),
  }
  const asked = new GuestAsked(core, id, message)
  core.guestQueries.set(id, asked)
  asked.updateId = core.updates.queue('guest_message', message)?.update_id
  return asked
}
