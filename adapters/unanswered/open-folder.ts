// The folder of UNANSWERED_LOG, tried at the start: a wrong one is a mistake in the settings, and nobody's question waits for it.
import { closeSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nameOf } from '../name-of-error.js'
import { SettingsError } from '../settings/read-settings.js'

/**
 * Makes the folder where only its last part is missing, and opens in it the file that will be written first.
 * Throws SettingsError.
 */
export function openFolder(folder: string, file: string): void {
  // Not with the folders above it: under some, as /proc, Node would try to make them for ever.
  if (!isFolder(dirname(folder))) refuse('names a folder in a folder that is not there', 'make that one')
  try {
    if (!isFolder(folder)) mkdirSync(folder, { mode: 0o700 })
    readdirSync(folder)
    closeSync(openSync(join(folder, file), 'a', 0o600))
  } catch (error) {
    refuse(`names a folder that cannot be made or written (${nameOf(error)})`, 'let this user write it')
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function refuse(what: string, todo: string): never {
  throw new SettingsError([`UNANSWERED_LOG ${what}: ${todo}, or write the whole path of another.`])
}
