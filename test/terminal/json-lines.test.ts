// `npm run ask -- --jsonl`: order, sessions, clocks, and lines that are no requests.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { CHOIR_ZH, KNOWLEDGE, POTTERY } from './fixture.js'
import { ASK, environment, objects, run } from './program.js'

const ARGS = ['--knowledge', KNOWLEDGE, '--jsonl']
const lines = (...items: readonly unknown[]): string =>
  items.map((item) => `${typeof item === 'string' ? item : JSON.stringify(item)}\n`).join('')

async function answers(input: string | Buffer, ...args: readonly string[]) {
  const { code, stdout, stderr } = await run(ASK, [...ARGS, ...args], { input })
  expect(stderr).toBe('')
  return { code, out: objects(stdout) }
}

describe('request lines', () => {
  it('are answered in order, each with its id', async () => {
    const { code, out } = await answers(
      lines({ id: 'b', question: POTTERY.question }, { id: '', question: CHOIR_ZH.question }, { question: 'hello' }),
    )
    expect(code).toBe(0)
    expect(out.map(({ id, status }) => [id, status])).toEqual([
      ['b', 'answered'],
      ['', 'answered'],
      [undefined, 'help'],
    ])
    expect(out.slice(0, 2).map(({ text }) => text)).toEqual([POTTERY.text, CHOIR_ZH.text])
  })

  it('of one session are one conversation, and only those', async () => {
    const it = { question: 'and who leads it?' }
    const { out } = await answers(lines({ session: 's', question: 'pottery course' }, { session: 't', ...it }, it, { session: 's', ...it }))
    expect(out[3]?.facts).toEqual(['courses-2024/lead-pottery'])
    for (const stranger of out.slice(1, 3)) expect(stranger.facts).not.toEqual(out[3]?.facts)
  })

  it('bring their own clock and locale, before those of the command line', async () => {
    const ask = '什么时候完成'
    const { out } = await answers(
      lines({ question: ask }, { question: ask, now: '2024-12-01' }, { question: '?', locale: 'zh-TW' }, { question: '?' }),
      '--now',
      '2025-01-01',
      '--locale',
      'en',
    )
    expect(out[0]?.text).toContain('现已过期1天。')
    expect(out[1]?.text).toContain('还剩30天。')
    expect(out.slice(2).map(({ lang }) => lang)).toEqual(['zh-Hant', 'en'])
  })

  it('may carry other keys, and end in any way that lines end', async () => {
    const input = `\uFEFF${JSON.stringify({ question: 'hello', note: 1 })}\r\n{"question":\r"hello\u2028there"}\n${JSON.stringify({ question: 'hello' })}`
    const { code, out } = await answers(input)
    expect({ code, statuses: out.map(({ status }) => status) }).toEqual({ code: 0, statuses: ['help', 'help', 'help'] })
  })

  it('are each answered before the next one is there', async () => {
    const child = spawn(process.execPath, [ASK, ...ARGS], { env: environment(), stdio: ['pipe', 'pipe', 'inherit'] })
    const output = createInterface({ input: child.stdout })
    for (const id of ['1', '2', '3']) {
      child.stdin.write(lines({ id, question: POTTERY.question }))
      const [line] = (await once(output, 'line')) as [string]
      expect(JSON.parse(line)).toMatchObject({ id, text: POTTERY.text })
    }
    child.stdin.end()
    expect((await once(child, 'close'))[0]).toBe(0)
  })
})

describe('a line that is no request', () => {
  const bad: [line: string, error: RegExp][] = [
    ['hello', /^the line is not JSON: write \{"question": "…"\}/],
    ['', /^the line is not JSON/],
    ['null', /^the line is not a JSON object: write \{"question": "…"\}/],
    ['["hello"]', /^the line is not a JSON object/],
    ['{}', /^"question" must be a string$/],
    ['{"question":1,"id":2}', /^"question" must be a string; "id" must be a string$/],
    ['{"question":"hello","session":null}', /^"session" must be a string$/],
    ['{"question":"hello","now":0}', /^"now" must be a string$/],
    ['{"question":"hello","now":"2023-02-29"}', /^"now" is no date: write an ISO date/],
    ['{"question":"hello","now":"2023-06-30T25:00:00Z"}', /^"now" is no date/],
    ['{"question":"hello","locale":"zh_CN"}', /^"locale" is no language tag: write a BCP 47 tag/],
    [`{"question":"${'x'.repeat(1_000_000)}"}`, /^the line has more than 1000000 characters/],
  ]

  it('gets its error in its place; the rest goes on', async () => {
    const good = { question: POTTERY.question }
    const { code, out } = await answers(lines(good, ...bad.map(([line]) => line), good))
    expect(code).toBe(1)
    expect(out).toHaveLength(bad.length + 2)
    expect([out[0]?.text, out.at(-1)?.text]).toEqual([POTTERY.text, POTTERY.text])
    for (const [i, [, error]] of bad.entries()) {
      expect(out[i + 1]).toEqual({ error: expect.stringMatching(error), line: i + 2 })
    }
  })

  it('may be no UTF-8', async () => {
    const { code, out } = await answers(Buffer.from([0x80, 0xff, 0x0a]))
    expect({ code, out }).toEqual({ code: 1, out: [{ error: expect.stringMatching(/^the line is not JSON/), line: 1 }] })
  })
})
