// A person, bot or webhook writes a message.
import { type APIMessage, type APIUser, MessageType } from 'discord.js'
import { type Core, messageEvent } from './core.js'
import { mentionedIn } from './pings.js'
import { SentMessage } from './sent.js'
import type { FakeChannel } from './world.js'

export interface Saying {
  readonly content: string
  /** `discord.user` unless told. */
  readonly author?: APIUser
  /** `discord.channel` unless told. */
  readonly channel?: FakeChannel
  /** In the direct messages with the bot, instead of a channel. */
  readonly dm?: boolean
  /** Mentioned besides those whom the content names as `<@id>`, as a reply does. */
  readonly mentions?: readonly APIUser[]
  /** Ids of roles mentioned besides those named as `<@&id>`. */
  readonly mentionRoles?: readonly string[]
  readonly mentionEveryone?: boolean
  /** The message that this one replies to. */
  readonly reference?: SentMessage | APIMessage
  /** Whether the reply mentions whom it answers: yes unless told. */
  readonly ping?: boolean
  /** Written by a webhook, which is nobody's account. */
  readonly webhook?: boolean
  /** Written by another bot. */
  readonly bot?: boolean
  /** A message of Discord's own, such as a greeting. */
  readonly type?: MessageType
  /** How many milliseconds ago it was written. */
  readonly age?: number
}

export function say(core: Core, saying: Saying): APIMessage {
  const { world, ids, messages } = core
  const author = authorOf(core, saying)
  const channel = saying.channel ?? (saying.dm === true ? world.dm(author) : world.channel)
  const time = Date.now() - (saying.age ?? 0)
  const answered = saying.reference instanceof SentMessage ? saying.reference.data : saying.reference
  const message = {
    ...{ id: ids.at(time), channel_id: channel.id, author, content: saying.content, timestamp: new Date(time).toISOString() },
    ...{ edited_timestamp: null, tts: false, pinned: false, attachments: [], embeds: [], components: [], flags: 0 },
    ...mentions(core, saying, answered),
    type: saying.type ?? (answered === undefined ? MessageType.Default : MessageType.Reply),
    ...(saying.webhook === true && { webhook_id: author.id }),
    ...(answered !== undefined && {
      message_reference: { type: 0, channel_id: answered.channel_id, message_id: answered.id },
      referenced_message: answered,
    }),
  } as unknown as APIMessage
  messages.said.set(message.id, { message, channel })
  if (channel.accessible) core.gateway.dispatch('MESSAGE_CREATE', messageEvent(message, channel, core), channel.guild?.id)
  return message
}

function authorOf({ world }: Core, { author, webhook, bot }: Saying): APIUser {
  if (author !== undefined) return bot === true ? { ...author, bot } : author
  return bot === true || webhook === true ? world.addUser(webhook === true ? 'a webhook' : 'another bot', true) : world.person
}

function mentions({ world }: Core, saying: Saying, answered: APIMessage | undefined) {
  const named = mentionedIn(saying.content)
  const replied = answered !== undefined && saying.ping !== false ? [answered.author.id] : []
  const ids = new Set([...named.users, ...(saying.mentions ?? []).map(({ id }) => id), ...replied])
  return {
    mentions: [...ids].map((id) => world.users.get(id)).filter((user) => user !== undefined),
    mention_roles: [...new Set([...named.roles, ...(saying.mentionRoles ?? [])])],
    mention_everyone: saying.mentionEveryone ?? /@(?:everyone|here)\b/.test(saying.content),
  }
}
