// Several notices have read a message, each for itself: which of them it is meant for, by what each understood and what only one is called.
import type { Memory } from '../answer.js'
import type { Fact, Library } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { countsIn, thingsIn } from '../knowledge/values.js'
import { choiceId } from '../query/choice.js'
import { asks } from '../query/gather.js'
import { type Mention, unexplainedShare } from '../query/meaning.js'
import type { Understanding } from '../query/understand.js'
import { BETWEEN, UNEXPLAINED } from '../tuning.js'
import { factsOf, type Offer, type Part, say, type Verdict } from './verdict.js'

/** A message as one notice reads it, and what that notice says to it. */
export interface Reading {
  readonly understanding: Understanding
  /** Of each of its questions. */
  readonly verdicts: readonly Verdict[]
  readonly verdict: Verdict
}

/** The reading that counts, with what the others add to its verdict. */
export function between(readings: readonly Reading[], memory: Memory | undefined, library: Library): Reading {
  const [only] = readings as [Reading]
  if (readings.length === 1) return only
  const rated = readings.map((reading) => ({ reading, score: scoreOf(reading, readings, memory, library) }))
  const most = Math.max(...rated.map(({ score }) => score))
  const best = rated.filter(({ score }) => most - score < BETWEEN.close).map(({ reading }) => reading)
  const chosen = (best.find(({ verdict }) => verdict.status === 'answered') ?? best[0]) as Reading
  const { status, facts } = chosen.verdict
  if (status === 'answered' && best.length > 1 && best.every(({ verdict }) => verdict.status === 'answered'))
    return { ...chosen, verdict: whichNotice(best) }
  const exact = status === 'answered' ? readings.find((other) => isRelated(other, chosen) && hasTheNumber(other, chosen)) : undefined
  if (exact) return { ...exact, verdict: { ...exact.verdict, titled: true } }
  if (status === 'answered') return { ...chosen, verdict: titled(chosen, rated, most) }
  if (status !== 'not_stated') return chosen
  const silent = best.length > 1 ? withoutNear(chosen.verdict) : chosen.verdict
  const elsewhere = readings.filter(
    ({ verdict }) => verdict !== chosen.verdict && verdict.status === 'answered' && !facts.includes(verdict.facts[0] as Fact),
  )
  return {
    ...chosen,
    verdict: stated(
      silent,
      elsewhere.filter((other) => isRelated(other, chosen) && isWhole(other) && isOfTheSame(other, chosen)),
    ),
  }
}

/** How much speaks for a notice: that it can answer, that the message names it and no other, that it is what was talked about. */
function scoreOf(reading: Reading, readings: readonly Reading[], memory: Memory | undefined, library: Library): number {
  const { notice } = reading.understanding
  const theirs = readings.flatMap((other) => (other === reading ? [] : mentionsOf(other, library).map(({ token }) => token.text)))
  // What another knows under this name, or under a longer one that stands there, is no name of this one alone.
  const own = mentionsOf(reading, library).filter(({ token }) => !theirs.some((text) => text.includes(token.text)))
  const named = own.filter(({ how }) => how !== 'loose')
  const isDocument = ({ things }: Mention): boolean => things.every((thing) => thing.whole && DOCUMENTS.has(thing.entry.kind))
  const names = named.some(isDocument) ? BETWEEN.whole : own.some(isDocument) ? BETWEEN.wholeLoosely : named.length > 0 ? BETWEEN.named : 0
  const talked = memory?.notice === undefined ? undefined : library.notices.get(memory.notice)
  const talkedOf = talked === undefined ? 0 : talked === notice ? BETWEEN.talkedOf : areRelated(talked, notice) ? BETWEEN.related : 0
  const followed = talked === notice ? undefined : readings.find((other) => notice.file.follows === other.understanding.notice.id)
  // What the one before answers of a text that only the later one knows is said of another text.
  const other = own.some(({ things }) => things.every((thing) => !thing.whole && DOCUMENTS.has(thing.entry.kind)))
  const isOfOther = other && followed?.verdict.status === 'answered'
  // What the one before knows nothing of may be the later one's.
  const isForeign = own.length > 0 && isAskedInWords(reading) && followed?.verdict.status === 'out_of_scope'
  const unnamed = isOfOther ? BETWEEN.follower + BETWEEN.wholeLoosely : isForeign ? BETWEEN.follower : BETWEEN.followerUnnamed
  const after = !followed ? 0 : named.length > 0 ? BETWEEN.follower : unnamed
  const { meanings, queries } = reading.understanding
  const lost = unexplainedShare(
    meanings.flatMap(({ unknown }) => unknown),
    meanings.reduce((sum, { known }) => sum + known, 0),
  )
  const mended = queries.some((query) => query.mended) ? BETWEEN.mended : 0
  // An answer to a small part of a message weighs no more than silence on it.
  const status = lost > UNEXPLAINED.answered && reading.verdict.status === 'answered' ? 'not_stated' : reading.verdict.status
  return BETWEEN[status] + names + talkedOf + after + mended - lost + BETWEEN.unanswered * unansweredShare(reading)
}

/** Of the questions of a message some of which it answers, the share that it has no answer to. */
function unansweredShare({ verdict, verdicts }: Reading): number {
  return verdict.status === 'answered' ? verdicts.filter(({ status }) => status !== 'answered').length / verdicts.length : 0
}

