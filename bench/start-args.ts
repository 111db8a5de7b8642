// How the program is started, for those who start it without npm or a container.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../adapters/root.js'

/** What stands after `node` in `npm start`; to be run in the folder of the package. */
export function startArgs(): string[] {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}

/** What stands after `node` in the container: for a program that serves many. */
export function serviceArgs(): string[] {
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(text('Dockerfile')) ?? []
  return (JSON.parse(command) as string[]).slice(1)
}

function text(file: string): string {
  return readFileSync(join(packageRoot(), file), 'utf8')
}
