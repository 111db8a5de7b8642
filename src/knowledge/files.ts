// The files of a notice, as the checks get them.
import type { Problem } from './notice.js'
import { textsAt, valueAt } from './raw.js'
import type { EligibilityRule, FactEntry, Gap, NoticeFile, ThingEntry } from './schema.js'
import type { YamlFile } from './yaml-file.js'

export interface NoticeFiles {
  readonly notice: YamlFile<NoticeFile>
  readonly things: YamlFile<ThingEntry[]>
  readonly facts: YamlFile<FactEntry[]>
  readonly eligibility: YamlFile<EligibilityRule[]>
  readonly gaps: YamlFile<Gap[]>
}

export type FileName = keyof NoticeFiles

/** Texts at a place in a file, each with a way to report a problem there. */
export interface Found {
  readonly value: string
  readonly path: readonly PropertyKey[]
  problem(message: string): Problem
}

export function find(file: YamlFile<unknown>, pattern: readonly string[]): Found[] {
  return textsAt(file.raw, pattern).map(({ path, value }) => ({ path, value, problem: (message) => file.at(path, message) }))
}

/** The values at a place as a set; null where the file cannot be read, so that nothing can be said of them. */
export function idsIn(file: YamlFile<unknown>, pattern: readonly string[]): ReadonlySet<string> | null {
  const [key] = pattern
  const list = key === '*' || key === undefined ? file.raw : valueAt(file.raw, [key])
  // A list that is left out is an empty one, but in a file that is no map nothing is left out.
  const leftOut = list === undefined && typeof file.raw === 'object' && !Array.isArray(file.raw)
  return Array.isArray(list) || leftOut ? new Set(textsAt(file.raw, pattern).map(({ value }) => value)) : null
}
