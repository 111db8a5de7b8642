// The loopback Discord itself: that the real discord.js works against it, and that it refuses what Discord refuses.
import {
  ActionRowBuilder,
  type APIModalInteractionResponseCallbackData,
  ButtonBuilder,
  ButtonStyle,
  Client,
  type ClientOptions,
  ContainerBuilder,
  DiscordAPIError,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  InteractionResponseType,
  type Message,
  MessageFlags,
  Partials,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { LoopbackOptions } from './loopback/options.js'
import { LoopbackDiscord } from './loopback/server.js'

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

const WAIT = { timeout: 5_000, interval: 5 }

const ending: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

async function start(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const discord = await LoopbackDiscord.start(options)
  ending.push(() => discord.stop())
  return discord
}

function clientOf(discord: LoopbackDiscord, options: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = options
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api: discord.apiUrl, ...rest },
    ...others,
  })
  client.on(Events.Error, () => {})
  ending.push(() => client.destroy())
  return client
}

/** A logged-in client that hands every interaction and every message of others to these. */
async function bot(
  discord: LoopbackDiscord,
  on: { interaction?: (interaction: Interaction) => Promise<unknown>; message?: (message: Message) => Promise<unknown> } = {},
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = clientOf(discord, options)
  client.on(Events.InteractionCreate, (interaction) => void on.interaction?.(interaction).catch(() => {}))
  client.on(Events.MessageCreate, (message) => {
    if (message.author.id !== client.user?.id) void on.message?.(message).catch(() => {})
  })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  return ready
}

/** The error with which Discord refused. */
async function refusal(request: Promise<unknown>): Promise<DiscordAPIError> {
  const error = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof DiscordAPIError) return error
  throw new Error(`not refused by Discord: ${String(error)}`)
}

function send(client: Client, discord: LoopbackDiscord, body: object): Promise<unknown> {
  return client.rest.post(`/channels/${discord.channel.id}/messages`, { body: { allowed_mentions: { parse: [] }, ...body } })
}

function row(...buttons: ButtonBuilder[]): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)
}

function press(customId: string, label = customId): ButtonBuilder {
  return new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(ButtonStyle.Primary)
}

async function replying(interaction: Interaction, content: string): Promise<void> {
  if (interaction.isRepliable()) await interaction.reply({ content })
}

