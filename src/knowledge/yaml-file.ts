// One YAML file: its data, and the place of each value, so that every problem can be named with line and column.
import { readFileSync } from 'node:fs'
import { isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml'
import * as z from 'zod'
import type { Problem } from './notice.js'

export type Path = readonly PropertyKey[]

export interface YamlFile<T> {
  /** Null where the file could not be read as the schema wants it. */
  readonly data: T | null
  readonly problems: readonly Problem[]
  /** A problem at the value of this path. */
  at(path: Path, message: string): Problem
}

/** Reads and validates a file. `name` is how problems call it. Never throws for what is in the file. */
export function readYaml<T>(file: string, name: string, schema: z.ZodType<T>, missing: T | null): YamlFile<T> {
  const lines = new LineCounter()
  const problem = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset)
    return { file: name, line: Math.max(1, line), column: Math.max(1, col), message }
  }
  const text = readText(file)
  if (text === null) {
    const problems = missing === null ? [{ file: name, line: 1, column: 1, message: 'the file is missing; create it' }] : []
    return { data: missing, problems, at: (_path, message) => ({ file: name, line: 1, column: 1, message }) }
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const at = (path: Path, message: string): Problem => problem(offsetOf(document.contents, path), message)
  if (document.errors.length > 0) {
    return { data: null, at, problems: document.errors.map((e) => problem(e.pos[0], `${e.message.split('\n')[0]}; mend the YAML here`)) }
  }
  const result = schema.safeParse(document.toJS() ?? undefined)
  if (result.success) return { data: result.data, problems: [], at }
  return { data: null, at, problems: result.error.issues.flatMap((issue) => explain(issue, at)) }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function explain(issue: z.core.$ZodIssue, at: (path: Path, message: string) => Problem): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at([...issue.path, key], `"${key}" is not a key that is known here; remove it or mend its spelling`))
  }
  if (issue.code === 'invalid_union') {
    return [at(issue.path, 'this value is of no known kind; write one of things, count, date or period as the guide shows')]
  }
  const key = issue.path.at(-1)
  const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined')
  if (missing && typeof key === 'string') return [at(issue.path.slice(0, -1), `"${key}" is missing; add it`)]
  if (issue.code === 'invalid_type') return [at(issue.path, `${issue.message}; write a value of that type`)]
  return [at(issue.path, issue.message)]
}

/** Offset of the value at a path, or of the nearest that there is above it. For a key that should not be there, of the key. */
function offsetOf(root: unknown, path: Path): number {
  let node: unknown = root
  for (const [depth, key] of path.entries()) {
    if (!isNode(node)) break
    const collection = node as Node & { get?: (key: unknown, keep: true) => unknown }
    if (isMap(node) && depth === path.length - 1) {
      const pair = node.items.find((item) => isNode(item.key) && 'value' in item.key && item.key.value === key)
      if (pair && isNode(pair.key) && !isNode(pair.value)) return pair.key.range?.[0] ?? 0
    }
    const next = collection.get?.(key, true)
    if (!isNode(next)) break
    node = next
  }
  return isNode(node) ? (node.range?.[0] ?? 0) : 0
}
