// Who may come in, and what a browser may do with what it gets.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isForUs } from '../../adapters/preview/door/host.js'
import { Page, raw, type Served, served } from './serving.js'

const FIXTURE = 'test/terminal/knowledge'
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html"

const JSON_TYPE = { 'content-type': 'application/json' }
const clear = (): string => JSON.stringify({ page: randomUUID(), act: { kind: 'clear' } })

describe('on the loopback interface', () => {
  let on: Served
  beforeAll(async () => {
    on = await served({ knowledge: FIXTURE })
  })
  afterAll(() => on.end())

  it.each(['/', '/page.js', '/page.css', '/icon.svg', '/words/en'])('%s comes with the policy, and is kept by nobody', async (path) => {
    const { status, headers } = await raw(on.port, path)
    expect([status, headers['content-security-policy'], headers['x-content-type-options'], headers['cache-control']]).toEqual([
      200,
      POLICY,
      'nosniff',
      'no-store',
    ])
  })

  it('a picture comes with a policy of its own that lets nothing in it run or load, and one that is not known is not there', async () => {
    const page = new Page(on)
    await page.show()
    const { turns } = await page.say('/timeline')
    const [drawing] = turns.flatMap(({ discord }) => discord.whys.flatMap(({ drawings }) => drawings))
    const { status, headers, text } = await raw(on.port, drawing?.light ?? '')
    expect([status, headers['content-type'], headers['content-security-policy'], headers['x-content-type-options']]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
      "default-src 'none'; frame-ancestors 'none'; sandbox",
      'nosniff',
    ])
    expect([text.startsWith('<svg '), text.includes('<title>Timeline</title>'), text.includes('<text')]).toEqual([true, true, false])
    const unknown = ['/figure.svg', '/figure.svg?name=', '/figure.svg?name=timeline-0.svg', '/figure.svg?name=../../package.json']
    expect(await Promise.all(unknown.map(async (path) => (await raw(on.port, path)).status))).toEqual([404, 404, 404, 404])
  })

  it('the page has no script, style or address of its own in it', async () => {
    const { text } = await raw(on.port, '/')
    expect([text.match(/<script(?![^>]*src="\/page\.js")/g), text.match(/<style|style=|https?:/g)]).toEqual([null, null])
  })

  it.each([
    ['127.0.0.1', 200],
    ['localhost:1', 200],
    ['[::1]:8787', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost.evil.example:80', 421],
    ['192.0.2.1', 421],
    ['127.0.0.1@evil.example', 421],
  ])('a request to %j is answered with %i', async (host, status) => {
    expect((await raw(on.port, '/', { headers: { host } })).status).toBe(status)
  })

  it.each<[string, Record<string, string>, string, number]>([
    ['our own page', {}, clear(), 200],
    ['our own page, as browsers say it', { 'sec-fetch-site': 'same-origin' }, clear(), 200],
    ['another page', { 'sec-fetch-site': 'cross-site' }, clear(), 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }, clear(), 403],
    ['another origin', { origin: 'http://evil.example' }, clear(), 403],
    ['an origin that is none', { origin: 'null' }, clear(), 403],
    ['a form', { 'content-type': 'text/plain' }, clear(), 415],
    ['somebody who sends no JSON', {}, 'page=1', 400],
    ['somebody who sends too much', {}, ' '.repeat(20_000), 413],
    ['somebody whose name is guessed', {}, '{"page":"1","act":{"kind":"clear"}}', 400],
    ['somebody who adds to it', {}, clear().replace('"kind"', '"x":1,"kind"'), 400],
  ])('an act from %s is answered as it deserves', async (_, headers, body, status) => {
    const answered = await raw(on.port, '/act', { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body }).then(
      (response) => response.status,
      // What was not read to its end may be cut off.
      () => 413,
    )
    expect(answered).toBe(status)
  })

  it('asks for the one method of each door', async () => {
    expect([(await raw(on.port, '/act')).status, (await raw(on.port, '/', { method: 'POST', body: 'x' })).status]).toEqual([405, 405])
  })

  it('a chat keeps forty steps, and fifty chats are kept', async () => {
    const page = new Page(on)
    await page.show()
    for (let i = 0; i < 42; i++) await page.say(`who leads the choir course? ${i}`)
    const turns = (await page.show()).turns.map(({ asked }) => asked)
    expect([turns.length, turns[0], turns.at(-1)]).toEqual([40, 'who leads the choir course? 2', 'who leads the choir course? 41'])
    for (let i = 0; i < 50; i++) await new Page(on).show()
    expect((await page.show()).turns).toEqual([])
  })

  it('a question longer than Discord takes is refused', async () => {
    await expect(new Page(on).say('x'.repeat(1001))).rejects.toThrow('400')
  })
})

describe('on an address that others reach', () => {
  let on: Served
  beforeAll(async () => {
    on = await served({ knowledge: FIXTURE, host: '0.0.0.0' })
  })
  afterAll(() => on.end())

  it('nobody comes in without the key, and whoever has it comes in with a cookie that only this page sends', async () => {
    const refused = await Promise.all(
      ['/', '/?key=', '/?key=wrong', '/page.js', '/words/en', '/changes', '/figure.svg'].map((path) => raw(on.port, path)),
    )
    expect(refused.map(({ status, text }) => [status, text])).toEqual(refused.map(() => [401, '']))
    const entered = await raw(on.port, `/${on.key.query}`)
    const [cookie = ''] = entered.headers['set-cookie'] ?? []
    expect([entered.status, entered.headers.location, cookie.split('; ').slice(1)]).toEqual([
      303,
      '/',
      ['Path=/', 'HttpOnly', 'SameSite=Strict'],
    ])
    expect((await raw(on.port, '/', { headers: { cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200)
    expect((await raw(on.port, '/', { headers: { cookie: `${cookie.split('=')[0]}=wrong` } })).status).toBe(401)
  })

  it('an act without the key is refused', async () => {
    expect((await raw(on.port, '/act', { method: 'POST', headers: JSON_TYPE, body: clear() })).status).toBe(401)
  })

  it.each([
    ['192.0.2.1:8787', 401],
    ['[2001:db8::1]', 401],
    ['evil.example', 421],
  ])('asks one who came by %s for the key, or does not listen at all (%i)', async (host, status) => {
    expect((await raw(on.port, '/', { headers: { host } })).status).toBe(status)
  })
})

it('no name but localhost leads to a preview on the loopback interface', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.string(), fc.ipV6()), (host) => {
      const isLocal = /^(localhost|127\.[\d.]+|\[?::1\]?)(:\d+)?$/i.test(host)
      expect(isForUs({ headers: { host } } as Parameters<typeof isForUs>[0], '127.0.0.1') && !isLocal).toBe(false)
    }),
  )
})
