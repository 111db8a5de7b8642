// The files that the knowledge of the moment comes from.
import { join } from 'node:path'
import type { Source } from './knowledge-of-the-moment.js'
import { fingerprint, noticeFolders } from './prepared.js'
import { packageRoot } from './root.js'

/** @param knowledgeDir folder of the notices; undefined: the program's own */
export function sourceOf(knowledgeDir: string | undefined): Source {
  const root = packageRoot()
  const [language, knowledge] = [join(root, 'language'), knowledgeDir ?? join(root, 'knowledge')]
  return {
    // Only when it is needed: reading YAML and checking it takes longer to load than to answer.
    load: async () => (await import('./load.js')).loadAssistant(knowledgeDir),
    version: () => fingerprint([language, ...noticeFolders(knowledge)]).slice(0, 12),
    folders: [language, knowledge],
  }
}
