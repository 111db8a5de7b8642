// The Bot API of the load run, in a process of its own: it takes every message at once and counts who got how many. It judges nothing.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What it tells when it is asked for /counts: messages sent, chats that got any, and of these how many got so many. */
export interface Counts {
  readonly messages: number
  readonly chats: number
  readonly by: Readonly<Record<number, number>>
  /** Messages to the chat that /counts?chat=… names. */
  readonly chat: number
}

const ME = { id: 110201543, is_bot: true, first_name: 'Load', username: 'load_bot', can_join_groups: true, supports_inline_queries: false }

const DATE = 1_700_000_000
const SOMEBODY = { id: 1, type: 'private', first_name: 'Somebody' }
const PHOTO = { file_id: 'load-photo', file_unique_id: 'load', width: 1080, height: 1080 }

const told = new Map<number, number>()
let messages = 0

function counts(chat: number): Counts {
  const by: Record<number, number> = {}
  for (const many of told.values()) by[many] = (by[many] ?? 0) + 1
  return { messages, chats: told.size, by, chat: told.get(chat) ?? 0 }
}

function resultOf(method: string, body: string): unknown {
  if (method === 'getMe') return ME
  if (method === 'getWebhookInfo') return { url: '', has_custom_certificate: false, pending_update_count: 0 }
  if (method === 'getMyCommands') return []
  if (method.startsWith('getMy')) return {}
  if (method === 'sendPhoto') return { message_id: 0, date: DATE, chat: SOMEBODY, photo: [PHOTO] }
  if (method !== 'sendMessage') return true
  const { chat_id: chat } = JSON.parse(body) as { chat_id: number }
  messages += 1
  told.set(chat, (told.get(chat) ?? 0) + 1)
  return { message_id: messages, date: DATE, chat: { ...SOMEBODY, id: chat }, text: '' }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
  const url = request.url ?? ''
  const send = (value: unknown): void => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  if (url.startsWith('/counts')) return send(counts(Number(url.split('=')[1])))
  const body = await textOf(request)
  if (url === '/reset') {
    told.clear()
    return send(true)
  }
  send({ ok: true, result: resultOf(url.slice(url.lastIndexOf('/') + 1), body) })
})

server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
process.on('disconnect', () => process.exit())
