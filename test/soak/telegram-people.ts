// What people do on the loopback Telegram in a few minutes: ask, ask on, press a button; and what goes wrong there once an hour.
import type { User } from '@grammyjs/types'
import type { LoopbackTelegram } from '../telegram/loopback/server.js'

const MANY = 40

export class TelegramPeople {
  answers = 0
  readonly wrong: string[] = []
  readonly #telegram: LoopbackTelegram
  readonly #now: () => Date
  readonly #people: readonly User[]
  #turn = 0

  constructor(telegram: LoopbackTelegram, now: () => Date) {
    this.#telegram = telegram
    this.#now = now
    this.#people = Array.from({ length: MANY }, () => telegram.addUser())
  }

  /** Three of them at once, each a question, one that follows it, and a button. */
  async talk(): Promise<void> {
    const some = Array.from({ length: 3 }, () => this.#people[this.#turn++ % MANY] as User)
    await Promise.all(some.map((person) => this.#converse(person)))
  }

  async #converse(from: User): Promise<void> {
    await this.#ask(from, 'who leads energy?', 'energy')
    const { message } = await this.#ask(from, 'and health?', 'National Health')
    const button = message.keyboard.flat().find(({ callback_data }) => callback_data !== undefined)
    if (!button) return
    await this.#telegram.press({ message, label: button.text, from }).answer()
    this.answers += 1
  }

  async #ask(from: User, text: string, expected: string) {
    const chat = this.#telegram.privateChat(from)
    const before = this.#telegram.sent(chat).length
    this.#telegram.say({ text, from, chat, date: this.#now() })
    const message = await this.#telegram.message(before, chat)
    this.answers += 1
    if (!message.text.includes(expected)) this.wrong.push(`Telegram: ${text}: ${message.text}`)
    return { message }
  }

  /** Polls that fail: refused, cut off, and answered with something that nobody can read. */
  async disturb(hour: number): Promise<void> {
    const { faults } = this.#telegram
    const kinds = [
      () => faults.status('getUpdates', 502, { html: true }),
      () => faults.drop('getUpdates'),
      () => faults.garbage('getUpdates'),
    ]
    const polls = this.#telegram.polls
    kinds[hour % kinds.length]?.()
    await this.#telegram.until(() => this.#telegram.polls > polls + 1, 'polls after one that failed')
  }

  /** Resolves when nothing is under way any more but a poll; what was is forgotten. */
  async calm(): Promise<void> {
    await this.#telegram.until(() => this.#telegram.pendingCount === 0 && this.#telegram.polling, 'a quiet Telegram')
    this.#telegram.forget()
  }
}
