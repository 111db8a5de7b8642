// What the built commands print and with which code they end. `npm ci` and `npm run build` leave them in dist/.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packWith, SMALL_PACK, write } from './small-pack.js'

const CHECK = 'dist/scripts/knowledge.js'
const ASK = 'dist/adapters/terminal/ask.js'
const BUILT = existsSync(CHECK) && existsSync(ASK)

const SLIPS = packWith(['things', 'kind: floor', 'kind: flor'], ['gaps', 'nearest: [opening-day]', 'nearest: [opening-day'])

function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { code: number | null; out: string; err: string } {
  const { KNOWLEDGE_DIR: _, ...outer } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...outer, ...env },
    input: '',
  })
  return { code: status, out: stdout, err: stderr }
}

function linesFor(root: string): string {
  const dir = relative('.', join(root, 'knowledge/library-opening'))
  return [
    `${dir}/things.yaml:6:9: there is no kind "flor"; did you mean "floor"? If not, add it under kinds in notice.yaml, or name one that is there\n`,
    `${dir}/gaps.yaml:2:12: the [ that opens here is not closed; add ] at its end\n`,
  ].join('')
}

describe.skipIf(!BUILT)('the commands (skipped where dist/ is not built)', () => {
  test('knowledge check ends with 0 and prints no line where nothing is wrong', () => {
    const root = write(SMALL_PACK)
    const { code, out } = run(CHECK, ['check', join(root, 'knowledge'), '--sources', join(root, 'sources')])
    expect([code, out]).toEqual([0, ''])
  })

  test('knowledge check prints each problem as a line and ends with 1', () => {
    const root = write(SLIPS)
    const { code, out } = run(CHECK, ['check', join(root, 'knowledge')])
    expect([code, out]).toEqual([1, linesFor(root)])
  })

  test('knowledge check reads the folder of KNOWLEDGE_DIR when none is named', () => {
    const root = write(SLIPS)
    const { code, out } = run(CHECK, ['check'], { KNOWLEDGE_DIR: join(root, 'knowledge') })
    expect([code, out]).toEqual([1, linesFor(root)])
  })

  test('knowledge check ends with 1 and a line, not a stack trace, where the folder does not exist', () => {
    const { code, out } = run(CHECK, ['check', 'no-such-folder'])
    expect([code, out]).toEqual([
      1,
      'no-such-folder:1:1: this folder does not exist; name the folder that holds one folder for each notice\n',
    ])
  })

  test('a command that there is not gets the usage line and ends with 2', () => {
    const usage = { code: 2, out: '', err: 'usage: npm run --silent knowledge -- check [DIR] [--sources DIR]\n' }
    expect([run(CHECK, []), run(CHECK, ['chekc']), run(CHECK, ['check', '--source', 'x']), run(CHECK, ['check', 'a', 'b'])]).toEqual([
      usage,
      usage,
      usage,
      usage,
    ])
  })

  test('ask over bad knowledge prints the same lines to standard error, and that nothing was started, and ends with 78', () => {
    const root = write(SLIPS)
    const expected = {
      code: 78,
      out: '',
      err: `${linesFor(root)}Nothing was started: mend the 2 problems above; "npm run --silent knowledge -- check DIR" lists them again.\n`,
    }
    const dir = join(root, 'knowledge')
    expect([
      run(ASK, ['--knowledge', dir, 'When?']),
      run(ASK, ['--json', 'When?'], { KNOWLEDGE_DIR: dir }),
      run(ASK, ['--jsonl', '--knowledge', dir]),
    ]).toEqual([expected, expected, expected])
  })

  test('ask over good knowledge answers and ends with 0', () => {
    const root = write(SMALL_PACK)
    const { code, out } = run(ASK, ['--json', '--knowledge', join(root, 'knowledge'), 'Which rooms are on the ground floor?'])
    expect([code, (JSON.parse(out) as { facts: unknown }).facts]).toEqual([0, ['library-opening/rooms']])
  })
})
