// `knowledge questions`: questions that reach the facts, and how right the answers to a file of questions are.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { KNOWLEDGE } from '../terminal/fixture.js'
import { ASK, objects, run } from '../terminal/program.js'

const COMMAND = join('dist', 'scripts', 'knowledge.js')
const dir = mkdtempSync(join(tmpdir(), 'asknotice-'))
afterAll(() => rmSync(dir, { recursive: true }))

interface Reached {
  readonly fact: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

describe('knowledge questions', () => {
  it('gives each fact questions in both languages, every one of which is answered with it', async () => {
    const { code, stdout, stderr } = await run(COMMAND, ['questions', '--json', '--dir', KNOWLEDGE])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const reached = JSON.parse(stdout) as Reached[]
    expect(reached.map(({ fact, zh, en }) => [fact, zh[0], en[0]])).toEqual([
      ['courses-2024/lead-choir', '合唱课由谁牵头？', 'Who leads choir course?'],
      ['courses-2024/lead-pottery', '陶艺课由谁牵头？', 'Who leads pottery course?'],
      ['courses-2024/completion', '社区课程计划什么时候完成？', 'When must community course programme be completed?'],
    ])
    const all = reached.flatMap(({ fact, zh, en }) => [...zh, ...en].map((question) => ({ fact, question })))
    const input = all.map(({ question }) => JSON.stringify({ question })).join('\n')
    const answers = objects((await run(ASK, ['--jsonl', '--knowledge', KNOWLEDGE], { input })).stdout)
    expect(answers.map(({ status, facts }, i) => [status, (facts as string[]).includes(all[i]?.fact ?? '')])).toEqual(
      all.map(() => ['answered', true]),
    )
  }, 180_000)

  it('shows them for people, a fact and then its questions', async () => {
    const { stdout } = await run(COMMAND, ['questions', 'courses-2024', '--dir', KNOWLEDGE])
    expect(stdout.split('\n').slice(0, 2)).toEqual(['courses-2024/lead-choir', '  合唱课由谁牵头？'])
  })

  it('says which notices there are where it is asked for another', async () => {
    expect(await run(COMMAND, ['questions', 'other', '--dir', KNOWLEDGE])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'there is no notice other; name one of courses-2024\n',
    })
  })
})

const CASES = [
  {
    id: 'a-1',
    area: 'leads',
    lang: 'en',
    style: 'plain',
    turns: ['Who leads the choir course?'],
    expect: { status: ['answered'], all: ['cultural centre'] },
  },
  {
    id: 'a-2',
    area: 'leads',
    lang: 'zh-Hans',
    style: 'followup',
    turns: ['合唱课由谁牵头？', '那陶艺课呢？'],
    expect: { status: ['answered'], all: ['美术馆'], none: ['文化馆'] },
  },
  {
    id: 'b-1',
    area: 'not_stated',
    lang: 'en',
    style: 'plain',
    turns: ['Who leads the pottery course?'],
    expect: { status: ['not_stated'] },
  },
] as const

describe('knowledge questions --eval', () => {
  const file = join(dir, 'questions.jsonl')
  writeFileSync(file, CASES.map((one) => JSON.stringify(one)).join('\n'))

  it('counts what is right by area, language and style, and shows what was said where it is wrong', async () => {
    const { code, stdout } = await run(COMMAND, ['questions', '--eval', file, '--dir', KNOWLEDGE])
    expect(code).toBe(0)
    expect(stdout).toBe(`right                        2 of     3   66.7%
answered where the source is silent: 1

area
  leads                      2 of     2  100.0%
  not_stated                 0 of     1    0.0%

lang
  en                         1 of     2   50.0%
  zh-Hans                    1 of     1  100.0%

style
  followup                   1 of     1  100.0%
  plain                      1 of     2   50.0%

b-1  Who leads the pottery course?
  status answered, not not_stated
  > The pottery course is led by the art museum.
  > Source: “Community courses open for application” (2024-03-01), paragraph 3
`)
  })

  it('gives the same as JSON', async () => {
    const { stdout } = await run(COMMAND, ['questions', '--eval', file, '--json', '--dir', KNOWLEDGE])
    expect(JSON.parse(stdout)).toMatchObject({
      all: { right: 2, of: 3 },
      false_answers: 1,
      by: { area: { leads: { right: 2, of: 2 }, not_stated: { right: 0, of: 1 } } },
      failures: [{ id: 'b-1', status: 'answered', faults: ['status answered, not not_stated'], false_answer: true }],
    })
  })

  it('names every line that is no question of the format', async () => {
    const bad = join(dir, 'bad.jsonl')
    writeFileSync(
      bad,
      `${JSON.stringify(CASES[0])}\nnot JSON\n\n${JSON.stringify({ ...CASES[1], expect: { status: ['answered'], all: ['('] } })}\n`,
    )
    const { code, stdout, stderr } = await run(COMMAND, ['questions', '--eval', bad, '--dir', KNOWLEDGE])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.split('\n').map((line) => line.replace(dir, ''))).toEqual([
      '/bad.jsonl:2: Invalid input: expected object, received undefined',
      '/bad.jsonl:4: expect.all.0: is no regular expression',
      '',
    ])
    const gone = await run(COMMAND, ['questions', '--eval', join(dir, 'gone.jsonl'), '--dir', KNOWLEDGE])
    expect([gone.code, gone.stderr]).toEqual([
      2,
      `${join(dir, 'gone.jsonl')} is not there; name a file of questions, one JSON object a line\n`,
    ])
  })
})
