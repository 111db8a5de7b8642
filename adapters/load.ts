// Knowledge and language from disk → an assistant.
import { join } from 'node:path'
import { type Assistant, createAssistant } from '../src/assistant.js'
import { loadKnowledge } from '../src/knowledge/read.js'
import { readLanguage } from '../src/language/read.js'
import { packageRoot } from './root.js'

/** The assistant over the notices of `dir` (default: the package's own). Throws KnowledgeError when they are bad. */
export function loadAssistant(dir?: string): Assistant {
  const root = packageRoot()
  const language = readLanguage(join(root, 'language'))
  return createAssistant(language, loadKnowledge(dir ?? join(root, 'knowledge'), language))
}
