// What people do on the loopback Discord in a few minutes: mention it, reply, use a command, press a button; and what goes wrong there once
// an hour.
import type { APIUser } from 'discord.js'
import type { Interaction } from '../discord/loopback/interaction.js'
import type { LoopbackDiscord } from '../discord/loopback/server.js'

const MANY = 40

export class DiscordPeople {
  answers = 0
  readonly wrong: string[] = []
  readonly #discord: LoopbackDiscord
  readonly #people: readonly APIUser[]
  #turn = 0

  constructor(discord: LoopbackDiscord) {
    this.#discord = discord
    this.#people = Array.from({ length: MANY }, (_, i) => discord.world.addUser(`person-${i}`))
  }

  /** One of them: a mention, a direct message that follows nothing, a command, and a button of its answer. */
  async talk(): Promise<void> {
    const author = this.#people[this.#turn++ % MANY] as APIUser
    const { mention } = this.#discord
    await this.#ask(author, `${mention} who leads energy?`, 'energy')
    await this.#ask(author, `${mention} and health?`, 'National Health')
    const reply = await this.#answered(this.#discord.slash({ name: 'ask', options: { question: 'who leads health?' }, user: author }))
    const customId = reply?.usable.find((id) => id.includes('ask'))
    if (reply && customId) await this.#answered(this.#discord.button({ message: reply, customId, user: author }))
  }

  async #ask(author: APIUser, content: string, expected: string): Promise<void> {
    const before = this.#discord.messages(this.#discord.channel).length
    this.#discord.say({ content, author })
    const { text } = await this.#discord.message(before)
    this.answers += 1
    if (!text.includes(expected)) this.wrong.push(`Discord: ${content}: ${text}`)
  }

  async #answered(interaction: Interaction) {
    const reply = await interaction.reply()
    this.answers += 1
    return reply
  }

  /** The gateway drops the connection, asks for another, or closes it; now and then the session is gone, too. */
  async disturb(hour: number): Promise<void> {
    const { gateway } = this.#discord
    const before = gateway.resumes + gateway.identifies
    const kinds = [() => gateway.drop(), () => gateway.askToReconnect(), () => gateway.close(4000)]
    if (hour % 6 === 0) gateway.invalidate(false)
    else kinds[hour % kinds.length]?.()
    await this.#discord.until(() => gateway.resumes + gateway.identifies > before && gateway.connected, 'a gateway that is back')
  }

  /** What was is forgotten. */
  async calm(): Promise<void> {
    this.#discord.forget()
  }
}
