// Interactions over HTTP: answered as those over the gateway are, where Discord has signed them, and refused where it has not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HttpServer } from '../../adapters/http-server.js'
import { freePort } from '../telegram/serving.js'
import type { LoopbackDiscord } from './loopback/server.js'
import { type Serving, serving } from './serving.js'

let on: Serving
let http: HttpServer
let discord: LoopbackDiscord

beforeAll(async () => {
  const port = await freePort()
  http = new HttpServer(() => {})
  await http.listen({ host: '127.0.0.1', port })
  // The key is made by the loopback, so the adapter learns of it only when that is there.
  const settings: { publicKey?: string } = {}
  on = await serving({}, settings, { http }, (started) => Object.assign(settings, { publicKey: started.endpoint.publicKey }))
  discord = on.discord
  discord.endpoint.url = `http://127.0.0.1:${port}/discord`
})

afterAll(async () => {
  await on.end()
  await http.end()
})

it('a PING is answered', async () => {
  const response = await discord.endpoint.post({ type: 1 })
  expect([response.status, await response.json()]).toEqual([200, { type: 1 }])
})

it('a command, its autocomplete and a button are answered', async () => {
  const reply = await discord.slash({ name: 'ask', options: { question: 'Who leads trade finance?' } }).reply()
  expect(reply.text).toContain('PBOC')
  const choices = await discord.autocomplete({ name: 'ask', options: { question: '' }, focused: 'question' }).choices()
  expect(choices).toHaveLength(25)
  const next = await discord.button({ message: reply, customId: String(reply.usable[0]) }).reply()
  expect(next.text).toContain('Source')
  expect(discord.endpoint.statuses.slice(-3)).toEqual([202, 202, 202])
})

it('a mention still comes over the gateway', async () => {
  discord.say({ content: `${discord.mention} who leads health?` })
  expect((await discord.message(2)).text).toContain('National Health Commission')
})

describe('refused is', () => {
  const ping = { type: 1 }

  it.each<[string, (body: string, headers: Record<string, string>) => string]>([
    ['a body that was changed', (body) => body.replace('1', '2')],
    [
      'another time',
      (body, headers) => {
        headers['x-signature-timestamp'] = '1'
        return body
      },
    ],
    [
      'a signature of somebody else',
      (body, headers) => {
        headers['x-signature-ed25519'] = 'ab'.repeat(64)
        return body
      },
    ],
    [
      'a signature that is none',
      (body, headers) => {
        headers['x-signature-ed25519'] = 'nonsense'
        return body
      },
    ],
    [
      'no signature',
      (body, headers) => {
        delete headers['x-signature-ed25519']
        return body
      },
    ],
  ])('%s', async (_, spoil) => {
    expect((await discord.endpoint.post(ping, spoil)).status).toBe(401)
  })

  it('a body of two megabytes', async () => {
    const status = await discord.endpoint.post({ type: 1, x: 'x'.repeat(2 * 1024 * 1024) }).then(
      (response) => response.status,
      () => 413,
    )
    expect(status).toBe(413)
  })
})
