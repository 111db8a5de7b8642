// More than a thousand kinds of malformed JSON, each sent as Telegram and as Discord would send it: with the right secret, with a valid signature.

import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { malformed } from './malformed.js'
import { MARKER, type Site, site } from './site.js'

const AT_ONCE = 16
const TEXT = `who leads health? ${MARKER}`

let on: Site
/** Of each test its own: connections that have waited between tests may be closed at the other end. */
let agent: Agent

beforeEach(() => {
  agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
})

afterEach(() => {
  agent.destroy()
  return on.isWell()
}, 60_000)

beforeAll(async () => {
  on = await site()
}, 120_000)

afterAll(async () => {
  await on.end()
}, 20_000)

/** @returns the status */
function post(door: string, body: Buffer, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port: on.port, path: door, method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
    sending.on('error', reject).end(body)
  })
}

/** Sends all of them, several at a time. @returns of how many kinds the status was another one than is expected of it, each with its beginning */
async function surprises(
  bodies: readonly Buffer[],
  send: (body: Buffer) => Promise<number>,
  expected: (value: unknown) => number,
): Promise<string[]> {
  const found: string[] = []
  const waiting = [...bodies]
  const goOn = async (): Promise<void> => {
    for (let body = waiting.pop(); body; body = waiting.pop()) {
      const status = await sentAgain(() => send(body as Buffer))
      const wanted = expected(parsed(body))
      if (status !== wanted) found.push(`${status}, not ${wanted}: ${body.subarray(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goOn))
  return found
}

/** Undefined where it is no JSON. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Every fourth, which is every wrong value in one place or another. */
function thinned(bodies: readonly Buffer[]): Buffer[] {
  return bodies.filter((_, i) => i % 4 === 0)
}

let number = 900_000_000

/** Who writes: somebody else each time, so that nobody waits for his turn in a chat. */
function person(): { from: object; chat: object } {
  const id = 7_000_000_000 + number
  return { from: { id, is_bot: false, first_name: MARKER, language_code: 'en' }, chat: { id, type: 'private', first_name: MARKER } }
}

function message(): object {
  const entities = [{ type: 'mention', offset: 0, length: 3 }]
  const date = Math.floor(Date.now() / 1000)
  const { chat } = person()
  const replied = { message_id: 8, date, chat, from: { id: 1, is_bot: true, first_name: 'x' }, text: TEXT }
  return { message_id: 9, date, ...person(), text: TEXT, entities, reply_to_message: replied }
}

/** By kind; every update has a number of its own, or it would be one that was answered already. */
const UPDATES: Readonly<Record<string, () => object>> = {
  message,
  callback_query: () => ({ id: '1', from: person().from, chat_instance: '1', data: '1|a|e|x', message: message() }),
  inline_query: () => ({ id: '1', from: person().from, query: TEXT, offset: '', chat_type: 'private' }),
  my_chat_member: () => {
    const { from, chat } = person()
    return { chat, from, date: 1, old_chat_member: { user: from, status: 'member' }, new_chat_member: { user: from, status: 'kicked' } }
  },
  guest_message: () => ({ ...message(), guest_query_id: '1' }),
}

it('from Telegram: an update without anything that makes sense is acknowledged, and nothing comes of it', async () => {
  const before = on.telegram.sent().length
  const nonsense = [undefined, null, 0, true, '', MARKER, [], {}, [MARKER], { chat: {} }, { chat: { id: 1 } }, { from: 1 }, { text: TEXT }]
  const kinds = [...Object.keys(UPDATES), 'edited_message', 'poll', MARKER, 'constructor', 'update']
  const bodies = kinds.flatMap((kind) => nonsense.map((content) => Buffer.from(JSON.stringify({ update_id: number++, [kind]: content }))))
  const headers = { 'x-telegram-bot-api-secret-token': on.secret }
  const found = await surprises(
    bodies,
    (body) => post('/telegram', body, headers),
    () => 200,
  )
  expect([found, on.telegram.sent().length - before]).toEqual([[], 0])
})

/** As the platforms do: what is told to come again, on a machine that is busy, comes again. */
async function sentAgain(send: () => ReturnType<typeof post>): ReturnType<typeof post> {
  for (;;) {
    // A kept connection that the program has just closed: the client's side of it, and the program is asked afterwards whether it lives.
    const status = await send().catch(() => 503)
    if (status !== 503) return status
    await sleep(100)
  }
}

it('from Telegram: an update of any content is acknowledged, so that it is not sent again for ever; what is no update is refused', async () => {
  const all = Object.entries(UPDATES).flatMap(([kind, content]) => malformed(() => ({ update_id: number++, [kind]: content() }), 300))
  const bodies = thinned(all)
  const headers = { 'x-telegram-bot-api-secret-token': on.secret }
  const found = await surprises(
    bodies,
    (body) => post('/telegram', body, headers),
    (value) => (isObject(value) && Number.isSafeInteger(value.update_id) ? 200 : 400),
  )
  expect([bodies.length > 1000, found]).toEqual([true, []])
}, 120_000)

/** As Discord sends them: what is old is not answered, so each is made now. */
function interaction(type: number, data: object, more: object = {}): object {
  const user = { id: '80351110224678912', username: MARKER, discriminator: '0', global_name: MARKER, avatar: null }
  number += 1
  return {
    id: String((BigInt(Date.now() - 1_420_070_400_000) << 22n) | BigInt(number % 4096)),
    ...{ application_id: on.discord.applicationId, type, token: `${MARKER}-${number}`, version: 1, data, entitlements: [] },
    ...{ channel_id: on.discord.channel.id, channel: { id: on.discord.channel.id, type: 0, permissions: '0' } },
    ...{ user, app_permissions: '0', locale: 'en-US', authorizing_integration_owners: { 1: user.id }, context: 0, ...more },
  }
}

const shown = (): object => ({
  message: {
    id: '1',
    channel_id: '1',
    author: { id: '1', username: 'x', discriminator: '0' },
    content: TEXT,
    timestamp: '2026-01-01',
    type: 0,
    flags: 64,
  },
})

const INTERACTIONS: readonly (() => object)[] = [
  () => interaction(2, { id: '1', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: TEXT }] }),
  () => interaction(4, { id: '1', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: TEXT, focused: true }] }),
  () => interaction(2, { id: '1', name: 'Ask about this message', type: 3, target_id: '1', resolved: { messages: { 1: shown() } } }),
  () => interaction(3, { component_type: 2, custom_id: '1|a|e|x' }, shown()),
  () => interaction(3, { component_type: 3, custom_id: '1|ea|e|x', values: ['x'] }, shown()),
]

it('from Discord: whatever is signed is taken where it is an object, and refused where it is not', async () => {
  const bodies = thinned(INTERACTIONS.flatMap((make) => malformed(make, 300)))
  const found = await surprises(
    bodies,
    (body) => post('/discord', body, on.discord.endpoint.headersFor(body)),
    (value) => (!isObject(value) || Array.isArray(value) ? 400 : value.type === 1 ? 200 : 202),
  )
  expect([bodies.length > 1000, found]).toEqual([true, []])
}, 120_000)
