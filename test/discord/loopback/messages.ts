// All messages, and what happens to one when the bot creates, edits or deletes it.
import { type APIMessage, MessageFlags, MessageType } from 'discord.js'
import { withIds } from './components.js'
import { problem, REFUSED } from './errors.js'
import { asObject, asText, copy, type JsonObject, list, objects } from './json.js'
import { checkMedia, shown } from './limits/media.js'
import { enforceMessage } from './limits/message.js'
import { pings } from './pings.js'
import { SentMessage } from './sent.js'
import type { Snowflakes } from './snowflakes.js'
import type { FakeChannel, World } from './world.js'

/** What the sender of a message may decide about its flags; the rest is Discord's. */
const SENDERS = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2

export interface Files {
  readonly name: string
  readonly size: number
  readonly type: string
}

export class Messages {
  /** What the bot sent, in order. */
  readonly sent: SentMessage[] = []
  /** What people wrote, unblanked. */
  readonly said = new Map<string, { readonly message: APIMessage; readonly channel: FakeChannel }>()
  private readonly world: World
  private readonly ids: Snowflakes

  constructor(world: World, ids: Snowflakes) {
    this.world = world
    this.ids = ids
  }

  find(id: string): SentMessage | undefined {
    return this.sent.find((message) => message.id === id && !message.deleted)
  }

  /** Any message of a channel that is still there, whoever wrote it; not those that only one person sees. */
  any(id: string, channel: FakeChannel): APIMessage | undefined {
    const said = this.said.get(id)
    const sent = this.find(id)
    if (said?.channel.id === channel.id) return said.message
    return sent?.channel.id === channel.id && !sent.ephemeral ? sent.data : undefined
  }

  create(channel: FakeChannel, body: JsonObject, files: readonly Files[], extra: Partial<APIMessage> = {}): SentMessage {
    const response = extra.interaction_metadata !== undefined
    // Only a response can be for one person.
    const flags = Number(body.flags ?? 0) & (response ? SENDERS | MessageFlags.Ephemeral : SENDERS)
    const attachments = attached(body, files, [])
    checkMedia(body.components, files, flags)
    enforceMessage({ ...parts(body), flags, attachments })
    const reference = this.answered(channel, body)
    const pinged = pings(body, this.world.users, response, reference?.author)
    const data = {
      ...this.empty(channel, flags),
      ...{
        content: asText(body.content),
        embeds: embeds(body.embeds),
        components: shown(withIds(list(body.components)), attachments),
        attachments,
      },
      ...{ mentions: pinged.users, mention_roles: pinged.roles, mention_everyone: pinged.everyone },
      ...(body.nonce !== undefined && { nonce: body.nonce }),
      ...(reference && {
        type: MessageType.Reply,
        message_reference: { type: 0, channel_id: channel.id, message_id: reference.id, guild_id: channel.guild?.id },
        referenced_message: reference,
      }),
      ...extra,
    } as unknown as APIMessage
    return this.keep(channel, data, body)
  }

  /** The "thinking…" that stands where a response was deferred. */
  defer(channel: FakeChannel, body: JsonObject, extra: Partial<APIMessage>): SentMessage {
    const flags = (Number(body.flags ?? 0) & MessageFlags.Ephemeral) | MessageFlags.Loading
    return this.keep(channel, { ...this.empty(channel, flags), ...extra }, body)
  }

  edit(message: SentMessage, body: JsonObject, files: readonly Files[]): void {
    const before = message.data
    // Components V2 cannot be taken back, and who may see a message was decided when it was created.
    const chosen = Number(body.flags ?? 0) & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2)
    const flags = (Number(before.flags ?? 0) & ~MessageFlags.Loading) | chosen
    const attachments = attached(body, files, before.attachments)
    checkMedia(body.components, files, flags)
    const stands = {
      content: body.content === undefined ? before.content : asText(body.content),
      embeds: body.embeds === undefined ? before.embeds : embeds(body.embeds),
      components: body.components === undefined ? list(before.components) : shown(withIds(list(body.components)), attachments),
    }
    enforceMessage({ ...stands, flags, attachments })
    message.data = { ...before, ...stands, flags, attachments, edited_timestamp: new Date().toISOString() } as unknown as APIMessage
    message.bodies.push(copy(body))
  }

  private answered(channel: FakeChannel, body: JsonObject): APIMessage | undefined {
    const reference = asObject(body.message_reference)
    if (reference === undefined) return undefined
    const found = this.any(asText(reference.message_id), channel)
    if (found !== undefined || reference.fail_if_not_exists === false) return found
    throw REFUSED.invalidForm([problem(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message')])
  }

  private keep(channel: FakeChannel, data: APIMessage, body: JsonObject): SentMessage {
    const message = new SentMessage(channel, data)
    message.bodies.push(copy(body))
    this.sent.push(message)
    return message
  }

  private empty(channel: FakeChannel, flags: number): APIMessage {
    const now = Date.now()
    return {
      ...{ id: this.ids.at(now), channel_id: channel.id, author: this.world.bot, type: MessageType.Default, flags },
      ...{ content: '', timestamp: new Date(now).toISOString(), edited_timestamp: null, tts: false, pinned: false },
      ...{ mentions: [], mention_roles: [], mention_everyone: false, attachments: [], embeds: [], components: [] },
    }
  }
}

function parts(body: JsonObject) {
  const { content, embeds, components, poll, sticker_ids } = body
  return { content, embeds, components, poll, sticker_ids }
}

function embeds(given: unknown): readonly JsonObject[] {
  return objects(given).map((embed) => ({ type: 'rich', ...embed }))
}

/** An edit that lists attachments keeps only those; files come on top. */
function attached(body: JsonObject, files: readonly Files[], before: readonly object[]): readonly object[] {
  const listed = objects(body.attachments)
  const kept = body.attachments === undefined ? before : before.filter((old) => listed.some(({ id }) => id === (old as JsonObject).id))
  const added = files.map(({ name, size, type }, index) => ({
    id: String(index),
    filename: name,
    content_type: type,
    size,
    url: `http://127.0.0.1/${name}`,
    proxy_url: '',
  }))
  return [...kept, ...added]
}
