// Ids: one for each entry, and the notice's own is the name of its folder.
import { type Found, find, type NoticeFiles } from './files.js'
import type { Problem } from './notice.js'
import { PLAIN_KINDS } from './schema.js'
import { quote } from './wording.js'

export function checkIds(files: NoticeFiles, folder: string): Problem[] {
  const kinds = find(files.notice, ['kinds', '*', 'id'])
  const things = find(files.things, ['*', 'id'])
  const builtIn = new Set<string>(PLAIN_KINDS)
  const kindIds = new Set(kinds.map(({ value }) => value))
  return [
    ...find(files.notice, ['id'])
      .filter(({ value }) => value !== folder)
      .map(({ value, problem }) => problem(`the id is ${quote(value)} but the folder is ${quote(folder)}; make them equal`)),
    ...find(files.notice, ['follows'])
      .filter(({ value }) => value === folder)
      .map(({ problem }) => problem('a notice does not follow itself; name the one before it, or remove the key')),
    ...kinds
      .filter(({ value }) => builtIn.has(value))
      .map(({ value, problem }) => problem(`${quote(value)} is a kind that needs no entry here; remove the entry, or give it another id`)),
    ...things
      .filter(({ value }) => kindIds.has(value))
      .map(({ value, problem }) => problem(`${quote(value)} is the id of a kind; give the thing another id`)),
    ...repeated(kinds),
    ...repeated(things),
    ...repeated(find(files.facts, ['*', 'id'])),
  ]
}

function repeated(ids: readonly Found[]): Problem[] {
  const first = new Map<string, Found>()
  return ids.flatMap((found) => {
    const before = first.get(found.value)
    if (!before) first.set(found.value, found)
    if (!before) return []
    const { line } = before.problem('')
    return [found.problem(`the id ${quote(found.value)} is used in line ${line} already; give each entry an id of its own`)]
  })
}
