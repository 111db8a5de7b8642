// How `npm start` starts the program, for those who start it without npm.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../adapters/root.js'

/** What stands after `node` in `npm start`; to be run in the folder of the package. */
export function startArgs(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}
