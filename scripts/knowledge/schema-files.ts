// The JSON Schemas as files, and the line by which a YAML file names its own.
import { basename } from 'node:path'
import { jsonSchemas } from '../../src/knowledge/json-schemas.js'
import type { Language } from '../../src/language/language.js'

/** The files under schemas/: name and text. */
export function schemaFiles(language: Language): [file: string, text: string][] {
  const schemas = jsonSchemas([...language.aspects.keys()])
  return Object.entries(schemas).map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`])
}

const MARK = '# yaml-language-server: $schema='

/** A file's text with its schema named in the first line. `folder` leads from the file to the schemas. */
export function withSchema(text: string, file: string, folder: string): string {
  if (text.replace(/^\uFEFF/, '').startsWith(MARK)) return text
  const name = basename(file.replaceAll('\\', '/'), '.yaml')
  return `${MARK}${folder.replaceAll('\\', '/')}/${name}.schema.json\n${text}`
}
