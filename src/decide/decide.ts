// A query → a verdict. It is judged by what was understood and by how much was not, never by a score of similarity.
import type { Library } from '../knowledge/library.js'
import { echoes } from '../query/echo.js'
import { unexplainedShare } from '../query/meaning.js'
import type { Query } from '../query/query.js'
import { UNEXPLAINED } from '../tuning.js'
import { alienWords } from './alien.js'
import { answer } from './answer.js'
import { apartFrom } from './apart-from.js'
import { claims } from './claims.js'
import { counting } from './counted.js'
import { neutral, onlyDenied } from './denied.js'
import { foreign, helpFor, notStated } from './refuse.js'
import { shutOut } from './shut-out.js'
import { restsOnThings, stand } from './standing.js'
import { beyondTheCount } from './taken-for-granted.js'
import type { Part, Verdict } from './verdict.js'
import { isYesNo } from './yes-no.js'

export function decide(query: Query, library: Library): Verdict {
  const help = query.aspects[0]?.aspect.op === 'help'
  if (help && query.things.length === 0 && query.unexplained <= UNEXPLAINED.answered) return helpFor(query)
  return checked(query, library)
}

function checked(query: Query, library: Library): Verdict {
  const told = onlyDenied(apartFrom(withSilence(answer(query, library), query, library), query, library), query, library)
  const verdict = neutral(beyondTheCount(counting(told, query, library), query, library), query)
  // A word that a fact of the answer itself uses is explained by it.
  const left = query.unknown.filter((word) => !verdict.facts.some((fact) => echoes(word, fact)))
  const standing = stand(query, unexplainedShare(left, query.known))
  if (standing === 'foreign' && verdict.status === 'not_stated' && isOfTopic(query, library)) return verdict
  if (standing === 'foreign' || (query.another && verdict.status === 'answered')) return foreign(query)
  const asked = verdict.status === 'answered' ? unanswered(query, library) : null
  if (asked !== null) return notStated(query, library, asked)
  // A claim about the whole is set against what the source states, though its words are not all known.
  const claim = query.cues.has('yesno') && query.things.length === 0 && query.aspects[0]?.aspect.op === undefined && query.anchor === 'firm'
  // It says nothing of a word that no fact of the answer could hold as a value.
  if (
    claim &&
    isYesNo(query) &&
    left.some((word) => word.length > 1) &&
    verdict.status === 'answered' &&
    verdict.facts.every(({ entry }) => entry.value === undefined)
  ) {
    const refused = notStated({ ...query, aspects: [] }, library, 'asks for something besides that was not understood')
    return { ...refused, parts: [...refused.parts.slice(0, 1), { kind: 'near', facts: verdict.facts }], facts: verdict.facts }
  }
  if (standing === 'partly' && verdict.status === 'answered' && !claim && !restsOnThings(verdict, query.things, library))
    return notStated(query, library, 'partly understood')
  // A word that may be about anything, others that nothing explains, and an answer that is not even about the thing: another's question.
  const applied = ['eligibility', 'kind-track'].includes(query.aspects[0]?.aspect.op ?? '')
  if (
    !applied &&
    verdict.status === 'answered' &&
    query.anchor === 'loose' &&
    query.things.length > 0 &&
    left.length > 0 &&
    !query.inherited.things &&
    (!restsOnThings(verdict, query.things, library) || query.things.every((thing) => thing.entry.kind === 'topic'))
  )
    return foreign(query)
  if (standing === 'partly' && query.aspects.length === 0)
    return query.whole ? notStated(query, library, 'partly understood, no aspect') : foreign(query)
  // A word that may be about anything is about this notice only where the notice says what is asked of it.
  const listed = ['members', 'category', 'eligibility'].includes(query.aspects[0]?.aspect.op ?? '')
  const near = restsOnThings(verdict, query.things, library)
  if (verdict.status === 'not_stated' && !listed && !near && query.anchor === 'loose' && !query.inherited.things && query.things.length > 0)
    return foreign(query)
  const corrections = claimsAgainst(verdict, query, library)
  if (verdict.status === 'answered' && !verdict.parts.some((part) => part.kind === 'say' && part.key.startsWith('eligible-')))
    corrections.unshift(...shutOut(query, library))
  return corrections.length === 0 ? verdict : { ...verdict, parts: [...corrections, ...verdict.parts] }
}

/** What a question takes for granted and the source gives otherwise. What only comes near to what is asked confirms and denies nothing. */
function claimsAgainst(verdict: Verdict, query: Query, library: Library): Part[] {
  const parts = claims(query, library, verdict.facts)
  if (verdict.status === 'answered') return query.denied ? parts.filter((part) => !isBareVerdict(part)) : parts
  return verdict.status === 'not_stated' ? parts.filter((part) => !isBareVerdict(part)) : []
}

function isBareVerdict(part: Part): boolean {
  return part.kind === 'say' && ['yes', 'no', 'day-within', 'day-before', 'day-after'].includes(part.key)
}

/** What is asked of a thing in words that nothing said of it has, where what there is to say of it would be no answer; null: nothing. */
function unanswered(query: Query, library: Library): string | null {
  const { own, aspects, cues } = query
  if (own.length === 0 || alienWords(query, own, library).length === 0) return null
  // "is Shenzhen a comprehensive one?": what there is to say of the one says nothing of the other.
  if (aspects.length === 0 && own.length === 1 && isYesNo(query)) return 'a yes or no about what was not understood'
  // "is he married, where is he from?": that is neither what a person says nor what they are.
  const isOfPersons = own.length === query.things.length && own.every(({ role }) => role === 'person')
  const isAbout = ['opinion', 'say', 'interview', 'identity', 'title', 'saidby', 'who', 'what'].some((cue) => cues.has(cue))
  const isBare = ['opinion', 'identity'].includes(aspects[0]?.aspect.id ?? '')
  return isOfPersons && isBare && !isAbout ? 'something of a person that was not understood' : null
}

/** "may one wear shorts to it?": one word that nothing explains, asked of a topic of the notice that it is named by outright. */
function isOfTopic(query: Query, library: Library): boolean {
  const own = query.things.every((thing) => thing.entry.kind === 'topic' && !thing.whole && !query.loosely.has(thing.id))
  const spoken = query.things.some((thing) => library.of(thing.id).length > 0)
  const asking = query.cues.has('can') || query.cues.has('yesno') || query.cues.has('must')
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

/** "the telephone of the lead": of two aspects the one that the source is silent on is said to be so, with what answers the other beside it. Where a thing is named the other is what is asked of it. */
function withSilence(verdict: Verdict, query: Query, library: Library): Verdict {
  const [first] = query.aspects
  const silent = query.aspects.filter(
    ({ aspect, weight }) => first && weight >= first.weight && aspect.bound && library.withAspect(query.notice.id, aspect.id).length === 0,
  )
  if (verdict.status !== 'answered' || query.things.length > 0 || silent.length === 0 || silent[0] === first) return verdict
  const refused = notStated({ ...query, aspects: silent }, library, 'one of several aspects is not stated')
  return { ...refused, parts: [...refused.parts.slice(0, 1), { kind: 'near', facts: verdict.facts }], facts: verdict.facts }
}
