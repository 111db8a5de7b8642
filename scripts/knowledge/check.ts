// `knowledge check`: what is wrong with the notices, and what would be better otherwise.
import { sharedNames } from '../../src/knowledge/lint/names.js'
import { formatProblem, type Problem } from '../../src/knowledge/notice.js'
import { foldersOf, readKnowledge } from '../../src/knowledge/read.js'
import { checkNotices } from './check-notices.js'
import type { CheckOptions } from './command-line.js'
import { type Place, readingOptions } from './place.js'

/** Problems on standard output, warnings on standard error (with --strict on standard output as well). @returns 1 where there is a problem */
export function check(options: CheckOptions, { dir, language, now }: Place): number {
  const { sources } = readingOptions(options)
  const { problems, warnings, uncompared, notices, facts } = checkNotices({ dir, folders: foldersOf(dir), sources, language, now })
  const shared = options.across ? sharedNames(readKnowledge(dir, language, { sources }).files) : []
  for (const problem of problems) console.log(formatProblem(problem))
  const warn = (line: string): void => (options.strict ? console.log(line) : console.error(line))
  for (const warning of warnings) warn(marked(warning, 'warning'))
  for (const one of shared) console.error(marked(one, 'info'))
  for (const id of uncompared) console.error(`${id}: the source text is not at hand, so its evidence was not compared`)
  console.error(`notices without a problem: ${notices}, with ${facts} facts; problems: ${problems.length}; warnings: ${warnings.length}`)
  return problems.length > 0 || (options.strict && warnings.length > 0) ? 1 : 0
}

/** `FILE:LINE:COLUMN: warning: what would be better, and what to do` */
export function marked(problem: Problem, mark: 'warning' | 'info'): string {
  return formatProblem({ ...problem, message: `${mark}: ${problem.message}` })
}
