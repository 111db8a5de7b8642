// The files of the page, as the build has put them beside the program.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../root.js'

export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: Buffer
}

const FILES = [
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/page.css', 'page.css', 'text/css; charset=utf-8'],
  ['/page.js', 'page.js', 'text/javascript; charset=utf-8'],
  ['/icon.svg', 'icon.svg', 'image/svg+xml'],
] as const

export function assets(): Asset[] {
  const folder = join(packageRoot(), 'dist', 'page')
  return FILES.map(([path, file, type]) => ({ path, type, body: readFileSync(join(folder, file)) }))
}
