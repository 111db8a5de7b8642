// The JSON Schemas by which editors check and complete YAML: they are what zod wants, and every notice of ours passes them.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { schemaFiles, withSchema } from '../../scripts/knowledge/schema-files.js'
import { type JsonSchema, jsonSchemas } from '../../src/knowledge/json-schemas.js'
import { LANGUAGE, packWith, SMALL_PACK } from './small-pack.js'

const FILES = readdirSync('knowledge', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
const SCHEMAS = jsonSchemas([...LANGUAGE.aspects.keys()])
const ajv = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  formats: { date: (text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false, uri: (text) => URL.canParse(text) },
})
const VALIDATE = Object.fromEntries(Object.entries(SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema)]))

function faults(file: string, text: string): string[] {
  const validate = VALIDATE[basename(file, '.yaml')] as ValidateFunction
  return validate(parse(text) ?? null) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe('the JSON Schemas of schemas/', () => {
  test('they are those that zod makes (npm run schemas writes them)', () => {
    const written = schemaFiles(LANGUAGE).map(([file]) => [file, readFileSync(join('schemas', file), 'utf8')])
    expect(written).toEqual(schemaFiles(LANGUAGE))
  })

  test('every key of every file is described', () => {
    const bare: string[] = []
    const walk = (schema: JsonSchema, path: string): void => {
      for (const [key, inner] of Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)) {
        if (inner.description === undefined) bare.push(`${path}.${key}`)
        walk(inner, `${path}.${key}`)
      }
      for (const inner of [schema.items, ...((schema.anyOf ?? []) as unknown[])]) if (inner) walk(inner as JsonSchema, path)
    }
    for (const [name, schema] of Object.entries(SCHEMAS)) walk(schema, name)
    expect(bare).toEqual([])
  })

  test.each(FILES)('%s passes its schema and names it in its first line', (file) => {
    const text = readFileSync(join('knowledge', file), 'utf8')
    expect(faults(file, text)).toEqual([])
    expect(withSchema(text, file, '../../schemas')).toBe(text)
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=../../schemas/${basename(file, '.yaml')}.schema.json`)
  })

  test('what passes the check passes them, and a slip in the shape does not', () => {
    const small = Object.entries(SMALL_PACK).filter(([path]) => path.endsWith('.yaml'))
    expect(small.flatMap(([path, text]) => faults(path, String(text)))).toEqual([])
    const slips = [
      packWith(['facts', 'aspect: [start-date]', 'apsect: [start-date]']),
      packWith(['facts', 'aspect: [start-date]', 'aspect: [strat-date]']),
      packWith(['facts', 'date: 2030-04-01', 'date: 2030-04-31']),
      packWith(['notice', 'role: group', 'role: gruop']),
      packWith(['things', '[maps, atlas room]', '[maps, 7]']),
      packWith(['eligibility', '  fact:', '  in_principle: "yes"\n  fact:']),
    ]
    for (const slip of slips)
      expect(Object.entries(slip).flatMap(([path, text]) => (path.endsWith('.yaml') ? faults(path, String(text)) : []))).not.toEqual([])
  })
})
