// What a program begins with that reads its knowledge anew whenever that changes.
import type { Assistant } from '../src/assistant.js'
import type { Source } from './knowledge-of-the-moment.js'
import { sourceOf } from './knowledge-source.js'
import { startAssistant } from './start.js'

export interface Begun {
  readonly assistant: Assistant
  readonly source: Source
  /** Of the files before they were read: what was edited since makes another one. */
  readonly version: string
}

/** Begins with the notices of `dir` (default: the package's own). Throws KnowledgeError when they are bad. */
export async function begin(dir: string | undefined): Promise<Begun> {
  const source = sourceOf(dir)
  const version = versionOf(source)
  return { source, version, assistant: await startAssistant(dir) }
}

/** '' where the files cannot be read: their reader says what is wrong with them. */
function versionOf(source: Source): string {
  try {
    return source.version()
  } catch {
    return ''
  }
}
