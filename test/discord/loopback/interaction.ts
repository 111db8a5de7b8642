// One interaction: what a person did, what the bot answered first, and what became of the answer.
import type { APIUser, InteractionType } from 'discord.js'
import type { Changes } from './changes.js'
import { Refusal } from './errors.js'
import { asText, type JsonObject, objects } from './json.js'
import type { SentMessage } from './sent.js'
import type { FakeChannel } from './world.js'

export interface FirstResponse {
  readonly type: number
  readonly data: JsonObject
  /** How long after its creation the interaction was answered, in milliseconds. */
  readonly after: number
}

export interface InteractionFacts {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly user: APIUser
  readonly channel: FakeChannel
  /** Only the person installed the application, not the guild: at most five follow-ups. */
  readonly userInstallOnly: boolean
  /** When it was created, and until when it may be answered first. */
  readonly created: number
  readonly responseMs: number
  /** The message with the control, or where the modal was opened from. */
  readonly source: SentMessage | undefined
  /** What was sent over the gateway. */
  readonly payload: JsonObject
}

export class Interaction {
  readonly facts: InteractionFacts
  first: FirstResponse | undefined
  /** The message behind `@original`: the reply, or for updates the message with the control. */
  original: SentMessage | undefined
  readonly followUps: SentMessage[] = []
  /** The codes with which the bot's requests for this interaction were refused. */
  readonly refused: number[] = []
  private readonly changes: Changes

  constructor(facts: InteractionFacts, changes: Changes) {
    this.facts = facts
    this.changes = changes
  }

  get id(): string {
    return this.facts.id
  }

  get late(): boolean {
    return Date.now() - this.facts.created > this.facts.responseMs
  }

  /** Carries out a request of the bot for this interaction, and remembers if it was refused. */
  refusing<T>(request: () => T): T {
    try {
      return request()
    } catch (refusal) {
      if (refusal instanceof Refusal) this.refused.push(refusal.code)
      throw refusal
    }
  }

  /** The first response; fails if there was none in time. */
  response(): Promise<FirstResponse> {
    const left = Math.max(0, this.facts.created + this.facts.responseMs - Date.now())
    return this.changes.until(() => this.first, `a first response to interaction ${this.id}`, left)
  }

  /** The reply as soon as it can be read: at once, or after a deferral was filled in. */
  reply(): Promise<SentMessage> {
    const readable = () => (this.original !== undefined && !this.original.loading ? this.original : undefined)
    return this.changes.until(readable, `a reply to interaction ${this.id}`)
  }

  /** The follow-up with this number, counted from 0. */
  followUp(index = 0): Promise<SentMessage> {
    return this.changes.until(() => this.followUps[index], `follow-up ${index} of interaction ${this.id}`)
  }

  /** The choices that autocomplete was answered with. */
  async choices(): Promise<readonly { readonly name: string; readonly value: unknown }[]> {
    const { data } = await this.response()
    return objects(data.choices).map(({ name, value }) => ({ name: asText(name), value }))
  }

  /** The code with which a request of the bot for this interaction was refused. */
  refusal(index = 0): Promise<number> {
    return this.changes.until(() => this.refused[index], `refusal ${index} of interaction ${this.id}`)
  }
}