describe('the real discord.js', () => {
  test('logs in and finds the guild, the channel and itself', async () => {
    const discord = await start()
    const client = await bot(discord)
    expect(client.user.id).toBe(discord.applicationId)
    expect(client.guilds.cache.get(discord.guild.id)?.channels.cache.get(discord.channel.id)?.name).toBe(discord.channel.name)
    expect([discord.gateway.connections, discord.gateway.identifies, discord.gateway.sessionStarts]).toEqual([1, 1, 999])
    expect(discord.violations).toEqual([])
  })

  test('answers a slash command with the options that were given', async () => {
    const discord = await start()
    await bot(discord, {
      interaction: async (interaction) => {
        if (interaction.isChatInputCommand())
          await interaction.reply({ content: `${interaction.options.getString('question', true)}: ${interaction.locale}` })
      },
    })
    const asked = discord.slash({ name: 'ask', options: { question: 'when?' }, locale: 'zh-CN' })
    expect((await asked.response()).type).toBe(InteractionResponseType.ChannelMessageWithSource)
    expect((await asked.reply()).text).toBe('when?: zh-CN')
    expect(discord.messages(discord.channel)).toHaveLength(1)
    expect(discord.violations).toEqual([])
  })

  test('answers a mention with a reply', async () => {
    const discord = await start()
    await bot(discord, { message: (message) => message.reply(`heard: ${message.content}`) })
    const said = discord.say({ content: `${discord.mention} when?` })
    const answer = await discord.message()
    expect(answer.content).toBe(`heard: ${said.content}`)
    expect(answer.data.message_reference?.message_id).toBe(said.id)
    expect(discord.violations).toEqual([])
  })

  test('defers, edits, follows up privately and deletes', async () => {
    const discord = await start()
    await bot(discord, {
      interaction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.deferReply()
        await interaction.editReply('done')
        const more = await interaction.followUp({ content: 'only for you', flags: MessageFlags.Ephemeral })
        await interaction.editReply('done, and told you more')
        await interaction.deleteReply(more)
      },
    })
    const asked = discord.slash({ name: 'ask' })
    const reply = await asked.reply()
    const more = await asked.followUp()
    await discord.until(() => more.deleted, 'the deletion')
    expect([reply.text, reply.bodies.length, reply.ephemeral, more.ephemeral]).toEqual(['done, and told you more', 3, false, true])
    expect(discord.violations).toEqual([])
  })

  test('has its buttons and selects used, and updates the message that they stand on', async () => {
    const discord = await start()
    await bot(discord, {
      message: (message) => message.reply({ content: 'choose', components: [row(press('go')), menu()] }),
      interaction: async (interaction) => {
        if (interaction.isButton()) await interaction.update({ content: 'pressed' })
        if (interaction.isStringSelectMenu()) await interaction.update({ content: `chosen: ${interaction.values.join()}`, components: [] })
      },
    })
    discord.say({ content: discord.mention })
    const message = await discord.message()
    await discord.button({ message, customId: 'go' }).reply()
    expect([message.content, message.usable]).toEqual(['pressed', ['go', 'topic']])
    await discord.select({ message, customId: 'topic', values: ['b'] }).reply()
    expect([message.content, message.usable]).toEqual(['chosen: b', []])
    expect(() => discord.button({ message, customId: 'go' })).toThrow('nothing here is called go')
    expect(discord.violations).toEqual([])
  })

  test('opens a modal and reads what was filled in', async () => {
    const discord = await start()
    await bot(discord, {
      interaction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.showModal(MODAL)
        if (interaction.isModalSubmit())
          await interaction.reply({ content: interaction.fields.getTextInputValue('region'), flags: MessageFlags.Ephemeral })
      },
    })
    const from = discord.slash({ name: 'check' })
    await from.response()
    expect(() => discord.modalSubmit({ from, fields: { nowhere: 'x' } })).toThrow('no field nowhere')
    const reply = await discord.modalSubmit({ from, fields: { region: 'north' } }).reply()
    expect([reply.text, reply.ephemeral]).toEqual(['north', true])
    expect(discord.violations).toEqual([])
  })

  test('registers commands, which then decide what people can run', async () => {
    const discord = await start()
    const client = await bot(discord, {
      interaction: async (interaction) => {
        if (interaction.isAutocomplete()) await interaction.respond([{ name: interaction.options.getFocused(), value: 'v' }])
        if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content)
      },
    })
    await client.application.commands.set([ASK, { type: 3, name: 'Ask about this' }])
    expect(discord.commands().map(({ name }) => name)).toEqual(['ask', 'Ask about this'])
    const [fetched] = (await client.application.commands.fetch({ withLocalizations: true })).values()
    expect(fetched?.nameLocalizations).toEqual({ 'zh-CN': '问' })
    expect(await discord.autocomplete({ name: 'ask', options: { question: 'wh' }, focused: 'question' }).choices()).toEqual([
      { name: 'wh', value: 'v' },
    ])
    expect(() => discord.slash({ name: 'ask' })).toThrow('question is required')
    expect(() => discord.slash({ name: 'ask', options: { question: 'x'.repeat(101) } })).toThrow('question cannot be')
    expect(() => discord.slash({ name: 'other' })).toThrow('no command /other is registered')
    const target = discord.say({ content: 'seen only when pointed at' })
    expect((await discord.contextMenu({ name: 'Ask about this', target }).reply()).text).toBe('seen only when pointed at')
    expect(discord.violations).toEqual([])
  })

  test('is used in direct messages and where only a person installed it', async () => {
    const discord = await start()
    await bot(discord, {
      message: (message) => message.reply(message.content),
      interaction: async (interaction) => replying(interaction, `${String(interaction.context)} ${String(interaction.inCachedGuild())}`),
    })
    discord.say({ content: 'no mention needed', dm: true })
    expect((await discord.message(0, discord.world.dm(discord.user))).content).toBe('no mention needed')
    expect((await discord.slash({ name: 'ask', dm: true }).reply()).text).toBe('1 false')
    expect((await discord.slash({ name: 'ask', userInstallOnly: true }).reply()).text).toBe('0 false')
    expect((await discord.slash({ name: 'ask', userInstallOnly: true, dm: true }).reply()).text).toBe('2 false')
    expect(discord.violations).toEqual([])
  })
})

