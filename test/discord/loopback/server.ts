// A Discord for tests, on the loopback interface only, that refuses what Discord refuses. The real discord.js is pointed at it.
import type { AddressInfo } from 'node:net'
import type { APIMessage, APIUser } from 'discord.js'
import { assemble } from './assemble.js'
import type { Core } from './core.js'
import type { Endpoint } from './endpoint.js'
import { Faults } from './faults.js'
import type { Gateway } from './gateway.js'
import type { Rest } from './http.js'
import type { Interaction } from './interaction.js'
import type { JsonObject } from './json.js'
import { type ModalSubmit, modalSubmit } from './modal.js'
import type { LoopbackOptions } from './options.js'
import { button, type ContextMenu, contextMenu, type Press, type Select, select } from './press.js'
import type { LoggedRequest, Violation } from './requests.js'
import { type Saying, say } from './say.js'
import type { SentMessage } from './sent.js'
import { type Autocomplete, autocomplete, type SlashCommand, slash } from './slash.js'
import type { FakeChannel, FakeGuild, World } from './world.js'

export class LoopbackDiscord {
  /** The only token that is accepted. */
  readonly token: string
  /** Guilds, channels and people; add more before the bot logs in. */
  readonly world: World
  /** Connections and sessions: counts, modes, and ways to disturb them. */
  readonly gateway: Gateway
  /** Requests that go wrong on demand. */
  readonly faults = new Faults()
  /** Interactions over HTTP, once it has an address. */
  readonly endpoint: Endpoint
  private readonly core: Core
  private readonly rest: Rest

  static async start(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
    const discord = new LoopbackDiscord(options)
    await new Promise<void>((resolve) => discord.rest.server.listen(0, '127.0.0.1', resolve))
    return discord
  }

  private constructor(options: LoopbackOptions) {
    const { token, core, rest } = assemble(options, this.faults, () => this.gatewayUrl)
    this.token = token
    this.core = core
    this.rest = rest
    this.world = core.world
    this.gateway = core.gateway
    this.endpoint = core.endpoint
  }

  /** For `new Client({ rest: { api: discord.apiUrl } })`. */
  get apiUrl(): string {
    return `http://${this.address}/api`
  }

  get gatewayUrl(): string {
    return `ws://${this.address}/gateway`
  }

  get applicationId(): string {
    return this.world.bot.id
  }

  /** The guild, the channel and the person of tests that need only one. */
  get guild(): FakeGuild {
    return this.world.guild
  }

  get channel(): FakeChannel {
    return this.world.channel
  }

  get user(): APIUser {
    return this.world.person
  }

  /** What mentions the bot in a text. */
  get mention(): string {
    return `<@${this.world.bot.id}>`
  }

  /** All requests, in order, with what they were answered with. */
  get requests(): readonly LoggedRequest[] {
    return this.rest.requests
  }

  /** What a correct bot would not have sent; a test ends by finding this empty. */
  get violations(): readonly Violation[] {
    return this.rest.violations
  }

  /** Writes a message; returned as its author sees it, sent to the bot as far as it may read it. */
  say(saying: Saying): APIMessage {
    return say(this.core, saying)
  }

  slash(command: SlashCommand): Interaction {
    return slash(this.core, command)
  }

  autocomplete(command: Autocomplete): Interaction {
    return autocomplete(this.core, command)
  }

  button(press: Press): Interaction {
    return button(this.core, press)
  }

  select(press: Select): Interaction {
    return select(this.core, press)
  }

  modalSubmit(submit: ModalSubmit): Interaction {
    return modalSubmit(this.core, submit)
  }

  contextMenu(menu: ContextMenu): Interaction {
    return contextMenu(this.core, menu)
  }

  /** What the bot sent, as it stands now, deleted messages left out; of one channel or of all. */
  messages(channel?: FakeChannel): readonly SentMessage[] {
    const { sent } = this.core.messages
    return sent.filter((message) => !message.deleted && (channel === undefined || message.channel.id === channel.id))
  }

  /** The message with this number of a channel, counted from 0, as soon as it is there. */
  message(index = 0, channel: FakeChannel = this.channel): Promise<SentMessage> {
    return this.until(() => this.messages(channel)[index], `message ${index} in ${channel.name || 'a direct message'}`)
  }

  /** The registered commands: of a guild, or the global ones. */
  commands(guild?: FakeGuild): readonly JsonObject[] {
    return this.core.commands.all(guild?.id)
  }

  /** What `look` returns once it is neither undefined nor false; looked at whenever anything happens here. */
  until<T>(look: () => T | undefined | false, what: string, ms?: number): Promise<T> {
    return this.core.changes.until(look, what, ms)
  }

  /** Forgets what was said, sent and asked so far, as if it had been long ago; for runs that go on for long. */
  forget(): void {
    const { messages, interactions, gateway } = this.core
    this.rest.requests.length = 0
    messages.sent.length = 0
    messages.said.clear()
    interactions.clear()
    gateway.presences.length = 0
    gateway.closed.length = 0
    for (const session of gateway.sessions.values()) session.forget()
    this.faults.clear()
  }

  /** Closes every connection. */
  async stop(): Promise<void> {
    this.gateway.stop()
    const closed = new Promise((resolve) => this.rest.server.close(resolve))
    this.rest.server.closeAllConnections()
    await closed
  }

  private get address(): string {
    const { address, port } = this.rest.server.address() as AddressInfo
    return `${address}:${port}`
  }
}
