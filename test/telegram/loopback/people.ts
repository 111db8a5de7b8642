// What people do in the loopback Telegram.
import type { Chat, Message, Update, User } from '@grammyjs/types'
import type { Core } from './core.js'
import { type GuestAsked, type GuestSaying, guest } from './guest.js'
import { type InlineAsk, type InlineAsked, type InlineSent, inline } from './inline.js'
import { addTopic, letIn, migrate, putOut } from './membership.js'
import { type InlinePress, type Press, type Pressed, press, pressInline } from './press.js'
import { type Saying, say } from './say.js'
import type { GroupProps, Place } from './world.js'

export class People {
  /** A person for tests that need only one; understands English. */
  readonly user: User
  /** The private chat with that person. */
  readonly chat: Chat
  protected readonly core: Core

  constructor(core: Core) {
    this.core = core
    this.user = core.world.addUser({ first_name: 'Lin', username: 'lin_at_work' })
    this.chat = core.world.privateChat(this.user)
  }

  addUser(props?: Partial<User>): User {
    return this.core.world.addUser(props)
  }

  privateChat(user: User): Chat {
    return this.core.world.privateChat(user)
  }

  /** A group that the bot has been in for long. */
  addGroup(props?: GroupProps): Chat {
    return this.core.world.addGroup(props)
  }

  /** Its message_thread_id. */
  addTopic(group: Chat, name = 'Topic'): number {
    return addTopic(this.core, this.place(group), name, this.user)
  }

  closeTopic(group: Chat, id: number, closed = true): void {
    const topic = this.place(group).topics.get(id)
    if (topic !== undefined) topic.closed = closed
  }

  deleteTopic(group: Chat, id: number): void {
    const topic = this.place(group).topics.get(id)
    if (topic !== undefined) topic.deleted = true
  }

  /** Writes a message, delivered to the bot as far as it may read it. */
  say(saying: Saying): Message {
    return say(this.core, saying, this.user, this.chat)
  }

  /** Follows a link to the bot, or presses "Start". */
  start({ payload, chat = this.chat, from }: { payload?: string; chat?: Chat; from?: User } = {}): Message {
    const command = chat.type === 'private' ? '/start' : `/start@${this.core.settings.username}`
    return this.say({ text: payload === undefined ? command : `${command} ${payload}`, chat, ...(from !== undefined && { from }) })
  }

  press(pressing: Press): Pressed {
    return press(this.core, pressing, this.user)
  }

  /** Presses a button of a message that inline mode sent somewhere. */
  pressInline(pressing: InlinePress): Pressed {
    return pressInline(this.core, pressing, this.user)
  }

  inline(asking: InlineAsk): InlineAsked {
    return inline(this.core, asking, this.user)
  }

  /** Sends one of the results of an inline query. */
  choose(asked: InlineAsked, index = 0): Promise<InlineSent> {
    return asked.choose(this.core, index)
  }

  guest(saying: GuestSaying): GuestAsked {
    return guest(this.core, saying, this.user)
  }

  /** Deletes a message, as people can; the bot is not told. */
  remove(message: { readonly chat: Chat; readonly message_id: number }): void {
    this.core.messages.remove(message.chat, message.message_id)
  }

  /** Queues any update, wanted or not. */
  update(raw: object): Update {
    return this.core.updates.raw(raw)
  }

  /** Delivers an update for a second time. */
  redeliver(updateId: number): void {
    this.core.updates.redeliver(updateId)
  }

  block(user: User = this.user): void {
    putOut(this.core, this.place(this.privateChat(user)), user)
  }

  unblock(user: User = this.user): void {
    letIn(this.core, this.place(this.privateChat(user)), user)
  }

  kick(group: Chat): void {
    putOut(this.core, this.place(group), this.user)
  }

  /** Adds the bot to a group, as if it had not been in there. */
  join(group: Chat): void {
    letIn(this.core, this.place(group), this.user)
  }

  /** From now on the bot may not write there, or may again. */
  mute(group: Chat, muted = true): void {
    this.place(group).muted = muted
  }

  /** The supergroup that the group becomes. */
  migrate(group: Chat): Chat {
    return migrate(this.core, this.place(group), this.user)
  }

  private place(chat: Chat): Place {
    return this.core.world.place(chat)
  }
}
