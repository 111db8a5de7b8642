// Knowledge and language from disk → an assistant.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Assistant, createAssistant } from '../src/assistant.js'
import { KnowledgeError } from '../src/knowledge/notice.js'
import { loadKnowledge } from '../src/knowledge/read.js'
import { readLanguage } from '../src/language/read.js'
import type { SoundsOf } from '../src/query/terms.js'
import { packageRoot, sourcesFolder } from './root.js'

/**
 * The assistant over the notices of `dir` (default: the package's own). Throws KnowledgeError when they are bad.
 * @param language and how words sound, where they are known already
 */
export function loadAssistant(dir?: string, language = readLanguage(join(packageRoot(), 'language')), sounds?: SoundsOf): Assistant {
  const root = packageRoot()
  const folder = dir ?? join(root, 'knowledge')
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new KnowledgeError([
      { file: folder, line: 1, column: 1, message: 'this is a file; give the folder that holds one folder for each notice' },
    ])
  }
  return createAssistant(language, loadKnowledge(folder, language, { sources: sourcesFolder() }), sounds)
}
