// A folder of notices → checked notices, or all their problems.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Language } from '../language/language.js'
import { checkNotice } from './check.js'
import { missingTexts } from './check-evidence.js'
import type { NoticeFiles } from './files.js'
import { KnowledgeError, type Notice, type Problem } from './notice.js'
import { eligibilitySchema, factsSchema, gapsSchema, noticeSchema, thingsSchema } from './schema.js'
import { nearest, quote } from './wording.js'
import { readYaml } from './yaml-file.js'

export interface KnowledgeReading {
  readonly notices: readonly Notice[]
  readonly problems: readonly Problem[]
  /** Notices whose evidence was not compared, because their source text is not at hand. */
  readonly uncompared: readonly string[]
  /** The files of the notices that have no problem, by the notice's id. */
  readonly files: ReadonlyMap<string, NoticeFiles>
}

export interface ReadOptions {
  /** Folder in which source texts are looked for, so that evidence can be compared with them; without it that check is left out. */
  readonly sources?: string | undefined
  /** Of these notices alone. */
  readonly only?: readonly string[] | undefined
}

const FILES = ['notice.yaml', 'things.yaml', 'facts.yaml', 'eligibility.yaml', 'gaps.yaml']

/** The folders of the notices under `dir`, by their names; none where not one of them looks like a notice's. */
export function foldersOf(dir: string): string[] {
  const folders = foldersIn(dir)
  return folders.some((name) => listFolder(join(dir, name)).some(isLikeOurs)) ? folders : []
}

function foldersIn(dir: string): string[] {
  return listFolder(dir).filter((name) => !name.startsWith('.') && isFolder(join(dir, name)))
}

/** One of a notice's files, or one that was meant to be. */
function isLikeOurs(name: string): boolean {
  return !name.startsWith('.') && YAML.test(name) && meant(name) !== undefined
}

const YAML = /\.ya?ml(\.txt)?$/i

function meant(name: string): string | undefined {
  return nearest(name.toLowerCase().replace(YAML, '.yaml'), FILES)
}

/** Reads every notice under `dir`. Problems name files relative to the working folder. Never throws for what is there, or is not. */
export function readKnowledge(dir: string, language: Language, options: ReadOptions = {}): KnowledgeReading {
  const folders = options.only ?? foldersOf(dir)
  if (folders.length === 0) return { notices: [], problems: [noNotice(dir)], uncompared: [], files: new Map() }
  const readings = folders.map((folder) => readNotice(join(dir, folder), folder, language, options))
  return {
    notices: readings.flatMap((r) => (r.notice ? [r.notice] : [])),
    problems: readings.flatMap((r) => r.problems),
    uncompared: folders.filter((_, i) => readings[i]?.compared === false),
    files: new Map(readings.flatMap(({ notice, files }) => (notice ? [[notice.id, files]] : []))),
  }
}

/** The notices of `dir`. Throws KnowledgeError when anything is wrong in any of them. */
export function loadKnowledge(dir: string, language: Language, options: ReadOptions = {}): readonly Notice[] {
  const folders = options.only ?? foldersOf(dir)
  const notices: Notice[] = []
  const problems = folders.length === 0 ? [noNotice(dir)] : []
  for (const folder of folders) {
    // Nothing of the files is kept.
    const reading = readNotice(join(dir, folder), folder, language, options)
    problems.push(...reading.problems)
    if (reading.notice) notices.push(reading.notice)
  }
  if (problems.length > 0) throw new KnowledgeError(problems)
  return notices
}

interface NoticeReading {
  readonly notice: Notice | null
  readonly problems: readonly Problem[]
  readonly compared: boolean
  readonly files: NoticeFiles
}

function readNotice(dir: string, folder: string, language: Language, { sources }: ReadOptions): NoticeReading {
  const name = (file: string): string => nameOf(join(dir, file))
  const notice = readYaml(join(dir, 'notice.yaml'), name('notice.yaml'), noticeSchema, null)
  const things = readYaml(join(dir, 'things.yaml'), name('things.yaml'), thingsSchema, null)
  const facts = readYaml(join(dir, 'facts.yaml'), name('facts.yaml'), factsSchema, null)
  const eligibility = readYaml(join(dir, 'eligibility.yaml'), name('eligibility.yaml'), eligibilitySchema, [])
  const gaps = readYaml(join(dir, 'gaps.yaml'), name('gaps.yaml'), gapsSchema, [])
  const files = { notice, things, facts, eligibility, gaps }
  const found = [
    ...strayFiles(dir),
    ...Object.values(files).flatMap((file) => file.problems),
    ...checkNotice({ folder, files, language, sources }),
  ]
  const problems = inOrder(found, FILES.map(name))
  const compared = missingTexts(notice.raw, sources).length === 0
  if (problems.length > 0 || !notice.data || !things.data || !facts.data || !eligibility.data || !gaps.data)
    return { notice: null, problems, compared, files }
  return {
    problems,
    compared,
    files,
    notice: {
      id: notice.data.id,
      file: notice.data,
      sources: byId(notice.data.sources ?? (notice.data.source ? [notice.data.source] : [])),
      kinds: byId(notice.data.kinds),
      things: byId(things.data),
      facts: byId(facts.data),
      eligibility: eligibility.data,
      gaps: gaps.data,
    },
  }
}

/** YAML files that nothing reads, most often because their name is not quite right. */
function strayFiles(dir: string): Problem[] {
  const strays = listFolder(dir).filter((name) => YAML.test(name) && !FILES.includes(name) && !name.startsWith('.'))
  return strays.map((name) => {
    const like = meant(name)
    const message = `the file is not read under this name; ${like ? `rename it to ${quote(like)}` : `its content belongs in one of ${FILES.join(', ')}`}, or move it away`
    return { file: nameOf(join(dir, name)), line: 1, column: 1, message }
  })
}

/** As they stand in the files, each problem once. */
function inOrder(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const rank = ({ file }: Problem): number => files.indexOf(file)
  const unique = new Map(problems.map((problem) => [`${problem.file}:${problem.line}:${problem.column}:${problem.message}`, problem]))
  return [...unique.values()].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column)
}

function noNotice(dir: string): Problem {
  return { file: nameOf(dir), line: 1, column: 1, message: whyNoNotice(dir) }
}

function whyNoNotice(dir: string): string {
  if (!existsSync(dir)) return 'this folder does not exist; name the folder that holds one folder for each notice'
  if (!isFolder(dir)) return 'this is a file; name the folder that holds one folder for each notice'
  if (existsSync(join(dir, 'notice.yaml'))) return 'this is the folder of one notice; name the folder above it'
  if (foldersIn(dir).length > 0) return 'no folder here holds a notice.yaml; name the folder that holds one folder for each notice'
  return 'there is no notice in this folder; name one that holds one folder for each notice'
}

function listFolder(dir: string): string[] {
  try {
    return readdirSync(dir).sort()
  } catch {
    return []
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function nameOf(path: string): string {
  return relative('.', path) || '.'
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}
