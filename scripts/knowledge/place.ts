// Where the commands find the notices, the words of the language, and the texts of the sources.
import { join } from 'node:path'
import { readPrepared } from '../../adapters/prepared.js'
import { packageRoot, sourcesFolder } from '../../adapters/root.js'
import type { ReadOptions } from '../../src/knowledge/read.js'
import type { Language } from '../../src/language/language.js'
import { readLanguage } from '../../src/language/read.js'

export interface Place {
  readonly root: string
  /** The folder of the notices. */
  readonly dir: string
  readonly language: Language
  readonly now: Date
}

/** @param dir as the command line names it; else KNOWLEDGE_DIR, else the package's own */
export function placeOf(dir: string | undefined): Place {
  const root = packageRoot()
  return {
    root,
    dir: dir || process.env.KNOWLEDGE_DIR || join(root, 'knowledge'),
    language: readPrepared(root)?.language ?? readLanguage(join(root, 'language')),
    now: new Date(),
  }
}

export function readingOptions({ sources }: { readonly sources: string | undefined }): ReadOptions {
  return { sources: sources ?? sourcesFolder() }
}
