// What a schema cannot see: ids that must exist, names that must differ, evidence that must stand in the source.
import type { Language } from '../language/language.js'
import { checkConflicts } from './check-conflicts.js'
import { checkEvidence } from './check-evidence.js'
import { checkIds } from './check-ids.js'
import { checkLinks } from './check-links.js'
import { checkNames } from './check-names.js'
import { checkReferences } from './check-references.js'
import { checkScript } from './check-script.js'
import { checkSources } from './check-sources.js'
import type { NoticeFiles } from './files.js'
import type { Problem } from './notice.js'

export interface CheckInput {
  readonly folder: string
  readonly files: NoticeFiles
  readonly language: Language
  readonly sources?: string | undefined
}

/** Problems between the entries of a notice. What stands in its files is checked as far as it can be read, whether it fits its schema or not. */
export function checkNotice({ folder, files, language, sources }: CheckInput): Problem[] {
  return [
    ...checkIds(files, folder),
    ...checkReferences(files, language),
    ...checkLinks(files),
    ...checkNames(files),
    ...checkScript(files),
    ...checkSources(files),
    ...checkConflicts(files),
    ...checkEvidence(files, sources),
  ]
}
