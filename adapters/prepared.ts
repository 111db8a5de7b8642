// Knowledge and language as they were read, checked and put aside when the program was built: a start from them skips reading YAML.
// They are in step by construction: they are used only where every file is, byte for byte, the one that was read then. Other knowledge is
// read from its files, but the language, which stays the same, need not be.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { deserialize } from 'node:v8'
import type { Notice } from '../src/knowledge/notice.js'
import type { Language } from '../src/language/language.js'

export interface Prepared {
  /** Of the files that each was made from. */
  readonly fingerprints: { readonly language: string; readonly knowledge: string }
  readonly language: Language
  readonly notices: readonly Notice[]
  /** How the Chinese names and words sound. */
  readonly sounds: ReadonlyMap<string, readonly string[]>
}

/** Where the build puts it, and this reads it. */
export function preparedFile(root: string): string {
  return join(root, 'dist', 'prepared.bin')
}

/** Changes with any of the files of these folders, and with what they are called. */
export function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const dir of folders) {
    for (const file of readdirSync(dir).sort()) {
      if (file.endsWith('.yaml')) hash.update(`\0${basename(dir)}/${file}\0`).update(contentOf(join(dir, file)))
    }
  }
  return hash.digest('hex')
}

/** What cannot be read, as a link to nowhere that an editor leaves for a moment, is told apart by why. */
function contentOf(file: string): Buffer | string {
  try {
    return readFileSync(file)
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}

/** The folders of the notices of a folder. */
export function noticeFolders(dir: string): string[] {
  const entries = existsSync(dir) ? readdirSync(dir, { withFileTypes: true }) : []
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(dir, entry.name))
    .sort()
}

/** What was prepared, or null where there is nothing, or the language has changed since. Whether the knowledge has is `isOf`. */
export function readPrepared(root: string): Prepared | null {
  try {
    const prepared = deserialize(readFileSync(preparedFile(root))) as Prepared
    return prepared.fingerprints.language === fingerprint([join(root, 'language')]) ? prepared : null
  } catch {
    // Not built, or built by another runtime: everything is read anew.
    return null
  }
}

/** Whether the notices that were prepared are those of this folder. */
export function isOf({ fingerprints, notices }: Prepared, knowledge: string): boolean {
  try {
    const folders = noticeFolders(knowledge)
    // Other notices need not be read to be told apart. A notice is called as its folder.
    return folders.length === notices.length && fingerprints.knowledge === fingerprint(folders)
  } catch {
    // What cannot be read is not what was read then; the reader of the files says what is wrong with it.
    return false
  }
}
