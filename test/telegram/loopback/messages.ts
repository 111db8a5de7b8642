// All messages of all chats, and which of them are the bot's.
import type { Chat, Message } from '@grammyjs/types'
import { SentMessage, type Wish } from './sent.js'

export class Messages {
  /** The bot's, deleted ones among them, in order. */
  readonly sent: SentMessage[] = []
  private readonly known = new Map<string, Message>()
  private readonly gone = new Set<string>()

  forget(): void {
    this.sent.length = 0
    this.known.clear()
    this.gone.clear()
  }

  /** Of people, or of the server itself. */
  keep(message: Message): Message {
    this.known.set(key(message.chat, message.message_id), message)
    return message
  }

  keepOwn(message: Message, wish: Wish): SentMessage {
    const sent = new SentMessage(this.keep(message), wish)
    this.sent.push(sent)
    return sent
  }

  find(chat: Chat, id: unknown): Message | undefined {
    const place = key(chat, id)
    return this.gone.has(place) ? undefined : this.known.get(place)
  }

  own(chat: Chat, id: unknown): SentMessage | undefined {
    return this.sent.find((message) => !message.deleted && message.chat.id === chat.id && message.message_id === id)
  }

  /** Whether a message with this number was deleted here: the bot could not know. */
  wasDeleted(chat: Chat, id: unknown): boolean {
    return this.gone.has(key(chat, id))
  }

  replace(sent: SentMessage, message: Message, wish: Wish): void {
    if (message.text !== sent.text) sent.history.push(sent.text)
    sent.edited += 1
    sent.message = this.keep(message)
    sent.wish = wish
  }

  remove(chat: Chat, id: number): void {
    const own = this.own(chat, id)
    if (own !== undefined) own.deleted = true
    this.gone.add(key(chat, id))
  }
}

/** As quoted by a reply: one level deep. */
export function withoutReply({ reply_to_message: _, ...message }: Message): Message {
  return message
}

function key(chat: Chat, id: unknown): string {
  return `${chat.id}/${String(id)}`
}
