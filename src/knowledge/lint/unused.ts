// Entries that nothing names: a thing that no fact is about, a kind that no thing is of.
import { find, type NoticeFiles } from '../files.js'
import type { Problem } from '../notice.js'
import { quote } from '../wording.js'
import type { LintInput } from './lint.js'

const NAMED_BY: readonly { readonly file: keyof NoticeFiles; readonly at: readonly string[] }[] = [
  { file: 'notice', at: ['whole'] },
  { file: 'things', at: ['*', 'part_of'] },
  { file: 'things', at: ['*', 'is_a'] },
  { file: 'facts', at: ['*', 'about'] },
  { file: 'facts', at: ['*', 'value', 'things'] },
  { file: 'facts', at: ['*', 'value', 'conflict', '*', 'things'] },
  { file: 'facts', at: ['*', 'says'] },
  { file: 'eligibility', at: ['*', 'track'] },
  { file: 'eligibility', at: ['*', 'open_to'] },
  { file: 'gaps', at: ['*', 'about'] },
]

export function lintUnused({ notice, files }: LintInput): Problem[] {
  const named = new Set(NAMED_BY.flatMap(({ file, at }) => find(files[file], at).map(({ value }) => value)))
  const kinds = new Set([...notice.things.values()].map(({ kind }) => kind))
  return [
    ...find(files.things, ['*', 'id'])
      .filter(({ value }) => !named.has(value) && !isTold(notice.things.get(value)?.kind, notice.kinds, named))
      .map(({ value, problem }) => problem(`nothing names ${quote(value)}; add a fact that is about it, or remove the entry`)),
    ...find(files.notice, ['kinds', '*', 'id'])
      .filter(({ value }) => !kinds.has(value) && !named.has(value))
      .map(({ value, problem }) => problem(`no thing is of the kind ${quote(value)}; add such things to things.yaml, or remove the entry`)),
  ]
}

/** Known so that a question about it is told that the source does not say. */
const TOPIC = 'topic'

/**
 * Things of a kind that has a role are spoken of without being named: as one of a list, as who applies, as what the source does not list.
 */
function isTold(kind: string | undefined, kinds: ReadonlyMap<string, unknown>, named: ReadonlySet<string>): boolean {
  return kind === TOPIC || kind === undefined || kinds.has(kind) || named.has(kind)
}
