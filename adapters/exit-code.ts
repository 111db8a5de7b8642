// Exit codes of the programs, after sysexits.h, and how start-up errors become one.
import { KnowledgeError } from '../src/knowledge/notice.js'
import { StartError } from './platform.js'
import { SettingsError } from './settings/read-settings.js'

/** A command line that cannot be understood. */
const EXIT_USAGE = 2
/** Knowledge that is refused (EX_CONFIG). */
const EXIT_CONFIG = 78

/** A service that cannot be reached (EX_UNAVAILABLE). */
const EXIT_UNAVAILABLE = 69

/** What is wrong with a command line, in one line that says what to do. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** Reports an error that the user can mend and returns its exit code; throws any other on. */
export function report(error: unknown, write: (line: string) => void): number {
  if (error instanceof UsageError) {
    write(error.message)
    return EXIT_USAGE
  }
  if (error instanceof SettingsError) {
    write(error.message)
    return EXIT_CONFIG
  }
  if (error instanceof StartError) {
    write(error.message)
    return error.reason === 'config' ? EXIT_CONFIG : EXIT_UNAVAILABLE
  }
  if (!(error instanceof KnowledgeError)) throw error
  write(error.message)
  write(
    `Nothing was started: mend the ${error.problems.length === 1 ? 'problem' : `${error.problems.length} problems`} above; "npm run --silent knowledge -- check DIR" lists them again.`,
  )
  return EXIT_CONFIG
}