describe('a body that Discord refuses', () => {
  const LONG = 'x'.repeat(2_001)
  const v2 = (...components: object[]) => ({ flags: MessageFlags.IsComponentsV2, components })
  const text = (content: string) => new TextDisplayBuilder({ content }).toJSON()
  const plain = { type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label: 'a' }] }
  const refused: readonly (readonly [string, object, string])[] = [
    ['a content of 2,001 characters', { content: LONG }, 'content'],
    ['a title of 257 characters', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
    ['26 fields', { embeds: [{ fields: Array(26).fill({ name: 'n', value: 'v' }) }] }, 'embeds.0.fields'],
    ['embeds of 6,001 characters in all', { embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }] }, 'embeds'],
    ['an empty field', { embeds: [{ fields: [{ name: ' ', value: 'v' }] }] }, 'embeds.0.fields.0.name'],
    ['content beside Components V2', { ...v2(text('a')), content: 'a' }, 'content'],
    ['embeds beside Components V2', { ...v2(text('a')), embeds: [{ title: 'a' }] }, 'embeds'],
    ['41 components, nested ones counted', v2(new ContainerBuilder({ components: Array(40).fill(text('a')) }).toJSON()), 'components'],
    ['4,001 characters of text displays', v2(text('x'.repeat(2_000)), text('x'.repeat(2_001))), 'components'],
    ['a text display without the flag', { components: [text('a')] }, 'components.0.type'],
    ['six rows', { components: Array.from({ length: 6 }, (_, at) => row(press(`b${at}`)).toJSON()) }, 'components'],
    [
      'six buttons in a row',
      { components: [{ type: 1, components: Array.from({ length: 6 }, (_, at) => press(`b${at}`).toJSON()) }] },
      'components.0.components',
    ],
    [
      'a label of 81 characters',
      { components: [{ type: 1, components: [{ ...plain.components[0], label: 'x'.repeat(81) }] }] },
      'components.0.components.0.label',
    ],
    [
      'a custom id of 101 characters',
      { components: [{ type: 1, components: [{ ...plain.components[0], custom_id: 'x'.repeat(101) }] }] },
      'components.0.components.0.custom_id',
    ],
    ['a custom id twice', { components: [plain, plain] }, 'components.1.components.0.custom_id'],
    [
      'a button without label',
      { components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'a' }] }] },
      'components.0.components.0',
    ],
    [
      'a link of an unknown scheme',
      { components: [{ type: 1, components: [{ type: 2, style: 5, label: 'a', url: 'ftp://x' }] }] },
      'components.0.components.0.url',
    ],
    ['26 options', { components: [select(26)] }, 'components.0.components.0.options'],
    ['an option of 101 characters', { components: [select(1, 'x'.repeat(101))] }, 'components.0.components.0.options.0.label'],
    ['a reply to nothing', { content: 'a', message_reference: { message_id: '1' } }, 'message_reference'],
  ]

  test('is answered with 50035 and the place of each problem, and is remembered', async () => {
    const discord = await start()
    const client = clientOf(discord)
    client.rest.setToken(discord.token)
    for (const [what, body, place] of refused) {
      const error = await refusal(send(client, discord, body))
      const problems = discord.violations.at(-1)?.problems.map(({ path }) => path.join('.'))
      expect([what, error.status, error.code, problems]).toEqual([what, 400, 50035, expect.arrayContaining([place])])
    }
    expect(discord.violations).toHaveLength(refused.length)
    expect(discord.messages()).toEqual([])
  })

  test('names its problems as Discord nests them', async () => {
    const discord = await start()
    const client = clientOf(discord)
    client.rest.setToken(discord.token)
    const error = await refusal(send(client, discord, { embeds: [{ title: 'x'.repeat(257) }] }))
    expect(error.rawError).toMatchObject({ errors: { embeds: { 0: { title: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } } })
    expect((await refusal(send(client, discord, { content: ' ' }))).code).toBe(50006)
    expect(discord.violations.map(({ kind }) => kind)).toEqual(['body', 'body'])
  })

  test('just within the limits it is taken', async () => {
    const discord = await start()
    const client = clientOf(discord)
    client.rest.setToken(discord.token)
    const buttons = Array.from({ length: 5 }, (_, at) =>
      row(...Array.from({ length: 5 }, (_, place) => press(`${at}-${place}`, 'x'.repeat(80)))),
    )
    const embed = new EmbedBuilder({ title: 'x'.repeat(256), description: 'x'.repeat(4_096), footer: { text: 'x'.repeat(1_648) } })
    await send(client, discord, { content: 'x'.repeat(2_000), embeds: [embed.toJSON()], components: buttons.map((one) => one.toJSON()) })
    await send(client, discord, v2(new ContainerBuilder({ components: Array(39).fill(text('a')) }).toJSON()))
    await send(client, discord, v2(text('x'.repeat(4_000))))
    expect(discord.messages()).toHaveLength(3)
    expect(discord.violations).toEqual([])
  })

  test('files come as a form, with the JSON checked all the same', async () => {
    const discord = await start()
    const client = await bot(discord)
    const channel = await client.channels.fetch(discord.channel.id)
    if (!channel?.isSendable()) throw new Error('the channel takes no messages')
    await channel.send({ content: 'see', files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] })
    expect(discord.messages()[0]?.data.attachments).toMatchObject([{ filename: 'a.txt', size: 3 }])
    await refusal(channel.send({ content: LONG, files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] }))
    expect(discord.violations).toHaveLength(1)
  })

  test('Components V2 cannot be taken back by an edit, and what an edit leaves alone counts', async () => {
    const discord = await start()
    const client = clientOf(discord)
    client.rest.setToken(discord.token)
    await send(client, discord, v2(text('a')))
    await send(client, discord, { content: 'a' })
    const [layout, plainMessage] = discord.messages()
    const edit = (id: string | undefined, body: object) =>
      client.rest.patch(`/channels/${discord.channel.id}/messages/${String(id)}`, { body: { allowed_mentions: { parse: [] }, ...body } })
    expect((await refusal(edit(layout?.id, { content: 'a', flags: 0 }))).code).toBe(50035)
    expect((await refusal(edit(plainMessage?.id, v2(text('a'))))).code).toBe(50035)
    await edit(plainMessage?.id, { content: null, ...v2(text('b')) })
    expect(plainMessage?.text).toBe('b')
    expect(discord.violations).toHaveLength(2)
  })

  const commands: readonly (readonly [string, object])[] = [
    ['a name in capitals', { name: 'Ask' }],
    ['a name with a space', { name: 'ask me' }],
    ['a name of 33 characters', { name: 'x'.repeat(33) }],
    ['no description', { description: '' }],
    ['a description of 101 characters', { description: 'x'.repeat(101) }],
    ['a locale that Discord has not', { name_localizations: { 'zh-HK': '問' } }],
    ['a localised name with a full stop', { name_localizations: { 'zh-CN': '问。' } }],
    ['26 options', { options: Array.from({ length: 26 }, (_, at) => ({ type: 3, name: `o${at}`, description: 'd' })) }],
    ['an optional option before a required one', { options: [option('a'), { ...option('b'), required: true }] }],
    ['choices beside autocomplete', { options: [{ ...option('a'), autocomplete: true, choices: [{ name: 'n', value: 'v' }] }] }],
    ['more than 8,000 characters', { options: Array.from({ length: 5 }, (_, at) => ({ ...option(`o${at}`), choices: choices(25) })) }],
  ]

  test('commands beyond the limits are not registered', async () => {
    const discord = await start()
    const client = clientOf(discord)
    client.rest.setToken(discord.token)
    const put = (...body: object[]) => client.rest.put(`/applications/${discord.applicationId}/commands`, { body })
    for (const [what, change] of commands) {
      expect([what, (await refusal(put({ name: 'ask', description: 'd', ...change }))).code]).toEqual([what, 50035])
    }
    await refusal(put(...Array.from({ length: 101 }, (_, at) => ({ name: `c${at}`, description: 'd' }))))
    await refusal(put({ name: 'ask', description: 'd' }, { name: 'ask', description: 'd' }))
    expect(discord.violations).toHaveLength(commands.length + 2)
    await put({ name: '问', description: 'd', name_localizations: { 'zh-TW': '問', 'en-GB': 'ask' }, default_member_permissions: '8' })
    expect(discord.commands().map(({ name }) => name)).toEqual(['问'])
    expect(discord.violations).toHaveLength(commands.length + 2)
  })

  test('autocomplete and modals have limits of their own', async () => {
    const discord = await start()
    const errors: unknown[] = []
    await bot(discord, {
      interaction: async (interaction) => {
        const rest = (type: number, data: object) =>
          interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
            body: { type, data },
            auth: false,
          })
        if (interaction.isAutocomplete()) {
          for (const list of [choices(26), [{ name: 'n', value: 'x'.repeat(101) }], [{ name: '', value: 'v' }]]) {
            errors.push(await refusal(rest(8, { choices: list })))
          }
          await interaction.respond(choices(25))
        }
        if (interaction.isChatInputCommand()) {
          for (const change of [{ title: 'x'.repeat(46) }, { components: [] }, { components: Array(6).fill(MODAL.components[0]) }]) {
            errors.push(await refusal(rest(9, { ...MODAL, ...change })))
          }
          await interaction.showModal(MODAL)
        }
      },
    })
    expect(await discord.autocomplete({ name: 'ask', options: { question: '' }, focused: 'question' }).choices()).toHaveLength(25)
    expect((await discord.slash({ name: 'check' }).response()).type).toBe(InteractionResponseType.Modal)
    expect([errors.length, discord.violations.length]).toEqual([6, 6])
  })
})

