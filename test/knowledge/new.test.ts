// `knowledge new`, as people use it: by options, from a pipe, on a terminal; and that it leaves nothing half done.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ASK, environment, hasPty, objects, onTerminalOf, run } from '../terminal/program.js'

const KNOWLEDGE = join('dist', 'scripts', 'knowledge.js')

const OPTIONS = [
  ...['--yes', '--title-zh', '关于开展植树活动的通知', '--title-en', 'Notice on "Tree" Planting', '--issuer-zh', '河湾镇林业站'],
  ...['--issuer-en', 'the Riverbend Forestry Station', '--issued', '2024-02-20', '--published', '2024-03-01'],
  ...['--publisher-zh', '河湾镇报', '--publisher-en', 'Riverbend News', '--url', 'https://example.org/trees'],
]
/** Title, short name (as it is), issuer, date of issue, title of the source (as it is), publisher, date, no link, the usual time zone. */
const LINES = [
  '关于开展植树活动的通知',
  'Tree Planting',
  '',
  '',
  '河湾镇林业站',
  'the Forestry Station',
  '2024-02-20',
  '',
  '',
  '河湾镇报',
  'News',
  '2024-03-01',
  '',
  '',
]

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'asknotice-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const make = (id: string, args: readonly string[] = OPTIONS, input = '') => run(KNOWLEDGE, ['new', id, '--dir', dir, ...args], { input })

describe('knowledge new', () => {
  it('writes a notice that passes the check without a warning and answers what people ask first', async () => {
    expect(await make('tree-planting')).toEqual({
      code: 0,
      stdout: `Written: ${relative('.', join(dir, 'tree-planting'))}. Next: edit facts.yaml and things.yaml (they say how), then run\nnpm run --silent knowledge -- check ${relative('.', dir)}\n`,
      stderr: '',
    })
    expect(readdirSync(dir)).toEqual(['tree-planting'])
    expect(readdirSync(join(dir, 'tree-planting'))).toEqual(['eligibility.yaml', 'facts.yaml', 'gaps.yaml', 'notice.yaml', 'things.yaml'])
    const { code, stdout } = await run(KNOWLEDGE, ['check', dir, '--strict'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    const asked = [
      ['通知的全称是什么？', 'notice-title'],
      ['What is the notice called?', 'notice-title'],
      ['通知是谁印发的？', 'issuers'],
      ['Who issued the notice?', 'issuers'],
      ['通知是什么时候印发的？', 'issue-date'],
      ['When was the notice issued?', 'issue-date'],
      ['你的信息来源是什么？', 'source-title'],
      ['What is your source?', 'source-title'],
      ['文章什么时候发布的？', 'source-date'],
      ['When was the article published?', 'source-date'],
    ] as const
    const input = asked.map(([question]) => JSON.stringify({ question })).join('\n')
    const answers = objects((await run(ASK, ['--jsonl', '--knowledge', dir], { input })).stdout)
    expect(answers.map(({ status, facts }) => [status, facts])).toEqual(asked.map(([, fact]) => ['answered', [`tree-planting/${fact}`]]))
    expect(answers[1]?.text).toBe(
      'The document is called "Notice on "Tree" Planting".\nSource: “Notice on "Tree" Planting” (2024-03-01), paragraph 1',
    )
  }, 180_000)

  it('takes its answers from a pipe, a line each, and what may be left out from what was said', async () => {
    const { code, stderr } = await make('tree-planting', [], LINES.join('\n'))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect((await run(KNOWLEDGE, ['check', dir, '--strict'])).code).toBe(0)
    expect(readFileSync(join(dir, 'tree-planting', 'notice.yaml'), 'utf8')).toContain('en: "Tree Planting"')
  })

  it('never writes over what is there', async () => {
    mkdirSync(join(dir, 'mine'))
    writeFileSync(join(dir, 'mine', 'notice.yaml'), 'mine')
    const { code, stderr } = await make('mine')
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${relative('.', join(dir, 'mine'))} is there already and was left as it is; choose another id.\n`,
    })
    expect([readdirSync(dir), readFileSync(join(dir, 'mine', 'notice.yaml'), 'utf8')]).toEqual([['mine'], 'mine'])
  })

  it.each(['Tree', 'tree_planting', '../tree', 'a--b', '', 'x'.repeat(29)])(
    'refuses the id "%s" in a line that says how one is written',
    async (id) => {
      const { code, stdout, stderr } = await make(id)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(/^\S*: (an id is lower-case letters, digits and single hyphens|a notice's id has at most 28 characters).*\n$/)
      expect(readdirSync(dir)).toEqual([])
    },
  )

  it('names every option that is missing or wrong, and writes nothing', async () => {
    const { code, stderr } = await make('tree', [
      '--yes',
      '--title-zh',
      'Trees',
      '--title-en',
      '植树',
      '--published',
      '2024-02-30',
      '--url',
      'http://example.org',
    ])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: [
        '--title-zh: This is not Chinese; write it in Chinese.',
        '--title-en: This is not English; write it in English.',
        '--issuer-zh is missing; give it.',
        '--issuer-en is missing; give it.',
        '--published: Write a day that there is, such as 2024-03-01.',
        '--url: Write the whole link; it begins with https://.',
        '',
      ].join('\n'),
    })
    expect(readdirSync(dir)).toEqual([])
  })

  it('leaves nothing behind where the input ends early, or the program is interrupted', async () => {
    const early = await make('tree', [], LINES.slice(0, 5).join('\n'))
    expect(early).toEqual({ code: 2, stdout: '', stderr: 'The input ended before --issuer-en; nothing was written.\n' })
    const child = spawn(process.execPath, [KNOWLEDGE, 'new', 'tree', '--dir', dir], { env: environment() })
    child.stdin.write(`${LINES.slice(0, 5).join('\n')}\n`)
    setTimeout(() => child.kill('SIGINT'), 500)
    await once(child, 'close')
    expect(readdirSync(dir)).toEqual([])
  })

  it.skipIf(!hasPty)('asks on a terminal, again where an answer is wrong (needs python3 with its pty module)', async () => {
    const typed = LINES.map((line): [string, string] => [': ', `${line}\r`])
    const { code, screen } = await onTerminalOf([KNOWLEDGE, 'new', 'tree', '--dir', dir], [[': ', 'Trees\r'], ...typed])
    expect(code).toBe(0)
    expect(screen).toContain('--title-zh: This is not Chinese; write it in Chinese.')
    expect(existsSync(join(dir, 'tree', 'facts.yaml'))).toBe(true)
  })

  it.skipIf(!hasPty)('is left with Ctrl-C, and nothing was written', async () => {
    const { screen } = await onTerminalOf(
      [KNOWLEDGE, 'new', 'tree', '--dir', dir],
      [
        [': ', '植树通知\r'],
        [': ', '\u0003'],
      ],
    )
    expect(screen).toContain('nothing was written')
    expect(readdirSync(dir)).toEqual([])
  })
})
