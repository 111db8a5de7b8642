// `knowledge check`: what is wrong with the notices, and what would be better otherwise.
import { createAssistant } from '../../src/assistant.js'
import { lintNotice } from '../../src/knowledge/lint/lint.js'
import { sharedNames } from '../../src/knowledge/lint/names.js'
import { lintReachable } from '../../src/knowledge/lint/reachable.js'
import { formatProblem, type Problem } from '../../src/knowledge/notice.js'
import { type KnowledgeReading, readKnowledge } from '../../src/knowledge/read.js'
import type { Language } from '../../src/language/language.js'
import type { CheckOptions } from './command-line.js'
import { lintLengths } from './lint-lengths.js'
import { type Place, readingOptions } from './place.js'

/** Problems on standard output, warnings on standard error (with --strict on standard output as well). @returns 1 where there is a problem */
export function check(options: CheckOptions, place: Place): number {
  const reading = readKnowledge(place.dir, place.language, readingOptions(options))
  const found = warnings(reading, place.language, place.now)
  const shared = options.across ? sharedNames(reading.files) : []
  for (const problem of reading.problems) console.log(formatProblem(problem))
  const warn = (line: string): void => (options.strict ? console.log(line) : console.error(line))
  for (const warning of found) warn(marked(warning, 'warning'))
  for (const one of shared) console.error(marked(one, 'info'))
  for (const id of reading.uncompared) console.error(`${id}: the source text is not at hand, so its evidence was not compared`)
  const facts = reading.notices.reduce((sum, notice) => sum + notice.facts.size, 0)
  console.error(
    `notices without a problem: ${reading.notices.length}, with ${facts} facts; problems: ${reading.problems.length}; warnings: ${found.length}`,
  )
  return reading.problems.length > 0 || (options.strict && found.length > 0) ? 1 : 0
}

/** The warnings about the notices that have no problem, in the order of notices and files. */
export function warnings({ notices, files }: KnowledgeReading, language: Language, now: Date): Problem[] {
  if (notices.length === 0) return []
  const assistant = createAssistant(language, notices)
  return notices.flatMap((notice) => {
    const own = files.get(notice.id)
    if (!own) return []
    const found = [
      ...lintNotice({ notice, files: own, language }),
      ...lintLengths(notice.id, own, assistant, now),
      ...lintReachable(notice.id, own, assistant, now),
    ]
    return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
  })
}

/** `FILE:LINE:COLUMN: warning: what would be better, and what to do` */
export function marked(problem: Problem, mark: 'warning' | 'info'): string {
  return formatProblem({ ...problem, message: `${mark}: ${problem.message}` })
}
