// The assistant, ready as soon as it can be: from what the build prepared, else from the files.
import { join } from 'node:path'
import { type Assistant, createAssistant } from '../src/assistant.js'
import { soundsOf } from '../src/query/sound.js'
import { isOf, readPrepared } from './prepared.js'
import { packageRoot } from './root.js'

/** The assistant over the notices of `dir` (default: the package's own). Throws KnowledgeError when they are bad. */
export async function startAssistant(dir?: string): Promise<Assistant> {
  const root = packageRoot()
  const prepared = readPrepared(root)
  const sounds = prepared ? (phrase: string): readonly string[] => prepared.sounds.get(phrase) ?? soundsOf(phrase) : undefined
  if (prepared && isOf(prepared, dir ?? join(root, 'knowledge'))) return createAssistant(prepared.language, prepared.notices, sounds)
  // Only now: reading YAML and checking it takes longer to load than to answer.
  const { loadAssistant } = await import('./load.js')
  return loadAssistant(dir, prepared?.language, sounds)
}
