// The objects of the world as Discord sends them.
import { type APIUser, ChannelType } from 'discord.js'
import type { JsonObject } from './json.js'
import type { PrivilegedIntent } from './options.js'
import { timeOf } from './snowflakes.js'
import type { FakeChannel, FakeGuild, World } from './world.js'

/** Every permission that exists. */
export const EVERYTHING = String((1n << 53n) - 1n)

/** How the application's flags tell which privileged intents a small bot has switched on. */
const INTENT_FLAGS: Readonly<Record<PrivilegedIntent, number>> = { GuildPresences: 1 << 13, GuildMembers: 1 << 15, MessageContent: 1 << 19 }

export function applicationPayload({ bot, person }: World, privileged: readonly PrivilegedIntent[]): JsonObject {
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: privileged.reduce((flags, intent) => flags | INTENT_FLAGS[intent], 0),
    bot,
    owner: person,
    team: null,
    tags: [],
  }
}

export function memberPayload(user: APIUser, guild: FakeGuild, world: World): JsonObject {
  const roles = user.id === world.bot.id ? [guild.botRole] : []
  return {
    roles,
    nick: null,
    avatar: null,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
  }
}

export function rolePayloads(guild: FakeGuild, world: World): readonly JsonObject[] {
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null }
  const common = { color: 0, colors, hoist: false, mentionable: false, permissions: EVERYTHING, flags: 0 }
  return [
    { ...common, id: guild.id, name: '@everyone', position: 0, managed: false },
    { ...common, id: guild.botRole, name: world.bot.username, position: 1, managed: true, tags: { bot_id: world.bot.id } },
  ]
}

export function channelPayload(channel: FakeChannel, world: World): JsonObject {
  const common = { id: channel.id, type: channel.type, last_message_id: null, flags: 0 }
  if (channel.guild === undefined) return { ...common, recipients: channel.recipient === undefined ? [] : [channel.recipient] }
  const placed = { ...common, guild_id: channel.guild.id, name: channel.name, parent_id: channel.parent ?? null, rate_limit_per_user: 0 }
  if (channel.type !== ChannelType.PublicThread) return { ...placed, position: 0, permission_overwrites: [], nsfw: false, topic: null }
  const created = new Date(timeOf(channel.id)).toISOString()
  const thread = { archived: false, locked: false, auto_archive_duration: 1_440, archive_timestamp: created, create_timestamp: created }
  return { ...placed, owner_id: world.person.id, message_count: 0, member_count: 1, total_message_sent: 0, thread_metadata: thread }
}

export function guildPayload(guild: FakeGuild, world: World): JsonObject & { readonly id: string } {
  const channels = [...world.channels.values()].filter((channel) => channel.guild?.id === guild.id)
  const shown = (threads: boolean) =>
    channels.filter(({ parent }) => (parent !== undefined) === threads).map((channel) => channelPayload(channel, world))
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: world.person.id,
    preferred_locale: guild.locale,
    member_count: world.users.size,
    large: false,
    unavailable: false,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    roles: rolePayloads(guild, world),
    members: [{ ...memberPayload(world.bot, guild, world), user: world.bot }],
    channels: shown(false),
    threads: shown(true),
    ...{ features: [], emojis: [], stickers: [], presences: [], voice_states: [], stage_instances: [], guild_scheduled_events: [] },
    ...{
      afk_timeout: 300,
      verification_level: 0,
      default_message_notifications: 1,
      explicit_content_filter: 0,
      mfa_level: 0,
      nsfw_level: 0,
    },
    ...{
      premium_tier: 0,
      premium_subscription_count: 0,
      premium_progress_bar_enabled: false,
      system_channel_flags: 0,
      max_members: 500_000,
    },
  }
}
