// Exit codes of the programs, after sysexits.h, and how start-up errors become one.
import { KnowledgeError } from '../src/knowledge/notice.js'
import { nameOf, placeOf } from './name-of-error.js'
import { StartError } from './platform.js'
import { SettingsError } from './settings/read-settings.js'

/** A fault of the program. */
const EXIT_FAULT = 1
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

/** Reports an error and returns its exit code: one that the user can mend in full, any other by its name and place. */
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
  if (!(error instanceof KnowledgeError)) {
    write(faultOf(error))
    return EXIT_FAULT
  }
  write(error.message)
  write(
    `Nothing was started: mend the ${error.problems.length === 1 ? 'problem' : `${error.problems.length} problems`} above; "npm run --silent knowledge -- check DIR" lists them again.`,
  )
  return EXIT_CONFIG
}

/** What nobody has caught ends the program: told by its name and place, for its message may hold a token or what somebody wrote. */
export function endOnFaults(write: (line: string) => void): void {
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.removeAllListeners(kind).on(kind, (error: unknown) => {
      write(faultOf(error))
      process.exit(EXIT_FAULT)
    })
  }
}

function faultOf(error: unknown): string {
  return `A fault of the program (${nameOf(error)}${placeOf(error)}); please report it.`
}
