// Values against types as the description writes them: `Integer`, `Array of X`, the name of an object, or one of several.
import { asObject, type JsonObject } from './json.js'
import { isUploaded } from './uploaded.js'

interface Field {
  readonly name: string
  readonly types: readonly string[]
  readonly required: boolean
  readonly description: string
}

interface Described {
  readonly fields?: readonly Field[]
  readonly subtypes?: readonly string[]
}

export interface Description {
  readonly methods: Readonly<Record<string, Described>>
  readonly types: Readonly<Record<string, Described>>
}

export interface Problem {
  readonly text: string
  /** A field that does not exist; anything else is missing or wrong. */
  readonly unknown: boolean
}

const SIMPLE: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: Number.isInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  InputFile: isUploaded,
}

/** What is wrong with the fields of an object; `path` says which object. */
export function problemsOf(all: Description, { fields = [] }: Described, value: JsonObject, path: string): Problem[] {
  const known = new Set(fields.map(({ name }) => name))
  const unknown = Object.keys(value).filter((name) => !known.has(name) && value[name] !== undefined)
  const missing = fields.filter(({ name, required }) => required && value[name] === undefined)
  const given = fields.filter(({ name }) => value[name] !== undefined)
  return [
    ...missing.map(({ name }) => ({ text: `${path}.${name} is missing`, unknown: false })),
    ...unknown.map((name) => ({ text: `${path}.${name} does not exist`, unknown: true })),
    ...given.flatMap((field) => [...constant(field, value, path), ...best(all, field.types, value[field.name], `${path}.${field.name}`)]),
  ]
}

/** Some fields have one value only, which tells what kind of object it is. */
function constant({ name, description }: Field, value: JsonObject, path: string): Problem[] {
  const only = /(?:must be|always) [“"]?([a-z_]+)[”"]?$/.exec(description)?.[1]
  return name !== 'type' || only === undefined || value[name] === only ? [] : [{ text: `${path}.${name} must be ${only}`, unknown: false }]
}

/** Of the types that a value may have, the one that it is nearest to. */
function best(all: Description, types: readonly string[], value: unknown, path: string): Problem[] {
  const attempts = types.map((type) => against(all, type, value, path))
  return attempts.sort((a, b) => weight(a) - weight(b))[0] ?? []
}

function weight(problems: readonly Problem[]): number {
  const wrongKind = problems.some(({ text }) => /must be \w+$/.test(text))
  return problems.length + (wrongKind ? 1_000 : 0)
}

function against(all: Description, type: string, value: unknown, path: string): Problem[] {
  const simple = SIMPLE[type]
  if (simple !== undefined) return simple(value) ? [] : [wrong(path, type)]
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return [wrong(path, type)]
    return value.flatMap((item, index) => best(all, [type.slice('Array of '.length)], item, `${path}[${index}]`))
  }
  const described = all.types[type]
  const object = asObject(value)
  if (described === undefined || object === undefined) return [wrong(path, type)]
  return described.subtypes === undefined ? problemsOf(all, described, object, path) : best(all, described.subtypes, value, path)
}

function wrong(path: string, type: string): Problem {
  return { text: `${path} is no ${type}`, unknown: false }
}
