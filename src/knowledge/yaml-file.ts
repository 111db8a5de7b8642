// One YAML file: its data, and the place of each value, so that every problem can be named with line and column.
import { readFileSync } from 'node:fs'
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type * as z from 'zod'
import { explainIssues } from './explain-issues.js'
import { explainYaml, forbidTricks } from './explain-yaml.js'
import type { Problem } from './notice.js'
import { plainData } from './plain-yaml.js'
import type { Path } from './raw.js'

export interface YamlFile<T> {
  /** Null where the file is not as the schema wants it. */
  readonly data: T | null
  /** What stands in the file, whether it fits the schema or not; undefined where that cannot be told. */
  readonly raw: unknown
  readonly problems: readonly Problem[]
  /** A problem at the value of this path, or at the nearest thing above it that there is. */
  at(path: Path, message: string): Problem
}

/** Reads and validates a file. `name` is how problems call it; `missing` is the data of a file that may be left out. Never throws. */
export function readYaml<T>(file: string, name: string, schema: z.ZodType<T>, missing: T | null): YamlFile<T> {
  const start = (message: string, line = 1): Problem => ({ file: name, line, column: 1, message })
  const unread = (...problems: Problem[]): YamlFile<T> => ({ data: null, raw: undefined, problems, at: (_path, message) => start(message) })
  const left = { data: missing, raw: missing, problems: [], at: (_path: Path, message: string) => start(message) }
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      return unread(
        start(`the file cannot be read (${(error as NodeJS.ErrnoException).code}); put a text file that you may read in its place`),
      )
    return missing === null ? unread(start('the file is missing; create it')) : left
  }
  const text = decode(bytes)
  if (typeof text === 'number') return unread(start('the file is not saved as UTF-8; save it again with the encoding UTF-8', text))
  const plain = plainData(text)
  const fitting = plain === undefined ? undefined : schema.safeParse(plain)
  if (fitting?.success) return { data: fitting.data, raw: plain, problems: [], at: placesIn(text, name) }
  try {
    const document = parseDocument(text, { prettyErrors: false })
    const problem = (offset: number, message: string): Problem => problemAt(text, name, offset, message)
    const at = (path: Path, message: string): Problem => problem(offsetOf(document, path), message)
    const { broken, mistakes } = explainYaml(document, text)
    const slips = [...mistakes, ...(broken ? [] : forbidTricks(document))].map(({ offset, message }) => problem(offset, message))
    if (broken) return { ...unread(...slips), at }
    const raw: unknown = document.toJS() ?? undefined
    if (raw === undefined && missing !== null) return { ...left, problems: slips }
    const result = schema.safeParse(raw)
    if (result.success && slips.length === 0) return { data: result.data, raw, problems: [], at: placesIn(text, name) }
    if (result.success) return { data: null, raw, problems: slips, at }
    const written = (path: Path): string | undefined => sourceOf(document, path)
    const issues = explainIssues(result.error.issues, { raw, schema, written }).map(({ path, atKey, message }) =>
      problem(offsetOf(document, path, atKey), message),
    )
    return { data: null, raw, problems: [...slips, ...issues], at }
  } catch (error) {
    // Only what no person writes gets here: nesting so deep that reading it overflows the stack.
    return unread(
      start(
        `the file cannot be read as YAML (${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}); write it again after the pattern of one that works`,
      ),
    )
  }
}

function problemAt(text: string, file: string, offset: number, message: string): Problem {
  // Counted here: the parser's own LineCounter misses lines after some mistakes.
  const before = text.slice(0, offset).split('\n')
  return { file, line: before.length, column: (before.at(-1) as string).length + 1, message }
}

/** Places in a file that is as it should be. They are seldom wanted: the text is kept, and parsed again when one is. */
function placesIn(text: string, name: string): YamlFile<unknown>['at'] {
  let document: Document | undefined
  return (path, message) => {
    document ??= parseDocument(text, { prettyErrors: false })
    return problemAt(text, name, offsetOf(document, path), message)
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** The text of a file, or the line in which it stops being UTF-8. */
function decode(bytes: Buffer): string | number {
  try {
    return UTF8.decode(bytes)
  } catch {
    let line = 1
    for (let from = 0; ; line++) {
      const end = bytes.indexOf(10, from)
      try {
        UTF8.decode(bytes.subarray(from, end < 0 ? bytes.length : end))
      } catch {
        return line
      }
      if (end < 0) return 1
      from = end + 1
    }
  }
}

/** Offset of the value at a path, or of the nearest that there is above it; of its key where that is wanted or the value is empty. */
function offsetOf(document: Document, path: Path, atKey = false): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const [depth, key] of path.entries()) {
    const last = depth === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (!pair) break
      const empty = isScalar(pair.value) ? pair.value.value === null : pair.value === null
      node = pair.value
      offset = ((atKey && last) || empty ? startOf(pair.key) : startOf(node)) ?? offset
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key]
      offset = startOf(node) ?? offset
    } else break
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined
}

/** A value as it is written in the file. */
function sourceOf(document: Document, path: Path): string | undefined {
  const node: unknown = document.getIn(path, true)
  return isScalar(node) ? node.source : undefined
}
