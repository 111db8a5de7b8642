// "it does not belong there, does it?": a yes or no to a sentence that denies would say the opposite of what is meant. The facts say it.

import type { Fact, Library } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { notStated } from './refuse.js'
import { answered, type Part, type Verdict } from './verdict.js'

/** Sentences that say yes or no, each with what says the same without it. */
const VERDICTS: Readonly<Record<string, string | null>> = {
  yes: null,
  no: null,
  forbidden: null,
  'listed-yes': null,
  'belongs-yes': 'belongs',
  'belongs-no': 'belongs',
}

/** The verdict without its yes or no, where the question denies what it asks about. */
export function neutral(verdict: Verdict, query: Query): Verdict {
  const parts = query.denied ? verdict.parts.flatMap(plain) : []
  // Where nothing is said but yes or no it stays: an answer is never empty.
  return parts.length > 0 ? { ...verdict, parts } : verdict
}

/** Whether it says no more than yes or no, or whether a day is in time. */
export function isBareVerdict(part: Part): boolean {
  return part.kind === 'say' && ['yes', 'no', 'day-within', 'day-before', 'day-after'].includes(part.key)
}

/** "who is not on it?": those of whom it is said that they are not, and nobody else. */
export function onlyDenied(verdict: Verdict, query: Query, library: Library): Verdict {
  const asked = query.aspects[0]?.aspect
  const ofBodies = query.kinds.some(({ entry }) => entry.role === 'participant')
  const open = ['which', 'who', 'list', 'what', 'any'].some((cue) => query.cues.has(cue))
  if (verdict.status !== 'answered' || !asked || asked.op || !ofBodies || !open || !query.denied) return verdict
  const denying = library.withAspect(query.notice.id, asked.id).filter((fact) => denies(fact, library))
  return denying.length > 0
    ? answered(query.notice, [{ kind: 'facts', facts: denying }], `not ${asked.id}`)
    : notStated(query, library, `who is not ${asked.id}`)
}

/** Whether the text of a fact denies something, in both languages. */
function denies({ entry: { text } }: Fact, { language }: Library): boolean {
  const words = (language.cues.get('not') ?? []).map((phrase) => phrase.text)
  const zh = words.some((word) => HAN.test(word) && text.zh.includes(word))
  return zh && words.some((word) => !HAN.test(word) && ` ${text.en.toLowerCase()} `.includes(` ${word} `))
}

const HAN = /\p{Script=Han}/u

function plain(part: Part): Part[] {
  if (part.kind !== 'say' || !(part.key in VERDICTS)) return [part]
  const key = VERDICTS[part.key]
  return key ? [{ ...part, key }] : []
}
