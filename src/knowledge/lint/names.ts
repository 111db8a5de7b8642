// Names that stand twice: in one entry, and (where that is asked for) in several notices.
import { nameKey } from '../check-names.js'
import { type Found, find, type NoticeFiles } from '../files.js'
import type { Problem } from '../notice.js'
import { quote } from '../wording.js'
import type { LintInput } from './lint.js'

const TONGUES = ['zh', 'en'] as const

/** A name that is written twice in one entry says nothing the second time. */
export function lintNames({ files }: LintInput): Problem[] {
  const seen = new Set<string>()
  return ['aliases', 'loose'].flatMap((list) =>
    TONGUES.flatMap((tongue) => [...find(files.things, ['*', list, tongue]), ...find(files.notice, ['kinds', '*', list, tongue])]).flatMap(
      ({ value, path, problem }) => {
        const written = value.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
        const key = `${path.slice(0, -3).join('.')} ${written}`
        if (!seen.has(key)) {
          seen.add(key)
          return []
        }
        return [problem(`${quote(value)} stands in this entry already; remove it here`)]
      },
    ),
  )
}

/** Names by which things of several notices are called: a question that says no more may be about either. */
export function sharedNames(notices: ReadonlyMap<string, NoticeFiles>): Problem[] {
  const owners = new Map<string, { readonly notice: string; readonly found: Found }[]>()
  for (const [notice, { things }] of notices) {
    for (const found of ['name', 'aliases'].flatMap((list) => TONGUES.flatMap((tongue) => find(things, ['*', list, tongue])))) {
      const key = nameKey(found.value)
      const list = owners.get(key) ?? []
      if (!list.some((owner) => owner.notice === notice)) list.push({ notice, found })
      owners.set(key, list)
    }
  }
  return [...owners.values()].flatMap((list) =>
    list.length < 2
      ? []
      : list.map(({ notice, found }) => {
          const others = list.filter((other) => other.notice !== notice).map((other) => other.notice)
          const named = others.slice(0, 3).join(', ') + (others.length > 3 ? ` and ${others.length - 3} more` : '')
          return found.problem(`${quote(found.value)} also names something in ${named}; a question that says only this may be about either`)
        }),
  )
}
