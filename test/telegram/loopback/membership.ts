// What happens to the bot in chats, and to the chats themselves.
import type { Chat, Message, User } from '@grammyjs/types'
import { type Core, seconds } from './core.js'
import type { Place } from './world.js'

/** The bot is thrown out of a group, or a person blocks it. */
export function putOut(core: Core, place: Place, by: User): void {
  place.out = true
  tell(core, place, by, 'member', 'kicked')
}

/** The bot is (again) a member of a group, or no longer blocked. */
export function letIn(core: Core, place: Place, by: User): void {
  place.out = false
  tell(core, place, by, place.chat.type === 'private' ? 'kicked' : 'left', 'member')
}

function tell(core: Core, { chat }: Place, from: User, before: string, after: string): void {
  const standing = (status: string) => ({ user: core.world.me, status, ...(status === 'kicked' && { until_date: 0 }) })
  const change = { chat, from, date: seconds(), old_chat_member: standing(before), new_chat_member: standing(after) }
  core.updates.queue('my_chat_member', change)
}

/** The group becomes a supergroup with another number; both tell so. */
export function migrate(core: Core, place: Place, by: User): Chat {
  const { chat } = place
  if (chat.type !== 'group') throw new Error(`a ${chat.type} cannot become a supergroup`)
  const successor = core.world.addGroup({ title: chat.title, type: 'supergroup' })
  service(core, chat, by, { migrate_to_chat_id: successor.id })
  place.migratedTo = successor.id
  service(core, successor, by, { migrate_from_chat_id: chat.id })
  return successor
}

/** A new topic of a forum, begun by a person. */
export function addTopic(core: Core, place: Place, name: string, by: User): number {
  if (place.chat.is_forum !== true) throw new Error('only forums have topics')
  const id = core.world.nextMessageId(place.chat)
  place.topics.set(id, { id, name, closed: false, deleted: false })
  const about = { message_thread_id: id, is_topic_message: true, forum_topic_created: { name, icon_color: 7_322_096 } }
  const message = { message_id: id, from: by, chat: place.chat, date: seconds(), ...about } as Message
  core.updates.queue('message', core.messages.keep(message))
  return id
}

/** What the server itself writes; it reaches the bot in privacy mode, too. */
function service(core: Core, chat: Chat, from: User, about: object): void {
  const message = { message_id: core.world.nextMessageId(chat), from, chat, date: seconds(), ...about } as Message
  core.updates.queue('message', core.messages.keep(message))
}
