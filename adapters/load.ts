// Knowledge and language from disk → an assistant; bad knowledge → an end that says what to mend.
import { join } from 'node:path'
import { type Assistant, createAssistant } from '../src/assistant.js'
import { KnowledgeError } from '../src/knowledge/notice.js'
import { loadKnowledge } from '../src/knowledge/read.js'
import { readLanguage } from '../src/language/read.js'
import { packageRoot, sourcesFolder } from './root.js'

/** The assistant over the notices of `dir` (default: the package's own). Throws KnowledgeError when they are bad. */
export function loadAssistant(dir?: string): Assistant {
  const root = packageRoot()
  const language = readLanguage(join(root, 'language'))
  return createAssistant(language, loadKnowledge(dir || join(root, 'knowledge'), language, { sources: sourcesFolder() }))
}

/** What sysexits.h calls EX_CONFIG: a service manager should not try again before someone has mended the files. */
const BAD_CONFIGURATION = 78

/** Ends a program that could not start because its knowledge is bad: all the problems on standard error. Throws any other error on. */
export function refuseBadKnowledge(error: unknown): void {
  if (!(error instanceof KnowledgeError)) throw error
  console.error(error.message)
  process.exitCode = BAD_CONFIGURATION
}
