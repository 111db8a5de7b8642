// A query → a verdict. It is judged by what was understood and by how much was not, never by a score of similarity.

import { firstOf } from '../first-of.js'
import type { Library } from '../knowledge/library.js'
import { asksBy, isYesNo } from '../query/cues.js'
import { unechoed } from '../query/echo.js'
import { unexplainedShare } from '../query/meaning.js'
import type { Query } from '../query/query.js'
import { UNEXPLAINED } from '../tuning.js'
import { answer } from './answer.js'
import { apartFrom, ofOthers } from './apart-from.js'
import { claims } from './claims.js'
import { isBareVerdict, neutral, onlyDenied } from './denied.js'
import { withItsNumber } from './how-many.js'
import { foreign, helpFor, notStated, withNear } from './refuse.js'
import { alienWords, restsOnThings, type Scope, scopeOf } from './scope.js'
import { shutOut } from './shut-out.js'
import { beyondTheCount } from './taken-for-granted.js'
import type { Verdict } from './verdict.js'

export function decide(asked: Query, library: Library): Verdict {
  const query = ofOthers(asked)
  if (isSmallTalk(query)) return helpFor(query)
  const verdict = ADJUSTMENTS.reduce((told, adjust) => adjust(told, query, library), answer(query, library))
  // A word that a fact of the answer itself uses is explained by it.
  const left = unechoed(query.unknown, verdict.facts)
  const found: Found = { query, library, verdict, left, scope: scopeOf(query, unexplainedShare(left, query.known)) }
  return firstOf(OBJECTIONS, found) ?? corrected(found)
}

/** What makes another verdict of what the knowledge has to say. In this order. */
const ADJUSTMENTS: readonly ((verdict: Verdict, query: Query, library: Library) => Verdict)[] = [
  withSilence,
  apartFrom,
  onlyDenied,
  withItsNumber,
  beyondTheCount,
  neutral,
]

/** What the knowledge has to say to a query, and how far the query was understood. */
interface Found {
  readonly query: Query
  readonly library: Library
  readonly verdict: Verdict
  /** Words that neither a term nor a fact of the verdict explains. */
  readonly left: readonly string[]
  readonly scope: Scope
}

/** What may be held against a verdict, in this order: the first that holds decides. */
const OBJECTIONS: readonly ((found: Found) => Verdict | null)[] = [
  isOutOfScope,
  asksWhatNothingSays,
  claimsMore,
  isPartlyUnderstood,
  onlySharesAWord,
  namesNoAspect,
  isSilentOnACommonWord,
]

function isSmallTalk({ aspects, things, unexplained }: Query): boolean {
  return aspects[0]?.aspect.op === 'help' && things.length === 0 && unexplained <= UNEXPLAINED.answered
}

/** Too much of it is unexplained, or it names another of a kind. What is asked of a topic of ours is ours, though we have no answer. */
function isOutOfScope({ query, library, verdict, scope }: Found): Verdict | null {
  if (scope === 'foreign') return verdict.status === 'not_stated' && isOfTopic(query, library) ? verdict : foreign(query)
  return query.another && verdict.status === 'answered' ? foreign(query) : null
}

/** What there is to say of a thing is no answer to what is asked of it in other words. */
function asksWhatNothingSays({ query, library, verdict }: Found): Verdict | null {
  const asked = verdict.status === 'answered' ? unanswered(query, library) : null
  return asked === null ? null : notStated(query, library, asked)
}

/** A claim about the whole says nothing of a word that no fact of the answer could hold as a value. */
function claimsMore(found: Found): Verdict | null {
  const { query, library, verdict, left } = found
  const unheld = left.some((word) => word.length > 1) && verdict.facts.every(({ entry }) => entry.value === undefined)
  if (verdict.status !== 'answered' || !unheld || !isYesNo(query) || !isClaim(query)) return null
  return withNear(notStated({ ...query, aspects: [] }, library, 'asks for something besides that was not understood'), verdict.facts)
}

/** Only a claim is set against what the source states though its words are not all known. */
function isPartlyUnderstood({ query, library, verdict, scope }: Found): Verdict | null {
  const holds = scope !== 'partly' || verdict.status !== 'answered' || isClaim(query) || restsOnThings(verdict, query.things, library)
  return holds ? null : notStated(query, library, 'partly understood')
}

/** A word that may be about anything, others that nothing explains, and an answer that is not even about the thing. */
function onlySharesAWord({ query, library, verdict, left }: Found): Verdict | null {
  if (verdict.status !== 'answered' || left.length === 0 || !isOfCommonWord(query)) return null
  if (['eligibility', 'kind-track'].includes(query.aspects[0]?.aspect.op ?? '')) return null
  const isOfThings = restsOnThings(verdict, query.things, library) && !query.things.every((thing) => thing.entry.kind === 'topic')
  return isOfThings ? null : foreign(query)
}

