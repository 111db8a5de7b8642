// Both programs refuse bad knowledge before they answer anything, with all its problems.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ASK, run, START } from './program.js'

const dir = mkdtempSync(join(tmpdir(), 'asknotice-'))
mkdirSync(join(dir, 'broken'))
writeFileSync(join(dir, 'broken', 'notice.yaml'), 'id: broken\n')
writeFileSync(join(dir, 'a-file'), '')
afterAll(() => rmSync(dir, { recursive: true }))

describe('bad knowledge', () => {
  it.each([
    ['ask', ASK, ['x']],
    ['ask --jsonl', ASK, ['--jsonl']],
    ['start', START, []],
  ] as const)('stops %s with code 78', async (_, program, args) => {
    const { code, stdout, stderr } = await run(program, args, { input: 'x\n', env: { KNOWLEDGE_DIR: dir } })
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' })
    const problems = stderr.trimEnd().split('\n')
    expect(problems.pop()).toMatch(/^Nothing was started: mend the \d+ problems above/)
    expect(problems.length).toBeGreaterThan(2)
    for (const problem of problems) expect(problem).toMatch(/broken\/(notice|things|facts)\.yaml:\d+:\d+: ./)
  })

  it.each([
    ['missing', /this folder does not exist; name the folder that holds one folder for each notice/],
    ['a-file', /this is a file; give the folder/],
  ] as const)('may be no folder at all: %s', async (name, says) => {
    const { code, stdout, stderr } = await run(ASK, ['--knowledge', join(dir, name), 'x'])
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' })
    expect(stderr).toMatch(says)
  })
})
