// What a new message replies to, and in which topic it goes.
import type { Message } from '@grammyjs/types'
import type { Core } from './core.js'
import { asObject, asText } from './json.js'
import { withoutReply } from './messages.js'
import { bad, unlucky } from './refusal.js'
import type { Place } from './world.js'

/** The longest quotation of the message that is replied to, in UTF-16 units. */
const LONGEST_QUOTE = 1_024

export function repliedTo(core: Core, place: Place, given: unknown): Partial<Message> {
  const parameters = asObject(given)
  if (parameters === undefined) return {}
  const { message_id: id, allow_sending_without_reply: without, quote, chat_id } = parameters
  const chat = chat_id === undefined ? place.chat : core.world.places.get(Number(chat_id))?.chat
  if (chat === undefined) throw bad('chat not found')
  const message = core.messages.find(chat, id)
  if (message === undefined) {
    if (without === true) return {}
    throw core.messages.wasDeleted(chat, id) ? unlucky('message to be replied not found') : bad('message to be replied not found')
  }
  if (quote !== undefined) checkQuote(asText(quote), message)
  return { reply_to_message: withoutReply(message) } as Partial<Message>
}

function checkQuote(quote: string, message: Message): void {
  const whole = message.text ?? message.caption ?? ''
  if (quote.length > LONGEST_QUOTE) throw bad('QUOTE_TEXT_INVALID')
  if (quote !== '' && !whole.includes(quote)) throw bad('QUOTE_TEXT_INVALID')
}

/** What every message of a topic carries; nothing outside of topics. */
export function topicFields(core: Core, place: Place, id: unknown): Partial<Message> {
  if (id === undefined) return {}
  const topic = place.topics.get(Number(id))
  if (topic === undefined) throw bad('message thread not found')
  if (topic.deleted) throw unlucky('message thread not found')
  if (topic.closed) throw unlucky('TOPIC_CLOSED')
  return inTopic(core, place, topic.id)
}

/** In a topic, what replies to nothing "replies" to the message with which the topic began. */
export function inTopic(core: Core, { chat }: Place, id: number): Partial<Message> {
  const root = core.messages.find(chat, id)
  return {
    message_thread_id: id,
    is_topic_message: true as const,
    ...(root !== undefined && { reply_to_message: withoutReply(root) }),
  } as Partial<Message>
}
