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

const WARNED = packWith(['things', '[maps, atlas room]', '[maps, atlas room, Maps]'])

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

  test('a warning changes neither standard output nor the exit code, unless --strict makes it count', () => {
    const root = write(WARNED)
    const dir = join(root, 'knowledge')
    const line = `${relative('.', dir)}/library-opening/things.yaml:13:28: warning: "Maps" stands in this entry already; remove it here\n`
    const { code, out, err } = run(CHECK, ['check', dir])
    expect([code, out, err.startsWith(line)]).toEqual([0, '', true])
    const strict = run(CHECK, ['check', dir, '--strict'])
    expect([strict.code, strict.out]).toEqual([1, line])
  }, 180_000)

  test('names that several notices share are told only where that is asked for', () => {
    const other = Object.entries(SMALL_PACK).map(([path, text]) => [
      path.replace('library-opening', 'second'),
      path.endsWith('notice.yaml') ? String(text).replace('library-opening', 'second') : text,
    ])
    const dir = join(write({ ...SMALL_PACK, ...Object.fromEntries(other) }), 'knowledge')
    const told = (args: readonly string[]): string[] =>
      run(CHECK, ['check', dir, ...args])
        .err.split('\n')
        .filter((line) => line.includes('info:') && line.includes('"maps"'))
        .map((line) => line.slice(relative('.', dir).length + 1))
    expect(told([])).toEqual([])
    const says = (other: string): string => `"maps" also names something in ${other}; a question that says only this may be about either`
    expect(told(['--across'])).toEqual([
      `library-opening/things.yaml:13:10: info: ${says('second')}`,
      `second/things.yaml:13:10: info: ${says('library-opening')}`,
    ])
  }, 180_000)

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

  test('a command that there is not gets the usage and ends with 2; --help prints it and ends with 0', () => {
    const { code, out, err } = run(CHECK, ['--help'])
    expect([code, err, out.match(/^ {2}\w+/gm)]).toEqual([0, '', ['  check', '  new', '  try', '  questions']])
    const usage = { code: 2, out: '', err: out }
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
