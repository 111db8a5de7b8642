// Updates as Telegram sends them: each from a person of its own, in a private chat of its own, with a question that people asked.

const FIRST_CHAT = 5_000_000_000

let id = 100_000_000
let chat = FIRST_CHAT

/** A chat that nobody had before. */
export function newChat(): number {
  chat += 1
  return chat
}

/** One message in a private chat; numbered on from the one before. */
export function updateOf(from: number, text: string, unixMs = Date.now()): object {
  id += 1
  const person = { id: from, first_name: 'Somebody' }
  return {
    update_id: id,
    message: {
      message_id: id,
      date: Math.floor(unixMs / 1000),
      from: { ...person, is_bot: false, language_code: 'en' },
      chat: { ...person, type: 'private' },
      text,
      ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: text.length }] } : {}),
    },
  }
}

/** The update as a request to the webhook. */
export function requestOf(update: object, secret: string): Buffer {
  const body = Buffer.from(JSON.stringify(update))
  const head = [
    'POST /telegram HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/json',
    `x-telegram-bot-api-secret-token: ${secret}`,
    `content-length: ${body.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
}