describe('mentions', () => {
  test('a message, a reply or an edit that does not say whom it may mention is remembered', async () => {
    const discord = await start()
    const bare = new Client({ intents: INTENTS, rest: { api: discord.apiUrl } })
    ending.push(() => bare.destroy())
    bare.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.reply('@everyone')
      await interaction.editReply('again')
      await interaction.followUp('and more')
    })
    const ready = new Promise((resolve) => bare.once(Events.ClientReady, resolve))
    await bare.login(discord.token)
    await ready
    const asked = discord.slash({ name: 'ask' })
    await asked.followUp()
    expect(discord.violations.map(({ kind }) => kind)).toEqual(['mentions', 'mentions', 'mentions'])
    expect(asked.original?.content).toBe('again')
  })

  test('a message mentions only whom it is let', async () => {
    const discord = await start()
    const client = await bot(discord)
    const content = `<@${discord.user.id}> @everyone`
    await send(client, discord, { content })
    await client.rest.post(`/channels/${discord.channel.id}/messages`, { body: { content } })
    const [quiet, loud] = discord.messages().map(({ data }) => [data.mentions.length, data.mention_everyone])
    expect([quiet, loud]).toEqual([
      [0, false],
      [1, true],
    ])
  })
})

describe('interactions', () => {
  test('a first response that comes too late is refused', async () => {
    const discord = await start()
    await bot(discord, { interaction: (interaction) => replying(interaction, 'too late') })
    const asked = discord.slash({ name: 'ask', age: 3_001 })
    expect(await asked.refusal()).toBe(10062)
    await expect(asked.response()).rejects.toThrow('a first response')
    expect([discord.messages(), discord.violations]).toEqual([[], []])
  })

  test('the time for a first response can be shortened', async () => {
    const discord = await start({ responseMs: 20 })
    await bot(discord, {
      interaction: async (interaction) => {
        await new Promise((resolve) => setTimeout(resolve, 60))
        await replying(interaction, 'too late')
      },
    })
    expect(await discord.slash({ name: 'ask' }).refusal()).toBe(10062)
  })

  test('discord.js reads the age of an interaction from its id', async () => {
    const discord = await start()
    await bot(discord, { interaction: (interaction) => replying(interaction, String(Date.now() - interaction.createdTimestamp)) })
    expect(Number((await discord.slash({ name: 'ask', age: 1_000 }).reply()).text)).toBeGreaterThanOrEqual(1_000)
  })

  test('a second first response is refused', async () => {
    const discord = await start()
    await bot(discord, {
      interaction: async (interaction) => {
        await replying(interaction, 'first')
        const body = { type: 4, data: { content: 'second', allowed_mentions: { parse: [] } } }
        await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body, auth: false })
      },
    })
    const asked = discord.slash({ name: 'ask' })
    expect(await asked.refusal()).toBe(40060)
    expect(asked.original?.content).toBe('first')
  })

  test('an edit before any response, and one after the token has expired, are refused', async () => {
    const discord = await start({ tokenMs: 60_000 })
    await bot(discord, {
      interaction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.webhook.editMessage('@original', 'early').catch(() => {})
        await replying(interaction, 'in time')
      },
    })
    expect(await discord.slash({ name: 'ask' }).refusal()).toBe(10015)
    const old = await start({ tokenMs: 0 })
    await bot(old, {
      interaction: async (interaction) => {
        await replying(interaction, 'in time')
        await new Promise((resolve) => setTimeout(resolve, 5))
        if (interaction.isChatInputCommand()) await interaction.editReply('too late')
      },
    })
    expect(await old.slash({ name: 'ask' }).refusal()).toBe(50027)
  })

  test('who may see a response is decided by the first one', async () => {
    const discord = await start()
    await bot(discord, {
      interaction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.deferReply({ flags: MessageFlags.Ephemeral })
        await interaction.webhook.editMessage('@original', { content: 'still private' })
      },
    })
    const reply = await discord.slash({ name: 'ask' }).reply()
    expect([reply.text, reply.ephemeral]).toEqual(['still private', true])
  })

  test('where only the person installed the application there are five follow-ups and no other messages', async () => {
    const discord = await start()
    const denied: number[] = []
    const client = await bot(discord, {
      interaction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.reply('0')
        for (let count = 1; count <= 6; count++) await interaction.followUp(String(count))
      },
    })
    const asked = discord.slash({ name: 'ask', userInstallOnly: true })
    expect(await asked.refusal()).toBe(40094)
    expect(asked.followUps).toHaveLength(5)
    denied.push(Number((await refusal(client.rest.get(`/channels/${discord.world.elsewhere.id}`))).code))
    expect(denied).toEqual([50001])
  })
})

