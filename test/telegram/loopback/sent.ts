// A message of the bot's, as the people of the chat see it now.
import type { Chat, Message, MessageEntity } from '@grammyjs/types'
import { asObject, asText, type JsonObject, objects } from './json.js'

/** A button with whichever of these it does. */
export interface Button {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly switch_inline_query?: string
  readonly switch_inline_query_current_chat?: string
  readonly copy_text?: { readonly text: string }
}

/** What the bot asked for, as far as a message does not show it. */
export interface Wish {
  /** As given or parsed, without what Telegram finds by itself. */
  readonly entities: readonly MessageEntity[]
  readonly linkPreview: JsonObject | undefined
  readonly silent: boolean
}

/** Live: after an edit it shows the new text. Also stands for a message sent by inline or guest mode, which no chat here shows. */
export class SentMessage {
  /** As Telegram hands it back. */
  message: Message
  wish: Wish
  deleted = false
  /** How often it was edited. */
  edited = 0
  /** The texts that it had before. */
  readonly history: string[] = []

  constructor(message: Message, wish: Wish) {
    this.message = message
    this.wish = wish
  }

  get message_id(): number {
    return this.message.message_id
  }

  get chat(): Chat {
    return this.message.chat
  }

  get text(): string {
    return this.message.text ?? ''
  }

  /** Under a photo. */
  get caption(): string {
    return this.message.caption ?? ''
  }

  get photo(): Message['photo'] {
    return this.message.photo
  }

  get entities(): readonly MessageEntity[] {
    return this.wish.entities
  }

  get date(): number {
    return this.message.date
  }

  /** The number of the message that it replies to; in a topic this may be the topic's own first message. */
  get reply_to(): number | undefined {
    return this.message.reply_to_message?.message_id
  }

  get thread(): number | undefined {
    return this.message.message_thread_id
  }

  get silent(): boolean {
    return this.wish.silent
  }

  get linkPreviewDisabled(): boolean {
    return this.wish.linkPreview?.is_disabled === true
  }

  get markup(): Message['reply_markup'] {
    return this.message.reply_markup
  }

  get keyboard(): readonly (readonly Button[])[] {
    return keyboardOf(this.markup)
  }

  get labels(): readonly string[] {
    return this.keyboard.flat().map(({ text }) => text)
  }
}

function keyboardOf(markup: unknown): Button[][] {
  const rows = asObject(markup)?.inline_keyboard
  return Array.isArray(rows) ? rows.map((row) => objects(row).map((button) => ({ ...button, text: asText(button.text) }))) : []
}
