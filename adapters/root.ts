// Where the program's own data files are, from wherever it was built to.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export function packageRoot(): string {
  let dir = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(dir, 'package.json'))) {
    const parent = dirname(dir)
    if (parent === dir) throw new Error('package.json is nowhere above the program; install it again')
    dir = parent
  }
  return dir
}

/** Where source texts are looked for: beside the knowledge, then where this project keeps them. */
const SOURCES = ['sources', join('..', 'shared', 'source')]

/** The folder of the source texts, with which evidence is compared; undefined where they are not at hand. */
export function sourcesFolder(): string | undefined {
  return SOURCES.map((dir) => join(packageRoot(), dir)).find((dir) => existsSync(dir))
}

/** The folder of the notices that the environment names; an empty value names none. */
export function knowledgeDirOf(env: NodeJS.ProcessEnv): string | undefined {
  return env.KNOWLEDGE_DIR || undefined
}
