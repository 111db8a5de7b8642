// Whoever reaches the program's HTTP port may send what they like: it is refused, told without what was sent, and ends nothing.
import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { drip, pour, sendRaw } from './raw-client.js'
import { MARKER, type Site, site } from './site.js'

const DOORS = ['/telegram', '/discord', '/livez', '/readyz', '/metrics']
const LARGE = 100 * 1024 * 1024

let on: Site

beforeAll(async () => {
  on = await site()
}, 120_000)

afterEach(() => on.isWell(), 60_000)

afterAll(() => on.end(), 20_000)

async function post(door: string, body: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${on.port}${door}`, { method: 'POST', body, headers })
  await response.arrayBuffer()
  return response.status
}

/** How often the log has told that something was refused there. */
function told(door: string, reason: string): boolean {
  return on.program.events('http.refused').some((line) => line.door === door && line.reason === reason)
}

const question = (): string =>
  JSON.stringify({ update_id: 1, message: { message_id: 1, date: Math.floor(Date.now() / 1000), text: `who leads health? ${MARKER}` } })

describe("Telegram's door", () => {
  it('refuses a wrong secret, none, and one in another place', async () => {
    const { secret } = on
    const statuses = [
      await post('/telegram', question(), { 'x-telegram-bot-api-secret-token': `${MARKER}${secret.slice(MARKER.length)}` }),
      await post('/telegram', question(), { 'x-telegram-bot-api-secret-token': secret.slice(1) }),
      await post('/telegram', question(), { 'x-telegram-bot-api-secret-token': secret.toUpperCase() }),
      await post('/telegram', question(), { 'x-telegram-bot-api-secret-token': `${secret}, ${secret}` }),
      await post('/telegram', question(), {}),
      await post('/telegram', question(), { authorization: secret }),
      await post(`/telegram?x-telegram-bot-api-secret-token=${secret}`, question(), {}),
    ]
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 403])
    await expect.poll(() => told('/telegram', '403')).toBe(true)
  })
})

describe("Discord's door", () => {
  const body = (): string => JSON.stringify({ type: 2, id: '1', token: MARKER, data: { name: 'ask' } })

  it('refuses a forged signature, one of other bytes or of another time, and none', async () => {
    const { endpoint } = on.discord
    const good = endpoint.headersFor(Buffer.from(body()))
    const { 'x-signature-ed25519': signature = '', 'x-signature-timestamp': timestamp = '' } = good
    const forged: Record<string, string>[] = [
      { ...good, 'x-signature-ed25519': `${signature.startsWith('0') ? '1' : '0'}${signature.slice(1)}` },
      { ...good, 'x-signature-ed25519': '0'.repeat(128) },
      // The group's neutral element, with which careless implementations are satisfied.
      { ...good, 'x-signature-ed25519': `01${'0'.repeat(126)}` },
      { ...good, 'x-signature-ed25519': signature.slice(2) },
      { ...good, 'x-signature-ed25519': `${signature}, ${signature}` },
      { ...good, 'x-signature-ed25519': MARKER },
      { ...good, 'x-signature-timestamp': String(Number(timestamp) + 1) },
      { ...good, 'x-signature-timestamp': '' },
      endpoint.headersFor(Buffer.from(`${body()} `)),
      { 'x-signature-timestamp': timestamp },
      { 'x-signature-ed25519': signature },
      {},
    ]
    const statuses: number[] = []
    for (const headers of forged) statuses.push(await post('/discord', body(), headers))
    expect(new Set(statuses)).toEqual(new Set([401]))
    await expect.poll(() => told('/discord', '401')).toBe(true)
  })

  it('takes an old interaction that is sent again, and does nothing', async () => {
    const interaction = on.discord.slash({ name: 'ask', options: { question: 'who leads health?' } })
    // Signed by Discord an hour ago: the id holds when it was made.
    const id = String((BigInt(Date.now() - 3_600_000 - 1_420_070_400_000) << 22n) | 7n)
    const old = Buffer.from(JSON.stringify({ ...interaction.facts.payload, id }))
    const status = await post('/discord', old.toString(), on.discord.endpoint.headersFor(old, String(Math.floor(Date.now() / 1000) - 3600)))
    expect(status).toBe(202)
    await on.isWell()
    // What is asked after it is answered, and it is not.
    expect(on.discord.requests.filter(({ path }) => path.includes(id))).toEqual([])
  })
})

describe('a method that is not wanted', () => {
  it.each(DOORS)('is refused at %s', async (door) => {
    const statusOf = (method: string): Promise<number | undefined> =>
      new Promise((resolve) => {
        const sending = request({ host: '127.0.0.1', port: on.port, path: door, method, headers: { 'x-marker': MARKER } }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
        sending.on('error', () => resolve(undefined))
        sending.end()
      })
    const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', door === '/telegram' || door === '/discord' ? 'GET' : 'POST']
    expect(await Promise.all(methods.map(statusOf))).toEqual(methods.map(() => 405))
    await expect.poll(() => told(door, '405')).toBe(true)
  })
})

describe('a body of 100 MB', () => {
  const secretly = (): string => `x-telegram-bot-api-secret-token: ${on.secret}\r\n`
  const signed = 'x-signature-ed25519: ab\r\nx-signature-timestamp: 1\r\n'
  /** What is answered to it: refused, or answered without looking at it. */
  const STATUS: Record<string, string> = { '/telegram': '413', '/discord': '413', '/elsewhere': '404' }

  it.each([...DOORS, '/elsewhere'])('is not read to its end at %s, with a length or without', async (door) => {
    const head = `POST ${door} HTTP/1.1\r\nhost: x\r\n${door === '/telegram' ? secretly() : door === '/discord' ? signed : ''}`
    const piece = `"${MARKER}`.padEnd(65_536, 'x')
    const [long, chunked] = [
      await pour(on.port, `${head}content-length: ${LARGE}\r\n\r\n`, piece, LARGE),
      await pour(on.port, `${head}transfer-encoding: chunked\r\n\r\n`, `10000\r\n${piece}\r\n`, LARGE),
    ]
    for (const { text, sent } of [long, chunked]) {
      // Who goes on sending may be cut off before the answer has come through.
      if (text !== '') expect(text.split(' ')[1]).toBe(STATUS[door] ?? '405')
      expect(sent).toBeLessThan(LARGE / 2)
    }
    await expect.poll(() => told(door === '/elsewhere' ? 'elsewhere' : door, STATUS[door] ?? '405')).toBe(true)
  })

  it('is not read to its end with a GET either, nor where the secret is wrong', async () => {
    const get = await pour(on.port, `GET /livez HTTP/1.1\r\nhost: x\r\ncontent-length: ${LARGE}\r\n\r\n`, MARKER.padEnd(65_536), LARGE)
    const wrong = await pour(
      on.port,
      `POST /telegram HTTP/1.1\r\nhost: x\r\ncontent-length: ${LARGE}\r\n\r\n`,
      MARKER.padEnd(65_536),
      LARGE,
    )
    expect([get.sent < LARGE / 2, wrong.sent < LARGE / 2]).toEqual([true, true])
  })

  it('is refused from fifty at once, and held in memory by none', async () => {
    const head = `POST /discord HTTP/1.1\r\nhost: x\r\n${signed}transfer-encoding: chunked\r\n\r\n`
    const piece = `10000\r\n${MARKER.padEnd(65_536, 'x')}\r\n`
    const all = await Promise.all(Array.from({ length: 50 }, () => pour(on.port, head, piece, LARGE)))
    expect(all.filter(({ sent }) => sent > LARGE / 2)).toEqual([])
  })
})