describe('what the bot may read', () => {
  async function reading(options: LoopbackOptions = {}, intents = INTENTS) {
    const discord = await start(options)
    const read: string[] = []
    await bot(discord, { message: async (message) => void read.push(message.content) }, { intents })
    const next = async (): Promise<readonly string[]> => {
      // A direct message can always be read: when it is there, everything before it is, too.
      discord.say({ content: 'end', dm: true })
      await vi.waitFor(() => expect(read).toContain('end'), WAIT)
      return read
    }
    return { discord, next }
  }

  test('without the intent only what mentions it, and direct messages', async () => {
    const { discord, next } = await reading()
    discord.say({ content: 'among ourselves' })
    discord.say({ content: `${discord.mention} you` })
    discord.say({ content: `<@&${discord.guild.botRole}> its role` })
    discord.say({ content: '@everyone' })
    discord.say({ content: 'by mention list', mentions: [discord.world.bot] })
    expect(await next()).toEqual(['', `${discord.mention} you`, '', '', 'by mention list', 'end'])
  })

  test('a reply lets it read only if it mentions, and not if it answers the response to an interaction', async () => {
    const discord = await start()
    const read: string[] = []
    const client = await bot(discord, {
      message: async (message) => void read.push(message.content),
      interaction: (interaction) => replying(interaction, 'by command'),
    })
    await send(client, discord, { content: 'by itself' })
    const reference = await discord.slash({ name: 'ask' }).reply()
    const [normal] = discord.messages()
    if (normal === undefined) throw new Error('nothing was sent')
    discord.say({ content: 'to a message', reference: normal })
    discord.say({ content: 'without ping', reference: normal, ping: false })
    discord.say({ content: 'to a response', reference })
    discord.say({ content: `${discord.mention} to a response`, reference })
    discord.say({ content: 'end', dm: true })
    await vi.waitFor(() => expect(read).toContain('end'), WAIT)
    expect(read).toEqual(['to a message', '', '', `${discord.mention} to a response`, 'end'])
  })

  test('with the intent everything; with the option what mentions its role', async () => {
    const all = await reading({ privileged: ['MessageContent'] }, [...INTENTS, GatewayIntentBits.MessageContent])
    all.discord.say({ content: 'among ourselves' })
    expect(await all.next()).toEqual(['among ourselves', 'end'])
    const role = await reading({ roleMentionsShowContent: true })
    role.discord.say({ content: `<@&${role.discord.guild.botRole}> its role` })
    expect(await role.next()).toEqual([`<@&${role.discord.guild.botRole}> its role`, 'end'])
  })
})