/** Whether words ask for what it answers, and not only the name of something that it knows: a city is named in many a question. */
function isAskedInWords({ understanding: { queries }, verdict }: Reading): boolean {
  return (
    verdict.status === 'answered' &&
    queries.every(({ aspects, unexplained }) => (aspects[0]?.weight ?? 0) >= 1 && unexplained < BETWEEN.words)
  )
}

/** Kinds of what a notice is; what it is about may be what others are about, too. */
const DOCUMENTS: ReadonlySet<string> = new Set(['notice', 'article'])

/** What a message names. Where an asker is from says nothing of which notice is meant. */
function mentionsOf({ understanding: { meanings } }: Reading, library: Library): readonly Mention[] {
  const isAsked = meanings.map((meaning) => asks(meaning, library))
  const isOfAsker = ({ things }: Mention): boolean => things.every(({ role }) => role === 'participant')
  return meanings.flatMap(({ mentions }, i) =>
    isAsked[i] || !isAsked.includes(true) ? mentions : mentions.filter((one) => !isOfAsker(one)),
  )
}

/** Whether a message was understood to its last word: only then is it sure that an answer is one to it. */
function isWhole({ understanding }: Reading): boolean {
  return understanding.queries.every(({ unknown }) => unknown.length === 0)
}

/** Whether its answer is about what is named, and not about that notice itself where the other is named: the date of one is not that of the other. */
function isOfTheSame({ understanding: { queries, notice }, verdict }: Reading, { understanding: other }: Reading): boolean {
  const things = queries.flatMap((query) => query.things)
  const ofOther = other.queries.some(({ wholes }) => wholes.some(({ entry }) => DOCUMENTS.has(entry.kind)))
  const isText = (id: string): boolean => notice.file.whole.includes(id) && DOCUMENTS.has(notice.things.get(id)?.kind ?? '')
  return verdict.facts.some(({ entry }) => {
    if (things.length === 0) return !ofOther || !isText(entry.about[0] ?? '')
    return things.some(({ entry: { id } }) => entry.about.includes(id) || thingsIn(entry.value).includes(id))
  })
}

/** Whether it has a number that is asked about where the other only says what there is to say of a thing: 164 or 165. */
function hasTheNumber(reading: Reading, other: Reading): boolean {
  const { queries } = other.understanding
  if (reading.verdict.status !== 'answered' || !isWhole(reading) || queries.some(({ aspects }) => aspects.length > 0)) return false
  const counts = reading.verdict.facts.flatMap(({ entry }) => countsIn(entry.value))
  const said = (value: number): boolean => other.verdict.facts.some(({ entry }) => entry.text.zh.includes(String(value)))
  return queries.some(({ numbers }) => numbers.some(({ value }) => counts.includes(value) && !said(value)))
}

function isRelated(one: Reading, other: Reading): boolean {
  return areRelated(one.understanding.notice, other.understanding.notice)
}

function areRelated(one: Notice, other: Notice): boolean {
  return one.file.follows === other.id || other.file.follows === one.id
}

/** Both answer, and nothing says which is meant. */
function whichNotice(readings: readonly Reading[]): Verdict {
  return {
    status: 'clarify',
    notice: null,
    parts: [say('choose-notice')],
    facts: [],
    offers: readings.map(
      ({ understanding, verdict }): Offer => ({ kind: 'notice', notice: understanding.notice, id: againId(understanding, verdict) }),
    ),
    reason: 'several notices answer it',
  }
}

/** The id of the same question to one notice. */
function againId({ notice, queries }: Understanding, verdict: Verdict): string {
  const [query, ...more] = queries
  const [fact, ...others] = verdict.facts
  const aspect = query?.aspects[0]?.aspect
  if (fact && (others.length === 0 || more.length > 0 || !query || !aspect)) return fact.id
  const names = [...(query?.things ?? []), ...(query?.kinds ?? [])].map(({ entry }) => entry.id)
  return choiceId(notice.id, names, aspect?.id ?? '')
}

/** An answer that another notice could have given as well says which it is from. */
function titled(chosen: Reading, rated: readonly { readonly reading: Reading; readonly score: number }[], most: number): Verdict {
  const near = rated.some(
    ({ reading, score }) => reading !== chosen && reading.verdict.status === 'answered' && most - score < BETWEEN.apart,
  )
  return near ? { ...chosen.verdict, titled: true } : chosen.verdict
}

/** What one notice says nearby is not what the others do. */
function withoutNear(verdict: Verdict): Verdict {
  const parts = verdict.parts.filter((part) => part.kind !== 'near')
  return { ...verdict, parts, facts: [...new Set(parts.flatMap(factsOf))] }
}

/** What one notice does not state and one that belongs to it does: named, and offered. Told at once it would be taken for this one's. */
function stated(verdict: Verdict, elsewhere: readonly Reading[]): Verdict {
  const [other] = elsewhere
  const fact = other?.verdict.facts[0]
  if (!other || !fact) return verdict
  const said: Part = say('stated-elsewhere', { title: { kind: 'title', notice: other.understanding.notice } })
  return { ...verdict, parts: [...verdict.parts, said], offers: [{ kind: 'fact', fact }, ...verdict.offers] }
}
