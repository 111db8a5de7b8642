// A Telegram for tests, on the loopback interface only, that refuses what Telegram refuses. The real telegraf is pointed at it.
import type { AddressInfo } from 'node:net'
import type { BotCommand, Chat, Update, UserFromGetMe, WebhookInfo } from '@grammyjs/types'
import { type Assembled, assemble } from './assemble.js'
import { Faults } from './faults.js'
import type { Door } from './http.js'
import type { JsonObject } from './json.js'
import type { LoopbackOptions } from './options.js'
import { People } from './people.js'
import type { Pressed } from './press.js'
import type { LoggedRequest, Violation } from './requests.js'
import type { SentMessage } from './sent.js'
import type { Delivery } from './webhook.js'

export class LoopbackTelegram extends People {
  /** The only token that is accepted. */
  readonly token: string
  /** Calls that go wrong on demand. */
  readonly faults: Faults
  /** Whether calls are also checked against the description of the Bot API, which is no part of this project. */
  readonly validatesAgainstSpec: boolean
  private readonly door: Door

  static async start(options: LoopbackOptions = {}): Promise<LoopbackTelegram> {
    const faults = new Faults()
    const telegram = new LoopbackTelegram(assemble(options, faults), faults)
    await new Promise<void>((resolve) => telegram.door.server.listen(0, '127.0.0.1', resolve))
    return telegram
  }

  private constructor({ core, door, validatesAgainstSpec }: Assembled, faults: Faults) {
    super(core)
    this.token = core.settings.token
    this.faults = faults
    this.door = door
    this.validatesAgainstSpec = validatesAgainstSpec
  }

  /** For `new Telegraf(token, { telegram: { apiRoot } })`. */
  get apiRoot(): string {
    return `http://127.0.0.1:${(this.door.server.address() as AddressInfo).port}`
  }

  /** What getMe answers. */
  get me(): UserFromGetMe {
    return this.core.world.me
  }

  /** All calls with the right token, in order, with what they were answered with. */
  get requests(): readonly LoggedRequest[] {
    return this.door.requests
  }

  /** What a correct bot would not have sent; a test ends by finding this empty. */
  get violations(): readonly Violation[] {
    return this.door.violations
  }

  /** The parameters of all calls of a method, in order. */
  calls(method: string): readonly JsonObject[] {
    return this.requests.filter((request) => request.method === method).map(({ payload }) => payload)
  }

  /** What the bot sent, as it stands now, deleted messages left out; to one chat or to all. */
  sent(chat?: Chat): readonly SentMessage[] {
    return this.core.messages.sent.filter((message) => !message.deleted && (chat === undefined || message.chat.id === chat.id))
  }

  /** The message with this number in a chat, counted from 0, as soon as it is there. */
  message(index = 0, chat: Chat = this.chat): Promise<SentMessage> {
    return this.until(() => this.sent(chat)[index], `message ${index} in chat ${chat.id}`)
  }

  /** Buttons that were pressed and never answered: each keeps turning on somebody's screen. */
  get unansweredPresses(): readonly Pressed[] {
    return [...this.core.presses.values()].filter(({ given }) => given === undefined)
  }

  commands({ scope, language_code }: { scope?: object; language_code?: string } = {}): readonly BotCommand[] {
    return this.core.profile.commands(scope, language_code)
  }

  name(language?: string): string {
    return this.core.profile.text('name', language)
  }

  description(language?: string): string {
    return this.core.profile.text('description', language)
  }

  shortDescription(language?: string): string {
    return this.core.profile.text('short_description', language)
  }

  menuButton(chat?: Chat): JsonObject | undefined {
    return this.core.profile.menuButtons.get(chat?.id)
  }

  /** As getWebhookInfo tells, and every attempt to deliver an update there. */
  get webhook(): WebhookInfo & {
    readonly deliveries: readonly Delivery[]
    readonly mostUnderWay: number
    readonly underWay: readonly number[]
  } {
    const { info, deliveries, mostUnderWay, underWay } = this.core.webhook
    return { ...info, deliveries, mostUnderWay, underWay: [...underWay].map(({ update_id }) => update_id) }
  }

  /** How often the bot asked for updates, up to where it confirmed them, and whether a poll is held just now. */
  get polls(): number {
    return this.core.polling.polls
  }

  get confirmedOffset(): number {
    return this.core.polling.offset
  }

  get polling(): boolean {
    return this.core.polling.waiting
  }

  /** Updates that were queued, whether they were delivered or not. */
  get updates(): readonly Update[] {
    return this.core.updates.all
  }

  /** Updates that nobody has confirmed yet. */
  get pendingCount(): number {
    return this.core.updates.pending.length
  }

  /** Another instance of the bot: until it is stopped, every poll of this one ends in a conflict. */
  otherPoller(): { stop: () => void } {
    return this.core.polling.otherPoller()
  }

  /** What `look` returns once it is neither undefined nor false; looked at whenever anything happens here. */
  until<T>(look: () => T | undefined | false, what: string, ms?: number): Promise<T> {
    return this.core.changes.until(look, what, ms)
  }

  /** Forgets what was said, sent and asked so far, as if it had been long ago; for runs that go on for long. */
  forget(): void {
    const { messages, updates, presses, rates, webhook } = this.core
    this.door.requests.length = 0
    messages.forget()
    updates.all.length = 0
    presses.clear()
    rates.forget()
    webhook.deliveries.length = 0
    this.faults.clear()
  }

  /** Closes every connection. */
  async stop(): Promise<void> {
    this.core.webhook.stop()
    this.core.webhook.url = ''
    const closed = new Promise((resolve) => this.door.server.close(resolve))
    this.door.server.closeAllConnections()
    await closed
  }
}
