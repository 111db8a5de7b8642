// Who and what exists in the loopback Discord: the application and its bot, people, guilds, channels.
import { type APIUser, ChannelType, type Locale } from 'discord.js'
import type { Snowflakes } from './snowflakes.js'

export interface FakeGuild {
  readonly id: string
  readonly name: string
  readonly locale: `${Locale}`
  /** Whether the bot is a member; where it is not, only those who installed the application for themselves can use it. */
  readonly joined: boolean
  /** The role that Discord made for the bot when it was added: people mention it by mistake. */
  readonly botRole: string
}

type FakeChannelType =
  | ChannelType.GuildText
  | ChannelType.GuildAnnouncement
  | ChannelType.PublicThread
  | ChannelType.DM
  | ChannelType.GroupDM

export interface FakeChannel {
  readonly id: string
  readonly type: FakeChannelType
  readonly name: string
  readonly guild: FakeGuild | undefined
  /** The channel that a thread belongs to. */
  readonly parent: string | undefined
  /** With whom a direct message is. */
  readonly recipient: APIUser | undefined
  /** Whether the bot may read and write here by itself; anywhere else it can only answer interactions. */
  readonly accessible: boolean
}

export class World {
  readonly users = new Map<string, APIUser>()
  readonly guilds = new Map<string, FakeGuild>()
  readonly channels = new Map<string, FakeChannel>()
  readonly bot: APIUser
  /** A person, for tests that need only one. */
  readonly person: APIUser
  readonly guild: FakeGuild
  readonly channel: FakeChannel
  /** A channel of a guild that the bot is not in. */
  readonly elsewhere: FakeChannel
  private readonly ids: Snowflakes

  constructor(ids: Snowflakes, locale: `${Locale}`) {
    this.ids = ids
    this.bot = this.addUser('asknotice', true)
    this.person = this.addUser('lin')
    this.guild = this.addGuild('Workshop', { locale })
    this.channel = this.addChannel('general')
    this.elsewhere = this.addChannel('lobby', { guild: this.addGuild('Elsewhere', { locale, joined: false }) })
  }

  addUser(name: string, bot = false): APIUser {
    const id = this.ids.old()
    const user: APIUser = { id, username: name, discriminator: '0', global_name: bot ? null : name, avatar: null, ...(bot && { bot }) }
    this.users.set(id, user)
    return user
  }

  addGuild(name: string, { locale = 'en-US', joined = true }: { locale?: `${Locale}`; joined?: boolean } = {}): FakeGuild {
    const guild = { id: this.ids.old(), name, locale, joined, botRole: this.ids.old() }
    this.guilds.set(guild.id, guild)
    return guild
  }

  addChannel(
    name: string,
    {
      guild = this.guild,
      type = ChannelType.GuildText,
    }: { guild?: FakeGuild; type?: ChannelType.GuildText | ChannelType.GuildAnnouncement } = {},
  ): FakeChannel {
    return this.keep({ id: this.ids.old(), type, name, guild, parent: undefined, recipient: undefined, accessible: guild.joined })
  }

  addThread(name: string, parent: FakeChannel = this.channel): FakeChannel {
    return this.keep({ ...parent, id: this.ids.old(), type: ChannelType.PublicThread, name, parent: parent.id })
  }

  /** The direct messages between the bot and this person. */
  dm(user: APIUser): FakeChannel {
    const known = [...this.channels.values()].find(({ type, recipient }) => type === ChannelType.DM && recipient?.id === user.id)
    return known ?? this.keep(this.privateChannel(ChannelType.DM, user, true))
  }

  /** A conversation that the bot is no part of. */
  privateConversation(user: APIUser): FakeChannel {
    return this.keep(this.privateChannel(ChannelType.GroupDM, user, false))
  }

  private privateChannel(type: ChannelType.DM | ChannelType.GroupDM, recipient: APIUser, accessible: boolean): FakeChannel {
    return { id: this.ids.old(), type, name: '', guild: undefined, parent: undefined, recipient, accessible }
  }

  private keep(channel: FakeChannel): FakeChannel {
    this.channels.set(channel.id, channel)
    return channel
  }
}
