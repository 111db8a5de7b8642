// What is not wrong and yet better otherwise: read in files that have no problem. Each lint is a file here.
import type { Language } from '../../language/language.js'
import type { NoticeFiles } from '../files.js'
import type { Notice, Problem } from '../notice.js'
import { lintConflicts } from './conflicts.js'
import { lintCounts } from './counts.js'
import { lintDates } from './dates.js'
import { lintDuplicates } from './duplicates.js'
import { lintLinks } from './links.js'
import { lintNames } from './names.js'
import { lintQuotes } from './quotes.js'
import { lintSources } from './sources.js'
import { lintSpans } from './spans.js'
import { lintTranslations } from './translations.js'
import { lintUnused } from './unused.js'

export interface LintInput {
  readonly notice: Notice
  readonly files: NoticeFiles
  readonly language: Language
}

const LINTS: readonly ((input: LintInput) => Problem[])[] = [
  ...[lintNames, lintQuotes, lintDuplicates, lintTranslations, lintDates, lintSpans],
  ...[lintCounts, lintConflicts, lintSources, lintLinks, lintUnused],
]

/** The warnings about one notice that its files alone show. */
export function lintNotice(input: LintInput): Problem[] {
  return LINTS.flatMap((lint) => lint(input))
}
