// Which messages of a group reach a bot in privacy mode.
import type { Message, User } from '@grammyjs/types'
import type { Settings } from './options.js'
import { textOf } from './text/found.js'
import { isGroup, type Place } from './world.js'

/** Never those of bots; in groups, with privacy mode, only those that are meant for the bot. */
export function reaches(message: Message, place: Place, me: User, settings: Settings): boolean {
  if (place.out || place.migratedTo !== undefined) return false
  const { from } = message
  if (from?.is_bot === true && message.sender_chat === undefined) return false
  if (!isGroup(place.chat) || settings.canReadAllGroupMessages) return true
  if (message.via_bot?.id === me.id || message.reply_to_message?.from?.id === me.id) return true
  return commands(message, place, me) || (settings.deliversMentions && mentions(message, me))
}

/** `/ask@this_bot`; without a name, the bot that spoke last is meant, and before any did, every one. */
function commands(message: Message, { lastBot }: Place, me: User): boolean {
  return named(message, 'bot_command').some((command) => {
    const [, bot] = command.split('@')
    return bot === undefined ? lastBot === undefined || lastBot === me.id : isName(bot, me)
  })
}

function mentions(message: Message, me: User): boolean {
  return named(message, 'mention').some((mention) => isName(mention.slice(1), me))
}

function named(message: Message, type: 'bot_command' | 'mention'): string[] {
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  return entities.filter((entity) => entity.type === type).map((entity) => textOf(text, entity))
}

function isName(name: string, { username = '' }: User): boolean {
  return name.toLowerCase() === username.toLowerCase()
}
