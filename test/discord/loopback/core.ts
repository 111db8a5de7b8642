// What the parts of the loopback Discord share.
import type { APIMessage } from 'discord.js'
import { asSeen } from './blank.js'
import type { Changes } from './changes.js'
import type { Commands } from './commands.js'
import type { Endpoint } from './endpoint.js'
import type { Gateway } from './gateway.js'
import type { Interaction } from './interaction.js'
import type { JsonObject } from './json.js'
import type { Messages } from './messages.js'
import type { Settings } from './options.js'
import { memberPayload } from './payloads.js'
import type { SentMessage } from './sent.js'
import type { Snowflakes } from './snowflakes.js'
import type { FakeChannel, World } from './world.js'

export interface Core {
  readonly settings: Settings
  readonly ids: Snowflakes
  readonly world: World
  readonly messages: Messages
  readonly commands: Commands
  readonly changes: Changes
  readonly gateway: Gateway
  readonly endpoint: Endpoint
  /** All interactions by their token. */
  readonly interactions: Map<string, Interaction>
}

/** A message as the bot may see it. */
export function seen(message: APIMessage, channel: FakeChannel, { world, gateway, settings }: Core): APIMessage {
  return asSeen(message, channel, { world, all: gateway.readsAll, roleMentions: settings.roleMentionsShowContent })
}

/** A message as it goes over the gateway: blanked where the bot may not read it, with who wrote it. */
export function messageEvent(message: APIMessage, channel: FakeChannel, core: Core): JsonObject {
  const member = message.webhook_id === undefined && channel.guild !== undefined
  return {
    ...(seen(message, channel, core) as unknown as JsonObject),
    channel_type: channel.type,
    ...(channel.guild !== undefined && { guild_id: channel.guild.id }),
    ...(member && channel.guild !== undefined && { member: memberPayload(message.author, channel.guild, core.world) }),
  }
}

/** The bot hears of its own messages, too, except of those that only one person sees and those where it is no member. */
export function announce(event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: SentMessage, core: Core): void {
  const { channel } = message
  if (message.ephemeral || !channel.accessible) return
  core.gateway.dispatch(event, messageEvent(message.data, channel, core), channel.guild?.id)
}

export function remove(message: SentMessage, core: Core): void {
  const { channel } = message
  message.deleted = true
  if (message.ephemeral || !channel.accessible) return
  const where = { id: message.id, channel_id: channel.id, ...(channel.guild !== undefined && { guild_id: channel.guild.id }) }
  core.gateway.dispatch('MESSAGE_DELETE', where, channel.guild?.id)
}
