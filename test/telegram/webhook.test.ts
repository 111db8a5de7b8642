// The door that the webhook is: only Telegram comes in, and nothing that comes in can do harm.
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { secretOf } from '../../adapters/telegram/receiving/webhook.js'
import type { LoopbackTelegram } from './loopback/server.js'
import { type Serving, serving } from './serving.js'

let on: Serving
let telegram: LoopbackTelegram
let url: string
let secret: string

beforeAll(async () => {
  on = await serving({}, { intake: 'webhook' })
  telegram = on.telegram
  url = String(telegram.webhook.url)
  secret = secretOf(telegram.token)
})

afterAll(async () => {
  await on.end()
})

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, to = url): Promise<number> {
  const response = await fetch(to, { method: 'POST', body, headers: { 'x-telegram-bot-api-secret-token': secret, ...headers } })
  await response.arrayBuffer()
  return response.status
}

/** That it still answers who asks properly. */
async function stillServes(): Promise<boolean> {
  const before = telegram.sent().length
  telegram.say({ text: 'who leads energy?' })
  return (await telegram.message(before)).text.includes('energy')
}

it('the address says nothing of the token, and the secret is not the token', () => {
  expect([new URL(url).pathname, secret.includes(telegram.token.split(':')[1] ?? ''), /^[A-Za-z0-9_-]{1,256}$/.test(secret)]).toEqual([
    '/telegram',
    false,
    true,
  ])
})

it('Telegram is told what to send', () => {
  expect(telegram.webhook.allowed_updates).toEqual(['message', 'callback_query', 'inline_query', 'my_chat_member', 'guest_message'])
})

describe('refused is', () => {
  it.each([
    ['a request without the secret', { 'x-telegram-bot-api-secret-token': '' }, 403],
    ['one with another secret', { 'x-telegram-bot-api-secret-token': 'x'.repeat(64) }, 403],
  ])('%s', async (_, headers, status) => {
    expect([await post('{"update_id":1}', headers), await stillServes()]).toEqual([status, true])
  })

  it('another method and another path', async () => {
    const other = await fetch(new URL('/elsewhere', url), { method: 'POST' })
    expect([(await fetch(url)).status, other.status]).toEqual([405, 404])
  })

  it('a body of 100 MB, of which it reads one', async () => {
    const large = await new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(url)
      const socket = connect(Number(port), hostname)
      let answer = ''
      let written = 0
      const chunk = 'x'.repeat(65_536)
      const write = (): void => {
        while (written < 100 * 1024 * 1024) {
          written += chunk.length
          if (!socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`)) return
        }
      }
      socket.on('data', (data) => {
        answer += data.toString()
      })
      socket.on('drain', write)
      socket.on('error', () => {})
      socket.on('close', () => resolve(`${answer.split('\r\n')[0]} ${written < 50 * 1024 * 1024}`))
      socket.setTimeout(10_000, () => reject(new Error('neither answered nor closed')))
      socket.write(`POST /telegram HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${secret}\r\ntransfer-encoding: chunked\r\n\r\n`)
      write()
    })
    expect([large, await stillServes()]).toEqual(['HTTP/1.1 413 Payload Too Large true', true])
  })

  it('a length that is too large, before anything is read', async () => {
    expect(await post(new Uint8Array(2 * 1024 * 1024)).catch(() => 413)).toBe(413)
  })

  it('what is no update', async () => {
    const bodies = ['', '{', 'null', '[]', '"x"', '{}', '{"update_id":"1"}', '{"update_id":1e99}', '\u0000', '{"update_id":1']
    const statuses: number[] = []
    for (const body of bodies) statuses.push(await post(body))
    expect([new Set(statuses), await stillServes()]).toEqual([new Set([400]), true])
  })
})

it('updates of any content are taken, and nothing ends', async () => {
  // On its own: what such updates are answered with goes to chats and queries that do not exist.
  const { telegram, running } = await serving({}, { intake: 'webhook' })
  const there = String(telegram.webhook.url)
  let id = 1_000_000
  const kinds = ['message', 'callback_query', 'inline_query', 'my_chat_member', 'guest_message', 'edited_message', '__proto__']
  const part = fc.object({
    key: fc.constantFrom(
      'chat',
      'from',
      'id',
      'text',
      'entities',
      'date',
      'message',
      'data',
      'query',
      'new_chat_member',
      'status',
      'reply_to_message',
    ),
    maxDepth: 4,
  })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), fc.oneof(part, fc.jsonValue()), async (kind, value) => {
      id += 1
      expect(await post(`{"update_id":${id},${JSON.stringify(kind)}:${JSON.stringify(value) ?? 'null'}}`, {}, there)).toBe(200)
    }),
    { numRuns: 1000 },
  )
  telegram.say({ text: 'who leads energy?' })
  expect((await telegram.message(0)).text).toContain('energy')
  await running.stop()
  await telegram.stop()
}, 60_000)