describe('the gateway', () => {
  test('a wrong token is refused by REST and by the gateway', async () => {
    const discord = await start()
    await expect(clientOf(discord).login('wrong.token.here')).rejects.toThrow('invalid token')
    expect(discord.requests.map(({ status }) => status)).toEqual([401])
    const socket = new WebSocket(`${discord.gatewayUrl}?v=10&encoding=json`)
    const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)))
    socket.addEventListener('open', () => socket.send(JSON.stringify({ op: 2, d: { token: 'wrong', intents: 0, properties: {} } })))
    expect(await closed).toBe(4004)
  })

  test('an intent that is not switched on is refused', async () => {
    const discord = await start()
    const client = clientOf(discord, { intents: [...INTENTS, GatewayIntentBits.MessageContent] })
    await expect(client.login(discord.token)).rejects.toThrow('disallowed intents')
    expect(discord.gateway.closed).toEqual([4014])
    discord.gateway.refusesWith = 4013
    await expect(clientOf(discord).login(discord.token)).rejects.toThrow('invalid intents')
  })

  test('a connection that broke off is taken up again, and what was missed is told', async () => {
    const discord = await start()
    const read: string[] = []
    const client = await bot(discord, { message: async (message) => void read.push(message.content) })
    discord.say({ content: `${discord.mention} before` })
    await discord.until(() => discord.gateway.connected, 'a connection')
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve))
    discord.gateway.drop()
    await discord.until(() => !discord.gateway.connected, 'the connection to break off')
    discord.say({ content: `${discord.mention} meanwhile` })
    await resumed
    discord.say({ content: `${discord.mention} after` })
    await vi.waitFor(() => expect(read).toHaveLength(3), WAIT)
    expect(read.map((text) => text.split(' ')[1])).toEqual(['before', 'meanwhile', 'after'])
    expect([discord.gateway.identifies, discord.gateway.resumes]).toEqual([1, 1])
  })

  test('it can be silent, refuse connections, close with any code and stop acknowledging', async () => {
    const discord = await start({ heartbeatMs: 250 })
    discord.gateway.mode = 'silent'
    // Nothing happens, and logging in never settles by itself: a bot needs a time limit of its own.
    const ready = bot(discord)
    await discord.until(() => discord.gateway.connections === 1, 'a connection')
    discord.gateway.mode = 'refusing'
    discord.gateway.drop()
    await discord.until(() => discord.gateway.connections >= 3, 'another attempt')
    expect(discord.gateway.identifies).toBe(0)
    discord.gateway.mode = 'open'
    await ready
    const before = discord.gateway.resumes
    discord.gateway.close(4009)
    await discord.until(() => discord.gateway.resumes > before, 'the session to be taken up again')
    const after = discord.gateway.resumes
    discord.gateway.acknowledges = false
    await discord.until(() => discord.gateway.resumes > after, 'the unanswered connection to be given up')
  })

  test('a session that it no longer knows is replaced by a new one', async () => {
    const discord = await start({ identifyMs: 0 })
    // One session may be started in five seconds; here nobody need wait.
    const client = await bot(discord, {}, { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) } })
    const again = new Promise((resolve) => client.once(Events.ShardReady, resolve))
    discord.gateway.forget()
    discord.gateway.close(4000)
    await again
    expect([discord.gateway.identifies, discord.gateway.resumes, discord.gateway.sessionStarts]).toEqual([2, 0, 998])
  })
})

