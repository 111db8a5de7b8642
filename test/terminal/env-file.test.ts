// The file .env of the folder that a program is started in: every program that reads the knowledge reads the same.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KNOWLEDGE, POTTERY } from './fixture.js'
import { ASK, KNOWLEDGE_TOOL, run, START } from './program.js'

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'asknotice-'))
})

afterEach(() => rmSync(cwd, { recursive: true }))

describe('KNOWLEDGE_DIR in .env', () => {
  beforeEach(() => writeFileSync(join(cwd, '.env'), `KNOWLEDGE_DIR=${KNOWLEDGE}\n`))

  it('is where ask and npm start answer from', async () => {
    const asked = await run(ASK, [POTTERY.question], { cwd })
    const piped = await run(START, [], { cwd, input: `${POTTERY.question}\n` })
    expect([asked.stdout, piped.stdout.startsWith(POTTERY.text)]).toEqual([`${POTTERY.text}\n`, true])
  })

  it('is what knowledge speaks of', async () => {
    const { code, stdout } = await run(KNOWLEDGE_TOOL, ['questions', '--json'], { cwd })
    expect([code, stdout.includes('courses-2024/lead-choir')]).toEqual([0, true])
  })

  it('yields to the environment and to the command line', async () => {
    const empty = join(cwd, 'empty')
    mkdirSync(empty)
    const [env, line] = [
      await run(KNOWLEDGE_TOOL, ['check'], { cwd, env: { KNOWLEDGE_DIR: empty } }),
      await run(KNOWLEDGE_TOOL, ['check', empty], { cwd }),
    ]
    const problem = 'empty:1:1: there is no notice in this folder; name one that holds one folder for each notice\n'
    expect([env.stdout, line.stdout]).toEqual([problem, problem])
  })
})

it('a file .env that cannot be read ends them all with 78', async () => {
  mkdirSync(join(cwd, '.env'))
  const ended = [await run(ASK, ['x'], { cwd }), await run(KNOWLEDGE_TOOL, ['check'], { cwd }), await run(START, [], { cwd })]
  const line = `${join(cwd, '.env')} cannot be read: make it a text file of lines NAME=value that this user may read.\n`
  expect(ended).toEqual(ended.map(() => ({ code: 78, stdout: '', stderr: line })))
})
