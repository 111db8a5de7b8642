// A notice after it was read and checked: plain, frozen lookup tables. Ids are those of its files, without the notice's own.
import type { EligibilityRule, FactEntry, Gap, Kind, NoticeFile, Source, ThingEntry } from './schema.js'

export interface Notice {
  readonly id: string
  readonly file: NoticeFile
  /** At least one, by their ids; the first is the one that facts rest on which name none. */
  readonly sources: ReadonlyMap<string, Source>
  readonly kinds: ReadonlyMap<string, Kind>
  readonly things: ReadonlyMap<string, ThingEntry>
  readonly facts: ReadonlyMap<string, FactEntry>
  readonly eligibility: readonly EligibilityRule[]
  readonly gaps: readonly Gap[]
}

/** Something wrong in a notice's files. `line` and `column` count from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** `FILE:LINE:COLUMN: what is wrong and what to do` */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`
}

/** Thrown at start-up when knowledge is bad: all the problems at once. */
export class KnowledgeError extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'KnowledgeError'
    this.problems = problems
  }
}
