// The file .env of the folder that the program was started in; what the environment says already stays.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadEnvFile } from 'node:process'
import { SettingsError } from './read-settings.js'

/** Puts what .env says into `process.env`. Throws SettingsError where it is there and cannot be read. */
export function readEnvFile(file = resolve('.env')): void {
  if (!existsSync(file)) return
  try {
    loadEnvFile(file)
  } catch {
    throw new SettingsError([`${file} cannot be read: make it a text file of lines NAME=value that this user may read.`])
  }
}
