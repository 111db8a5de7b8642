// Opening an interaction: what every kind of it tells about who, where and in which language.
import { randomBytes } from 'node:crypto'
import { type APIUser, ChannelType, InteractionContextType, type InteractionType, type Locale } from 'discord.js'
import type { Core } from './core.js'
import { Interaction } from './interaction.js'
import type { JsonObject } from './json.js'
import { channelPayload, EVERYTHING, memberPayload } from './payloads.js'
import type { SentMessage } from './sent.js'
import type { FakeChannel } from './world.js'

/** Who does something, where, and when. */
export interface Circumstances {
  /** `discord.user` unless told. */
  readonly user?: APIUser
  /** `discord.channel` unless told. */
  readonly channel?: FakeChannel
  /** In the direct messages with the bot, instead of a channel. */
  readonly dm?: boolean
  /** Where only the person installed the application: a guild that the bot is not in; with `dm`, a conversation of other people. */
  readonly userInstallOnly?: boolean
  /** The language of the person's Discord: `en-US` unless told. */
  readonly locale?: `${Locale}`
  /** The language of the guild, instead of its own. */
  readonly guildLocale?: `${Locale}`
  /** How many milliseconds ago Discord created it: so much less time is left to answer. */
  readonly age?: number
  /** What the bot, and the person, may do here: everything unless told. */
  readonly appPermissions?: string
  readonly memberPermissions?: string
}

export function place(core: Core, { user = core.world.person, channel, dm, userInstallOnly }: Circumstances): FakeChannel {
  if (channel !== undefined) return channel
  if (dm === true) return userInstallOnly === true ? core.world.privateConversation(user) : core.world.dm(user)
  return userInstallOnly === true ? core.world.elsewhere : core.world.channel
}

const CONTEXTS: Readonly<Partial<Record<ChannelType, number>>> = {
  [ChannelType.DM]: InteractionContextType.BotDM,
  [ChannelType.GroupDM]: InteractionContextType.PrivateChannel,
}

export function open(core: Core, type: InteractionType, data: JsonObject, how: Circumstances, source?: SentMessage): Interaction {
  const { world, settings, ids, changes } = core
  const user = how.user ?? world.person
  const channel = source?.channel ?? place(core, how)
  const { guild } = channel
  const created = Date.now() - (how.age ?? 0)
  const userInstallOnly = how.userInstallOnly ?? !channel.accessible
  const member = guild && { ...memberPayload(user, guild, world), user, permissions: how.memberPermissions ?? EVERYTHING }
  const token = randomBytes(48).toString('base64url')
  const payload: JsonObject = {
    ...{ id: ids.at(created), application_id: world.bot.id, type, token, version: 1, data, entitlements: [] },
    ...{ channel_id: channel.id, channel: { ...channelPayload(channel, world), permissions: how.memberPermissions ?? EVERYTHING } },
    ...(guild === undefined
      ? { user }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member,
          guild_locale: how.guildLocale ?? guild.locale,
        }),
    ...(source !== undefined && { message: source.data }),
    app_permissions: how.appPermissions ?? EVERYTHING,
    attachment_size_limit: 10_485_760,
    locale: how.locale ?? 'en-US',
    authorizing_integration_owners: userInstallOnly ? { 1: user.id } : { 0: guild?.id ?? '0' },
    context: CONTEXTS[channel.type] ?? InteractionContextType.Guild,
  }
  const facts = {
    id: String(payload.id),
    token,
    type,
    user,
    channel,
    userInstallOnly,
    created,
    responseMs: settings.responseMs,
    source,
    payload,
  }
  const interaction = new Interaction(facts, changes)
  core.interactions.set(token, interaction)
  if (core.endpoint.url === undefined) core.gateway.dispatch('INTERACTION_CREATE', payload, guild?.id)
  else core.endpoint.post(payload).catch(() => {})
  return interaction
}
