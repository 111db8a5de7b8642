// Several questions in one message: one answer, part by part, with what is not stated named.
import type { Query } from '../query/query.js'
import { besideWords } from './illustrate.js'
import type { Verdict } from './verdict.js'

/** The verdict on a message, from those on its questions. */
export function merge(queries: readonly Query[], judged: readonly Verdict[]): Verdict {
  const verdicts = ours(queries, judged)
  const [first] = verdicts
  if (!first || verdicts.length === 1) return first as Verdict
  const answers = verdicts.filter((verdict) => verdict.status === 'answered')
  const unstated = verdicts.filter((verdict) => verdict.status === 'not_stated')
  if (answers.length > 0) {
    const said = [
      ...besideWords(answers),
      ...unstated
        .filter((verdict) => verdict.firm)
        .map((verdict) => ({ ...verdict, parts: verdict.parts.filter(({ kind }) => kind !== 'near' && kind !== 'clock'), facts: [] })),
    ]
    return combine(said, 'answered')
  }
  if (unstated.length > 0) return combine(unstated, 'not_stated')
  const foreign = verdicts.find((verdict) => verdict.status === 'out_of_scope')
  return (
    foreign ?? verdicts.find((verdict) => verdict.status === 'clarify') ?? verdicts.find((verdict) => verdict.status === 'help') ?? first
  )
}

/** In a message that is mostly about something else, what only shares a word with the notice is no question to it either. */
function ours(queries: readonly Query[], verdicts: readonly Verdict[]): readonly Verdict[] {
  const foreign = verdicts.filter((verdict) => verdict.status === 'out_of_scope')
  const tied = queries.some((query, i) => verdicts[i]?.status !== 'out_of_scope' && (query.anchor === 'firm' || query.anchor === 'bound'))
  return !tied && foreign.length > verdicts.length / 2 ? foreign : verdicts
}

function combine(verdicts: readonly Verdict[], status: Verdict['status']): Verdict {
  const [first] = verdicts as [Verdict]
  const parts = verdicts.flatMap((verdict) => verdict.parts).filter((part, i, all) => all.findIndex((other) => isSame(part, other)) === i)
  return {
    ...first,
    status,
    parts,
    facts: [...new Set(verdicts.flatMap((verdict) => verdict.facts))],
    offers: [],
    reason: verdicts.map((v) => v.reason).join('; '),
  }
}

/** Whether two hold the same: things, facts and notices are compared by identity, there is one of each. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((value, i) => isSame(value, other[i]))
  if (!isPlain(one) || !isPlain(other) || 'id' in one) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]))
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
