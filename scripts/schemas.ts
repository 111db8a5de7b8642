// `npm run schemas`: writes the JSON Schemas of a notice's files, and names them at the top of the files under knowledge/ that do not.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../adapters/root.js'
import { readLanguage } from '../src/language/read.js'
import { schemaFiles, withSchema } from './knowledge/schema-files.js'

const root = packageRoot()
mkdirSync(join(root, 'schemas'), { recursive: true })
for (const [file, text] of schemaFiles(readLanguage(join(root, 'language')))) writeFileSync(join(root, 'schemas', file), text)
for (const name of readdirSync(join(root, 'knowledge'), { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.yaml')) continue
  const path = join(root, 'knowledge', name)
  const text = readFileSync(path, 'utf8')
  const named = withSchema(text, name, join('..', '..', 'schemas'))
  if (named !== text) writeFileSync(path, named)
}
