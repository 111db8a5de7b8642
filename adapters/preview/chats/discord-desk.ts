// A Discord that takes every request and sends none on: discord.js believes that it speaks to the real one.
import { Events, type Interaction, type RESTOptions } from 'discord.js'
import { makeClient } from '../../discord/client.js'
import { letGo } from '../../discord/login.js'
import { rawInteractions } from '../../discord/raw-interactions.js'
import { type Incoming, incoming } from './discord-request.js'

/** What becomes of what is sent for one interaction. */
export interface Desk {
  /** Carries the interaction out, with the adapter's own handler. */
  handle(interaction: Interaction): Promise<void>
  /** @returns what Discord would answer; undefined for nothing */
  take(request: Incoming): object | undefined
}

type Fetch = RESTOptions['makeRequest']

/** One client of discord.js for every chat; it never connects to anything. */
export class DiscordDesk {
  readonly #open = new Map<string, Desk>()
  readonly #client = makeClient({}, { makeRequest: (...request) => this.#answer(...request), globalRequestsPerSecond: 100_000 })
  readonly #receive = rawInteractions(this.#client)
  #working: Promise<void> | undefined

  constructor() {
    this.#client.rest.setToken('none')
    this.#client.on(Events.InteractionCreate, (interaction) => {
      this.#working = this.#open.get(interaction.token)?.handle(interaction)
    })
  }

  /** Resolves when the adapter is done with the interaction. @param token that no other one has at the time */
  async dispatch(token: string, raw: object, desk: Desk): Promise<void> {
    this.#open.set(token, desk)
    try {
      this.#working = undefined
      this.#receive(raw)
      if (!this.#working) throw new Error('discord.js did not know the interaction')
      await this.#working
    } finally {
      this.#open.delete(token)
    }
  }

  end(): Promise<void> {
    return letGo(this.#client)
  }

  readonly #answer: Fetch = async (url, init) => {
    const request = await incoming(url, init)
    const desk = request && this.#open.get(request.token)
    if (!request || !desk) return new Response('{"message":"Unknown interaction","code":10062}', { status: 404, headers: JSON_TYPE })
    const answer = desk.take(request)
    return answer === undefined ? new Response(null, { status: 204 }) : new Response(JSON.stringify(answer), { headers: JSON_TYPE })
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }
