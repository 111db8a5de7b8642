// `npm run ask` with one question: its three forms and what it says of a bad command line.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { report, UsageError } from '../../adapters/exit-code.js'
import { loadAssistant } from '../../adapters/load.js'
import { checkNotice, readOptions } from '../../adapters/terminal/options.js'
import { CHOIR_ZH, KNOWLEDGE, POTTERY } from './fixture.js'
import { ASK, environment, run } from './program.js'

const ask = (...args: readonly string[]) => run(ASK, ['--knowledge', KNOWLEDGE, ...args])

describe('one question', () => {
  it('is answered as text', async () => {
    expect(await ask(POTTERY.question)).toEqual({ code: 0, stdout: `${POTTERY.text}\n`, stderr: '' })
  })

  it('may be written as several arguments', async () => {
    expect((await ask(...POTTERY.question.split(' '))).stdout).toBe(`${POTTERY.text}\n`)
  })

  it('is answered as one JSON object on one line', async () => {
    const { code, stdout, stderr } = await ask('--json', CHOIR_ZH.question)
    expect({ code, stderr, lines: stdout.split('\n').length }).toEqual({ code: 0, stderr: '', lines: 2 })
    const { suggestions, ...answer } = JSON.parse(stdout) as { suggestions: { id: string; label: string }[] }
    expect(answer).toEqual({
      status: 'answered',
      lang: 'zh-Hans',
      text: CHOIR_ZH.text,
      facts: ['courses-2024/lead-choir'],
      sources: [{ id: 'gazette-2024', title: '社区课程开始申报', date: '2024-03-01', section: '正文', paragraph: 2 }],
    })
    expect(suggestions).toContainEqual({ id: 'courses-2024/completion', label: '社区课程计划什么时候完成？' })
  })

  it('has the choices below it where the text leads up to them', async () => {
    const { code, stdout } = await ask('hello')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Hello!.*\n- When must community course programme be completed\?\n- Who leads choir course\?\n$/)
  })

  it('has the clock of --now, a day or an instant', async () => {
    expect((await ask('--now', '2024-12-01', '什么时候完成')).stdout).toContain('课程应在2024年年底前完成。还剩30天。')
    expect((await ask('--now', '2024-12-30T20:00:00Z', '什么时候完成')).stdout).toContain('今天就是最后一天。')
  })

  it('finds the notices through KNOWLEDGE_DIR, too', async () => {
    expect((await run(ASK, [POTTERY.question], { env: { KNOWLEDGE_DIR: KNOWLEDGE } })).stdout).toBe(`${POTTERY.text}\n`)
  })

  it('exits with code 0 whatever the status', async () => {
    expect((await ask('')).code).toBe(0)
  })
})

describe('a bad command line', () => {
  const cases: [args: string[], says: RegExp][] = [
    [[], /^there is no question: npm run --silent ask -- "QUESTION"/],
    [['--fast', 'x'], /^Unknown option '--fast': --help lists the options/],
    [['--now'], /^Option '--now <value>' argument missing: /],
    [['--now', '2024-02-30', 'x'], /^--now 2024-02-30 is no date: write an ISO date/],
    [['--now', 'tomorrow', 'x'], /^--now tomorrow is no date: write an ISO date/],
    [['--locale', 'zh_CN', 'x'], /^--locale zh_CN is no language tag: write a BCP 47 tag/],
    [['--locale', '', 'x'], /^--locale is empty: give it a value, or leave it out/],
    [['--notice', 'courses-2042', 'x'], /^--notice courses-2042 is not loaded: name one of courses-2024/],
    [['--json', '--explain', 'x'], /^--json and --explain exclude each other: keep one of them/],
    [['--jsonl', 'x'], /^--jsonl reads its questions from standard input/],
  ]
  const { library } = loadAssistant(KNOWLEDGE)
  it.each(cases)('%j is refused in one line', (args, says) => {
    const lines: string[] = []
    const refused = (): unknown => checkNotice(readOptions(args)?.notice, library)
    expect(refused).toThrow(UsageError)
    try {
      refused()
    } catch (error) {
      expect(report(error, (line) => lines.push(line))).toBe(2)
    }
    expect(lines).toEqual([expect.stringMatching(says)])
    expect(lines[0]).not.toContain('\n')
  })

  it.each([
    ['before the knowledge is read', cases[1]],
    ['after it', cases[7]],
  ] as const)('ends the program with code 2, %s', async (_, one) => {
    const [args, says] = one as (typeof cases)[number]
    const { code, stdout, stderr } = await ask(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr.trimEnd()).not.toContain('\n')
  })

  it('may ask for help', async () => {
    const { code, stdout } = await ask('--help')
    expect(code).toBe(0)
    for (const option of ['--json', '--explain', '--jsonl', '--knowledge', '--notice', '--locale', '--now'])
      expect(stdout).toContain(`\n  ${option} `)
  })
})

describe('the end of the program', () => {
  it('is quiet when nobody reads on', async () => {
    const child = spawn(process.execPath, [ASK, '--knowledge', KNOWLEDGE, '--jsonl'], { env: environment() })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.stdin.on('error', () => {})
    child.stdin.end(`${JSON.stringify({ question: POTTERY.question })}\n`.repeat(2000))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = await once(child, 'close')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})
