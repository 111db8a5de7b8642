// Every kind of mistake in one run of the real command: told at its place, and gone when the advice is followed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MISTAKES, type Mistake } from './mistakes.js'
import { type Files, ID, SMALL_PACK, writeTo } from './small-pack.js'

const CHECK = 'dist/scripts/knowledge.js'

/** The folder of the pack with the mistake of this number. */
const folderOf = (index: number): string => `mistake-${index + 1}`

/** The small pack in a folder of its own, after these edits. */
function packIn(folder: string, edits: NonNullable<Mistake['mended']>): Files {
  const files = new Map(Object.entries(SMALL_PACK).filter(([path]) => path.startsWith('knowledge/')))
  for (const [file, from, to] of edits) {
    const path = `knowledge/${ID}/${file}.yaml`
    const text = String(files.get(path))
    if (text.split(from).length !== 2) throw new Error(`${folder}: ${file}.yaml does not hold this text once: ${from}`)
    files.set(
      path,
      text.replace(from, () => to),
    )
  }
  return Object.fromEntries(
    [...files].map(([path, text]) => [path.replace(ID, folder), path.endsWith('notice.yaml') ? String(text).replace(ID, folder) : text]),
  )
}

function check(packs: readonly Files[]): { code: number | null; lines: string[] } {
  const root = mkdtempSync(join(tmpdir(), 'asknotice-'))
  roots.push(root)
  writeTo(root, Object.assign({ 'sources/library.txt': SMALL_PACK['sources/library.txt'] ?? null }, ...packs) as Files)
  const { status, stdout } = spawnSync(
    process.execPath,
    [CHECK, 'check', join(root, 'knowledge'), '--strict', '--sources', join(root, 'sources')],
    { encoding: 'utf8' },
  )
  const here = `${relative('.', join(root, 'knowledge'))}/`
  return {
    code: status,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.replaceAll(here, '')),
  }
}

const roots: string[] = []
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true })
})

describe('the kinds of mistakes', () => {
  let broken: ReturnType<typeof check>
  let mended: ReturnType<typeof check>
  beforeAll(() => {
    broken = check(MISTAKES.map(({ made }, i) => packIn(folderOf(i), made)))
    mended = check(MISTAKES.map(({ made, mended = [] }, i) => packIn(folderOf(i), [...made, ...mended])))
  })

  test('they are at least twenty, each of another kind, and each asks for an edit', () => {
    expect(new Set(MISTAKES.map(({ kind }) => kind)).size).toBe(MISTAKES.length)
    expect([MISTAKES.length >= 20, MISTAKES.every(({ told, mended }) => told.length > 0 && mended)]).toEqual([true, true])
  })

  test.each(MISTAKES.map((mistake, i) => ({ ...mistake, folder: folderOf(i) })))('$kind: told at its place', ({ folder, told }) => {
    expect(broken.lines.filter((line) => line.startsWith(`${folder}/`)).map((line) => line.slice(folder.length + 1))).toEqual(told)
  })

  test('with any of them the command ends with 1', () => {
    expect(broken.code).toBe(1)
  })

  test('with the advice followed nothing is left to tell, and it ends with 0', () => {
    expect(mended).toEqual({ code: 0, lines: [] })
  })
})
