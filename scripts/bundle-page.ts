// A step of the build: the preview's page, as one script and the files beside it, for a browser that loads nothing from anywhere else.
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { packageRoot } from '../adapters/root.js'

const from = join(packageRoot(), 'adapters', 'preview', 'page')
const to = join(packageRoot(), 'dist', 'page')

mkdirSync(to, { recursive: true })
for (const file of ['index.html', 'page.css', 'icon.svg']) copyFileSync(join(from, file), join(to, file))
const bundle = await rolldown({
  input: join(from, 'main.ts'),
  platform: 'browser',
  tsconfig: join(from, 'tsconfig.json'),
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
})
await bundle.write({ file: join(to, 'page.js'), format: 'es', minify: true })
await bundle.close()
