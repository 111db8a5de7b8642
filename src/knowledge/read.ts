// A folder of notices → checked notices, or all their problems.
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Language } from '../language/language.js'
import { checkNotice } from './check.js'
import { KnowledgeError, type Notice, type Problem } from './notice.js'
import { eligibilitySchema, factsSchema, gapsSchema, noticeSchema, thingsSchema } from './schema.js'
import { readYaml } from './yaml-file.js'

export interface KnowledgeReading {
  readonly notices: readonly Notice[]
  readonly problems: readonly Problem[]
}

/** Folder in which source texts are looked for, so that evidence can be compared with them; without it that check is left out. */
export interface ReadOptions {
  readonly sources?: string | undefined
}

/** Reads every notice under `dir`. Problems name files relative to the working folder. */
export function readKnowledge(dir: string, language: Language, options: ReadOptions = {}): KnowledgeReading {
  const folders = existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name).sort()
    : []
  if (folders.length === 0) {
    const message = 'there is no notice in this folder; give a folder that holds one folder for each notice'
    return { notices: [], problems: [{ file: relative('.', dir) || '.', line: 1, column: 1, message }] }
  }
  const readings = folders.map((folder) => readNotice(join(dir, folder), folder, language, options))
  return { notices: readings.flatMap((r) => (r.notice ? [r.notice] : [])), problems: readings.flatMap((r) => r.problems) }
}

/** The notices of `dir`. Throws KnowledgeError when anything is wrong in any of them. */
export function loadKnowledge(dir: string, language: Language, options: ReadOptions = {}): readonly Notice[] {
  const { notices, problems } = readKnowledge(dir, language, options)
  if (problems.length > 0) throw new KnowledgeError(problems)
  return notices
}

function readNotice(dir: string, folder: string, language: Language, options: ReadOptions): { notice: Notice | null; problems: Problem[] } {
  const name = (file: string): string => relative('.', join(dir, file))
  const notice = readYaml(join(dir, 'notice.yaml'), name('notice.yaml'), noticeSchema, null)
  const things = readYaml(join(dir, 'things.yaml'), name('things.yaml'), thingsSchema, null)
  const facts = readYaml(join(dir, 'facts.yaml'), name('facts.yaml'), factsSchema, null)
  const eligibility = readYaml(join(dir, 'eligibility.yaml'), name('eligibility.yaml'), eligibilitySchema, [])
  const gaps = readYaml(join(dir, 'gaps.yaml'), name('gaps.yaml'), gapsSchema, [])
  const files = { notice, things, facts, eligibility, gaps }
  const problems = Object.values(files).flatMap((file) => file.problems)
  if (!notice.data || !things.data || !facts.data || !eligibility.data || !gaps.data) return { notice: null, problems }
  problems.push(...checkNotice({ folder, files, language, sources: options.sources }))
  if (problems.length > 0) return { notice: null, problems }
  return {
    problems,
    notice: {
      id: notice.data.id,
      file: notice.data,
      kinds: byId(notice.data.kinds),
      things: byId(things.data),
      facts: byId(facts.data),
      eligibility: eligibility.data,
      gaps: gaps.data,
    },
  }
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}