describe('faults on demand', () => {
  test('discord.js waits and tries again when it is told to', async () => {
    const discord = await start()
    const client = await bot(discord)
    discord.faults.rateLimit('POST /channels/{channel_id}/messages', 0.1, { times: 2 })
    await send(client, discord, { content: 'third time' })
    const statuses = discord.requests.filter(({ route }) => route === 'POST /channels/{channel_id}/messages').map(({ status }) => status)
    expect([statuses, discord.messages().length]).toEqual([[429, 429, 200], 1])
  })

  test('500 is tried again, a hang ends by the time limit, and a lost answer may have been carried out', async () => {
    const discord = await start()
    const client = await bot(discord, {}, { rest: { timeout: 100 } })
    const route = 'POST /channels/{channel_id}/messages'
    discord.faults.status(route, 500)
    await send(client, discord, { content: 'a' })
    discord.faults.hang(route)
    await send(client, discord, { content: 'b' })
    discord.faults.reset(route, { done: true })
    await send(client, discord, { content: 'c', nonce: '1', enforce_nonce: true })
    expect(discord.messages().map(({ content }) => content)).toEqual(['a', 'b', 'c'])
    discord.faults.status(route, 403, { code: 50013, message: 'Missing Permissions' })
    expect((await refusal(send(client, discord, { content: 'd' }))).code).toBe(50013)
    expect(discord.violations).toEqual([])
  })

  test('a route that Discord may have but this one has not is remembered', async () => {
    const discord = await start()
    const client = clientOf(discord)
    client.rest.setToken(discord.token)
    expect((await refusal(client.rest.get('/voice/regions'))).status).toBe(404)
    expect(discord.violations).toMatchObject([{ kind: 'route', request: 'GET /voice/regions' }])
  })
})

const MODAL: APIModalInteractionResponseCallbackData = {
  custom_id: 'check',
  title: 'Check',
  components: [{ type: 18, label: 'Where?', component: { type: 4, custom_id: 'region', style: 1, min_length: 2, max_length: 20 } }],
}

const ASK = {
  name: 'ask',
  nameLocalizations: { 'zh-CN': '问' },
  description: 'Ask',
  options: [{ type: 3, name: 'question', description: 'The question', required: true, autocomplete: true, maxLength: 100 }],
} as const

function option(name: string): object {
  return { type: 3, name, description: 'd' }
}

function choices(count: number): { name: string; value: string }[] {
  return Array.from({ length: count }, (_, at) => ({ name: `${'n'.repeat(90)}${at}`, value: `v${at}` }))
}

function menu(): ActionRowBuilder<StringSelectMenuBuilder> {
  const options = ['a', 'b'].map((value) => ({ label: value, value }))
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(new StringSelectMenuBuilder({ custom_id: 'topic', options }))
}

function select(count: number, label = 'l'): object {
  const options = Array.from({ length: count }, (_, at) => ({ label, value: `v${at}` }))
  return { type: 1, components: [{ type: 3, custom_id: 's', options }] }
}