describe('what is no HTTP', () => {
  const GOOD = 'GET /livez HTTP/1.1\r\nhost: x\r\n\r\n'

  it.each([
    ['garbage', `\u0016\u0003\u0001${MARKER}\u0000\u00ff`],
    ['garbage after a good request', `${GOOD}${MARKER}\r\n\r\n${GOOD}`],
    ['a request line without end', `GET /${MARKER.repeat(2000)}`],
    ['a header of 1 MB', `GET /livez HTTP/1.1\r\nhost: x\r\nx-marker: ${MARKER.repeat(70_000)}\r\n\r\n`],
    ['ten thousand headers', `GET /livez HTTP/1.1\r\nhost: x\r\n${`x-${MARKER}: 1\r\n`.repeat(10_000)}\r\n`],
    ['two lengths', `POST /telegram HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n${MARKER}`],
    [
      'a length and chunks',
      `POST /telegram HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${MARKER}`,
    ],
    ['chunks of no size', `POST /discord HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n${MARKER}\r\n`],
    ['a header with a line break in it', `GET /livez HTTP/1.1\r\nhost: x\r\nx: ${MARKER}\rx\r\n\r\n`],
    ['no host', `GET /livez HTTP/1.1\r\nx-marker: ${MARKER}\r\n\r\n`],
    ['a tunnel', `CONNECT ${MARKER}:443 HTTP/1.1\r\nhost: x\r\n\r\n`],
  ])('%s ends in its connection being closed', async (_, bytes) => {
    const { text } = await sendRaw(on.port, Buffer.from(bytes, 'latin1'))
    expect(text.includes(MARKER)).toBe(false)
  })

  it('is told in the log by its kind', async () => {
    await expect.poll(() => [told('connection', 'HPE_INVALID_METHOD'), told('connection', 'HPE_HEADER_OVERFLOW')]).toEqual([true, true])
  })

  it('a thousand requests in a row without waiting for answers are each answered or refused', async () => {
    const { text } = await sendRaw(on.port, `${GOOD.repeat(1000)}GET /livez HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(1001)
  })
})

it('clients that send a byte now and then are cut off, in the head and in the body, and nobody else waits', async () => {
  const heads = [
    `GET /livez HTTP/1.1\r\nx-marker: ${MARKER}`,
    `POST /telegram HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${on.secret}\r\ncontent-length: 5000\r\n\r\n{"x":"${MARKER}`,
    `POST /discord HTTP/1.1\r\nhost: x\r\nx-signature-ed25519: ab\r\nx-signature-timestamp: 1\r\ncontent-length: 5000\r\n\r\n{"x":"${MARKER}`,
    `POST /discord HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5000\r\n{"x":"${MARKER}`,
    'GET /',
  ]
  const slow = heads.flatMap((head) => Array.from({ length: 20 }, () => drip(on.port, head, 500)))
  await on.isWell()
  const all = await Promise.all(slow)
  expect(new Set(all.map(({ text }) => text.split('\r\n')[0]))).toEqual(new Set(['HTTP/1.1 408 Request Timeout']))
  await expect.poll(() => told('connection', 'ERR_HTTP_REQUEST_TIMEOUT')).toBe(true)
}, 40_000)

it('what was refused is counted, by door and reason', async () => {
  const { body } = await on.program.get('/metrics')
  const counts = [...body.matchAll(/^asknotice_http_refused_total\{door="([^"]+)",reason="([^"]+)"\} (\d+)$/gm)]
  const counted = counts.map(([, door, reason]) => `${door} ${reason}`)
  const wanted = ['/telegram 403', '/discord 401', '/discord 413', '/livez 405', 'elsewhere 404', 'connection ERR_HTTP_REQUEST_TIMEOUT']
  expect([wanted.filter((one) => !counted.includes(one)), body.includes(MARKER)]).toEqual([[], false])
})
