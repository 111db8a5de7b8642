// What zod finds wrong, in words for editors: what is wanted, and how it is written.
import * as z from 'zod'
import { type Path, textAt, valueAt } from './raw.js'
import { nearest, quote } from './wording.js'

export interface ReadAs {
  readonly raw: unknown
  readonly schema: z.ZodType
  /** A value as it is written in the file. */
  written(path: Path): string | undefined
}

export interface Explained {
  readonly path: Path
  /** The key is at fault, not its value. */
  readonly atKey?: boolean
  readonly message: string
}

export function explainIssues(issues: readonly z.core.$ZodIssue[], read: ReadAs): Explained[] {
  const flat = issues.flatMap((issue) => openUnion(issue, read))
  const wrong = flat.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(key, issue.path, read)) : [],
  )
  const meant = new Set(wrong.flatMap(({ path, like }) => (like ? [pathKey([...path.slice(0, -1), like])] : [])))
  // A misspelt key is one mistake, not an unknown key and a missing one.
  const others = flat.filter((issue) => issue.code !== 'unrecognized_keys' && !meant.has(pathKey(issue.path)))
  return [...wrong, ...others.map((issue) => explain(issue, read))]
}

function pathKey(path: Path): string {
  return path.map(String).join('\n')
}

/** Of the shapes that a value may have, the one whose keys the editor used says what is wrong with it. */
function openUnion(issue: z.core.$ZodIssue, read: ReadAs): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const value = valueAt(read.raw, issue.path)
  const shape = schemaAt(read.schema, issue.path)
  const known = shape instanceof z.ZodUnion ? shape.options.map((option) => keysOf(option as z.ZodType)) : []
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [
      {
        code: 'custom',
        path: issue.path,
        message: `write a value with its kind: ${known.map(([first]) => `{ ${first}: … }`).join(' or ')}`,
      },
    ]
  }
  const shared = known.map((keys) => keys.filter((key) => Object.hasOwn(value, key)).length)
  const most = Math.max(...shared)
  if (most <= 0) return [{ code: 'unrecognized_keys', path: issue.path, keys: Object.keys(value), message: '' }]
  return (issue.errors[shared.indexOf(most)] ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

function unknownKey(key: string, parent: Path, { raw, schema }: ReadAs): Explained & { like?: string | undefined } {
  const path = [...parent, key]
  const used = Object.keys((valueAt(raw, parent) as object | undefined) ?? {})
  const known = keysOf(schemaAt(schema, parent))
  const say = (what: string, like?: string): Explained & { like?: string | undefined } => ({
    path,
    atKey: true,
    message: `${quote(key)} ${known.includes(key) ? 'does not go with the keys beside it' : 'is not a key here'}; ${what}`,
    like,
  })
  const colon = /^\s*([a-z_]+)\s*[:：]/.exec(key)?.[1]
  if (colon && known.includes(colon)) return say(`write a plain colon and a space after ${quote(colon)}`, colon)
  if (known.includes(key)) return say('a value has one kind; keep the keys of that kind alone')
  const like = nearest(
    key,
    known.filter((other) => !used.includes(other)),
  )
  if (like) return say(`did you mean ${quote(like)}?`, like)
  const lone = valueAt(raw, path) === null
  return say(
    (lone ? 'if it is part of the text before it, put that text in quotes' : 'remove it, or mend its spelling') +
      (known.length > 0 ? `; the keys here are ${known.join(', ')}` : ''),
  )
}

function explain(issue: z.core.$ZodIssue, read: ReadAs): Explained {
  const { path } = issue
  const value = valueAt(read.raw, path)
  if (value === undefined && issue.code !== 'custom') return { path: path.slice(0, -1), message: missing(path, read) }
  // A schema with a message of its own says better what it wants than its type does.
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return { path, message: wrongType(issue.expected, value, path, read) }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    const word = textAt(read.raw, path)
    const like = word === undefined ? undefined : nearest(word, known)
    const found = word === undefined ? 'this' : quote(word)
    return {
      path,
      message: `${found} is not known here; ${like ? `did you mean ${quote(like)}? If not, ` : ''}write one of ${known.join(', ')}`,
    }
  }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return { path, message: 'the list is empty; put at least one entry into it, or remove the key if it may be left out' }
  if (issue.code === 'too_big' && issue.origin === 'number') return { path, message: 'the number is too large; write the right one' }
  return { path, message: issue.message }
}

const TONGUES: Readonly<Record<string, string>> = { zh: 'Chinese', en: 'English' }

function missing(path: Path, read: ReadAs): string {
  const key = path.at(-1)
  if (key === undefined)
    return `the file is empty; write ${read.schema instanceof z.ZodArray ? 'its entries, each beginning with "- id: …"' : `its keys (${keysOf(read.schema).join(', ')})`}`
  const tongue = TONGUES[String(key)]
  return tongue ? `the ${tongue} text is missing; add "${String(key)}: …"` : `${quote(String(key))} is missing; add "${String(key)}: …"`
}

function wrongType(expected: string, value: unknown, path: Path, read: ReadAs): string {
  const written = read.written(path) ?? ''
  const name = typeof path.at(-1) === 'string' ? quote(String(path.at(-1))) : 'this entry'
  if (expected === 'string') {
    if (value === null && written === '') return `${name} is empty; write its text`
    if (value === null || typeof value !== 'object')
      return `a text is wanted, but YAML reads ${written} as ${value === null ? 'nothing' : typeof value === 'boolean' ? 'a yes or no' : 'a number'}; put it in quotes: "${written}"`
    return Array.isArray(value)
      ? 'one text is wanted, not a list; remove the brackets or hyphens, or put the text in quotes if a bracket is part of it'
      : 'a text is wanted, but YAML reads a colon or a brace in it as a key; put the whole text in quotes'
  }
  if (expected === 'array') {
    if (value === null) return `${name} is empty; write its entries, or remove the key`
    if (typeof value === 'object') return 'a list is wanted; begin each entry with a hyphen ("- id: …"), or write [a, b]'
    return `a list is wanted; write ${path.length > 0 ? `[${written}]` : 'entries that begin with "- id: …"'}`
  }
  if (expected === 'boolean') return 'write true or false, without quotes'
  if (expected === 'number' || expected === 'int') return 'a whole number is wanted; write it in digits, without quotes'
  const keys = keysOf(schemaAt(read.schema, path)).join(', ')
  if (value === null) return `${name} is empty; write its keys (${keys})`
  if (path.length === 0 && Array.isArray(value)) return `keys are wanted, not a list; remove the hyphens (the keys are ${keys})`
  return `keys are wanted here (${keys}); write each as "key: value", with a plain colon and a space`
}

/** The schema that a path leads to. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema
  for (const key of [...path, null]) {
    while (here instanceof z.ZodOptional || here instanceof z.ZodDefault) here = here.unwrap() as z.ZodType
    if (key === null) return here
    if (here instanceof z.ZodArray) here = here.element as z.ZodType
    else if (here instanceof z.ZodObject) here = here.shape[String(key)] as z.ZodType | undefined
    else return undefined
  }
  return here
}

function keysOf(schema: z.ZodType | undefined): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((option) => keysOf(option as z.ZodType)))]
  return []
}
