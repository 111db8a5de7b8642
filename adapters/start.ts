// The assistant, ready as soon as it can be: from what the build prepared, else from the files.
import { join } from 'node:path'
import { type Assistant, createAssistant } from '../src/assistant.js'
import { soundsOf } from '../src/query/sound.js'
import { readPrepared } from './prepared.js'
import { packageRoot } from './root.js'

/** The assistant over the notices of `dir` (default: the package's own). Throws KnowledgeError when they are bad. */
export async function startAssistant(dir?: string): Promise<Assistant> {
  const root = packageRoot()
  const prepared = readPrepared(root, dir ?? join(root, 'knowledge'))
  if (prepared) return createAssistant(prepared.language, prepared.notices, (phrase) => prepared.sounds.get(phrase) ?? soundsOf(phrase))
  // Only now: reading YAML and checking it takes longer to load than to answer.
  const { loadAssistant } = await import('./load.js')
  return loadAssistant(dir)
}