/** Nothing that we know is asked, and not all of it was understood. */
function namesNoAspect({ query, library, scope }: Found): Verdict | null {
  if (scope !== 'partly' || query.aspects.length > 0) return null
  return query.whole ? notStated(query, library, 'partly understood, no aspect') : foreign(query)
}

/** A word that may be about anything is about this notice only where the notice says what is asked of it. */
function isSilentOnACommonWord({ query, library, verdict }: Found): Verdict | null {
  if (verdict.status !== 'not_stated' || !isOfCommonWord(query)) return null
  const isListed = ['members', 'category', 'eligibility'].includes(query.aspects[0]?.aspect.op ?? '')
  return isListed || restsOnThings(verdict, query.things, library) ? null : foreign(query)
}

/** Whether the things of a question are named by words that may be about anything. */
function isOfCommonWord({ anchor, things, inherited }: Query): boolean {
  return anchor === 'loose' && things.length > 0 && !inherited.things
}

/** "is it …?", of the notice itself: what the source states is held against it. */
function isClaim({ cues, things, aspects, anchor }: Query): boolean {
  return cues.has('yesno') && things.length === 0 && aspects[0]?.aspect.op === undefined && anchor === 'firm'
}

/** What is said before an answer, so that nothing false stands: that a rule turns the asker away, that a number is another. */
function corrected({ query, library, verdict }: Found): Verdict {
  if (verdict.status !== 'answered' && verdict.status !== 'not_stated') return verdict
  const isJudged = verdict.parts.some((part) => part.kind === 'say' && part.key.startsWith('eligible-'))
  const refused = verdict.status === 'answered' && !isJudged ? shutOut(query, library) : []
  const claimed = claims(query, library, verdict.facts)
  // What is denied, and what only comes near to what is asked, is neither confirmed nor denied by the facts.
  const isOpen = query.denied || verdict.status !== 'answered'
  const corrections = [...refused, ...(isOpen ? claimed.filter((part) => !isBareVerdict(part)) : claimed)]
  return corrections.length === 0 ? verdict : { ...verdict, parts: [...corrections, ...verdict.parts] }
}

/** What is asked of a thing in words that nothing said of it has, where what there is to say of it would be no answer; null: nothing. */
function unanswered(query: Query, library: Library): string | null {
  const { own, aspects } = query
  if (own.length === 0 || alienWords(query, own, library).length === 0) return null
  // "is Shenzhen a comprehensive one?": what there is to say of the one says nothing of the other.
  if (aspects.length === 0 && own.length === 1 && isYesNo(query)) return 'a yes or no about what was not understood'
  // "is he married, where is he from?": that is neither what a person says nor what they are.
  const isOfPersons = own.length === query.things.length && own.every(({ role }) => role === 'person')
  const isAbout = asksBy(query, ['opinion', 'say', 'interview', 'identity', 'title', 'saidby', 'who', 'what'])
  const isBare = ['opinion', 'identity'].includes(aspects[0]?.aspect.id ?? '')
  return isOfPersons && isBare && !isAbout ? 'something of a person that was not understood' : null
}

/** "may one wear shorts to it?": one word that nothing explains, asked of a topic of the notice that it is named by outright. */
function isOfTopic(query: Query, library: Library): boolean {
  const own = query.things.every((thing) => thing.entry.kind === 'topic' && !thing.whole && !query.loosely.has(thing.id))
  const spoken = query.things.some((thing) => library.of(thing.id).length > 0)
  const asking = asksBy(query, ['can', 'yesno', 'must'])
  return (
    own &&
    spoken &&
    asking &&
    !query.another &&
    query.anchor === 'firm' &&
    query.unknown.length === 1 &&
    query.unexplained <= UNEXPLAINED.topic
  )
}

/**
 * "the telephone of the lead": of two aspects the one that the source is silent on is said to be so, with what answers the other beside
 * it. Where a thing is named the other is what is asked of it.
 */
function withSilence(verdict: Verdict, query: Query, library: Library): Verdict {
  const [first] = query.aspects
  const silent = query.aspects.filter(
    ({ aspect, weight }) => first && weight >= first.weight && aspect.bound && library.withAspect(query.notice.id, aspect.id).length === 0,
  )
  if (verdict.status !== 'answered' || query.things.length > 0 || silent.length === 0 || silent[0] === first) return verdict
  return withNear(notStated({ ...query, aspects: silent }, library, 'one of several aspects is not stated'), verdict.facts)
}
