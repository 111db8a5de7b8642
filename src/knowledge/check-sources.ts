// What facts rest on: one source or several, each with an id of its own, and every fact names one that there is.
import { find, type NoticeFiles } from './files.js'
import type { Problem } from './notice.js'
import { type Path, textAt, valueAt } from './raw.js'
import { nearest, quote } from './wording.js'

/** A source as it stands in the file, whether it fits the schema or not. */
interface RawSource {
  readonly path: Path
  readonly id: string | undefined
  /** Name of the file of its text, if it has one. */
  readonly file: string | undefined
}

export function sourcesIn(notice: unknown): RawSource[] {
  const list = valueAt(notice, ['sources'])
  const paths: Path[] = Array.isArray(list) ? list.map((_, i) => ['sources', i]) : valueAt(notice, ['source']) ? [['source']] : []
  return paths.map((path) => ({ path, id: textAt(notice, [...path, 'id']), file: textAt(notice, [...path, 'file']) }))
}

/** The places where a fact says what it rests on: its source, then the further passages. */
export function passagesOf(facts: unknown, index: PropertyKey): Path[] {
  const also = valueAt(facts, [index, 'source', 'also'])
  return [[index, 'source'], ...(Array.isArray(also) ? also.map((_, i) => [index, 'source', 'also', i]) : [])]
}

export function checkSources({ notice, facts }: NoticeFiles): Problem[] {
  const { raw } = notice
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return []
  const [one, several] = ['source' in raw, 'sources' in raw]
  if (one && several) return [notice.at(['sources'], 'there is "source" as well; keep one of the two keys')]
  const meant = Object.keys(raw).some((key) => nearest(key, ['source', 'sources']) !== undefined)
  if (!one && !several) return meant ? [] : [notice.at([], '"source" is missing; add "source: …", or "sources: …" where there are several')]
  const ids = sourcesIn(raw).flatMap(({ id, path }) => (id === undefined ? [] : [{ id, path }]))
  const known = new Set(ids.map(({ id }) => id))
  const repeated = ids.filter(({ id }, i) => ids.findIndex((other) => other.id === id) < i)
  const named = [
    ...find(facts, ['*', 'source', 'in']),
    ...find(facts, ['*', 'source', 'also', '*', 'in']),
    ...find(facts, ['*', 'value', 'conflict', '*', 'in']),
  ]
  return [
    ...repeated.map(({ id, path }) =>
      notice.at([...path, 'id'], `the id ${quote(id)} is used by a source before already; give each source an id of its own`),
    ),
    ...(known.size === 0 ? [] : named)
      .filter(({ value }) => !known.has(value))
      .map(({ value, problem }) => {
        const like = nearest(value, known)
        return problem(
          `there is no source ${quote(value)}; ${like ? `did you mean ${quote(like)}? If not, ` : ''}add it under sources in notice.yaml, or name one that is there`,
        )
      }),
  ]
}
