// Every command line of the contract, through npm as people type it: the forms of `ask` with all their options, and `npm start` over a pipe.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CHOIR_ZH, KNOWLEDGE, POTTERY } from './fixture.js'
import { environment, objects } from './program.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OPTIONS = ['--knowledge', KNOWLEDGE, '--notice', 'courses-2024', '--locale', 'zh-TW', '--now', '2024-12-01']

/** Shows its options: the language is the locale's, the days left are the clock's, the fact is the notice's. */
const QUESTION = '完成日期'
const TEXT = '課程應在2024年年底前完成。還剩30天。\n來源：《社區課程開始申報》（2024-03-01），第4段'
const ANSWER = {
  status: 'answered',
  lang: 'zh-Hant',
  text: TEXT,
  facts: ['courses-2024/completion'],
  sources: [{ id: 'gazette-2024', title: '社區課程開始申報', date: '2024-03-01', section: '正文', paragraph: 4 }],
  suggestions: expect.any(Array),
}

function npm(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: environment(env),
    input,
    shell: process.platform === 'win32',
  })
  // What npm says of its own settings is not the program's.
  return { code: status, stdout, stderr: stderr.replace(/^npm (?:warn|notice).*\n/gm, '') }
}

const ask = (args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) =>
  npm(['run', '--silent', 'ask', '--', ...args], input, env)

describe('the command lines of the contract', () => {
  it('ask "QUESTION", with every option', () => {
    expect(ask([...OPTIONS, QUESTION])).toEqual({ code: 0, stdout: `${TEXT}\n`, stderr: '' })
  })

  it('ask --json "QUESTION", with every option', () => {
    const { stdout, ...end } = ask(['--json', ...OPTIONS, QUESTION])
    expect(end).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^\{.*\}\n$/)
    expect(JSON.parse(stdout)).toEqual(ANSWER)
  })

  it('ask --explain "QUESTION", with every option', () => {
    const { stdout, ...end } = ask(['--explain', ...OPTIONS, QUESTION])
    expect(end).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      'Normalised',
      'Terms',
      'Aspects',
      'Things',
      'Unexplained',
      'Candidates (* = in the answer)',
      'Decision',
      'Answer',
    ])
    expect(stdout).toContain(`\nAnswer\n  ${TEXT.replace('\n', '\n  ')}\n`)
  })

  it('ask --jsonl, with every option, every key of a request line, and KNOWLEDGE_DIR', () => {
    const lines = [
      { question: QUESTION },
      { id: '1', session: 's', question: 'pottery course', now: '2024-12-02', locale: 'en' },
      { id: '2', session: 's', question: 'and who leads it?' },
      'no object',
    ]
    const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    const { stdout, ...end } = ask(['--jsonl', ...OPTIONS.slice(2)], input, { KNOWLEDGE_DIR: KNOWLEDGE })
    expect(end).toEqual({ code: 1, stderr: '' })
    const [first, second, third, fourth] = objects(stdout)
    expect(first).toEqual(ANSWER)
    expect(second).toMatchObject({ id: '1', lang: 'en' })
    expect(third).toMatchObject({ id: '2', status: 'answered', lang: 'en', text: POTTERY.text, facts: ['courses-2024/lead-pottery'] })
    expect(fourth).toEqual({ error: expect.any(String), line: 4 })
  })

  it('start without a terminal and without a token', () => {
    const { code, stdout, stderr } = npm(['start', '--silent'], `${POTTERY.question}\n${CHOIR_ZH.question}\n`, { KNOWLEDGE_DIR: KNOWLEDGE })
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${POTTERY.text}\n\n${CHOIR_ZH.text}\n` })
    expect(stderr).toMatch(/^To connect Discord or Telegram, [^\n]*\n$/)
  })
})
