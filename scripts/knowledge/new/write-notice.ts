// The folder of a new notice: all of it or nothing, and never in the place of something.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatProblem } from '../../../src/knowledge/notice.js'
import { readKnowledge } from '../../../src/knowledge/read.js'
import type { Language } from '../../../src/language/language.js'

/**
 * Writes the files under `dir`/`id`. They are written and checked elsewhere first, and moved in one step.
 * @returns problems, [] where it is there now. Throws what the file system says.
 */
export function writeNotice(dir: string, id: string, files: ReadonlyMap<string, string>, language: Language): string[] {
  mkdirSync(dir, { recursive: true })
  // Beside its place, so that it can be moved; folders that begin with a dot are read by nobody.
  const aside = mkdtempSync(join(dir, '.new-'))
  try {
    mkdirSync(join(aside, id))
    for (const [name, text] of files) writeFileSync(join(aside, id, name), text)
    const { problems } = readKnowledge(aside, language)
    if (problems.length > 0)
      return problems.map((problem) => formatProblem({ ...problem, file: problem.file.replace(/.*\.new-[^/\\]+[/\\]/, '') }))
    if (existsSync(join(dir, id))) throw new Error('EEXIST')
    renameSync(join(aside, id), join(dir, id))
    return []
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
