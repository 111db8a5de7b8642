// A query → a verdict. It is judged by what was understood and by how much was not, never by a score of similarity.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import { echoes } from '../query/echo.js'
import { unexplainedShare } from '../query/meaning.js'
import type { Query } from '../query/query.js'
import { cueWeight, UNEXPLAINED } from '../tuning.js'
import { claims } from './claims.js'
import { compare } from './compare.js'
import { dates } from './dates.js'
import { eligibility } from './eligibility.js'
import { lookup } from './lookup.js'
import { attribution, opinion } from './opinion.js'
import { overview } from './overview.js'
import { reason } from './reason.js'
import { clarifyWhat, foreign, helpFor, notStated, unclear } from './refuse.js'
import { isSomebody } from './roles.js'
import { category, members, notListed } from './structure.js'
import { answered, type Verdict } from './verdict.js'

export function decide(query: Query, library: Library): Verdict {
  const help = query.aspects[0]?.aspect.op === 'help'
  if (help && query.things.length === 0 && query.unexplained <= UNEXPLAINED.answered) return helpFor(query)
  return checked(query, library)
}

function checked(query: Query, library: Library): Verdict {
  const verdict = withSilence(answer(query, library), query, library)
  // A word that a fact of the answer itself uses is explained by it.
  const left = query.unknown.filter((word) => !verdict.facts.some((fact) => echoes(word, fact)))
  const standing = stand(query, unexplainedShare(left, query.known))
  if (standing === 'foreign') return foreign(query)
  // A claim about the whole is set against what the source states, though its words are not all known.
  const claim = query.cues.has('yesno') && query.things.length === 0 && query.aspects[0]?.aspect.op === undefined && query.anchor === 'firm'
  if (standing === 'partly' && verdict.status === 'answered' && !claim && !restsOnThings(verdict, query.things, library))
    return notStated(query, library, 'partly understood')
  // A word that may be about anything, others that nothing explains, and an answer that is not even about the thing: another's question.
  const applied = ['eligibility', 'kind-track'].includes(query.aspects[0]?.aspect.op ?? '')
  if (!applied && verdict.status === 'answered' && query.anchor === 'loose' && query.things.length > 0 && left.length > 0 && !query.inherited.things && !restsOnThings(verdict, query.things, library))
    return foreign(query)
  if (standing === 'partly' && query.aspects.length === 0)
    return query.whole ? notStated(query, library, 'partly understood, no aspect') : foreign(query)
  // A word that may be about anything is about this notice only where the notice says what is asked of it.
  const listed = ['members', 'category', 'eligibility'].includes(query.aspects[0]?.aspect.op ?? '')
  if (verdict.status === 'not_stated' && !listed && query.anchor === 'loose' && !query.inherited.things && query.things.length > 0)
    return foreign(query)
  const corrections = verdict.status === 'answered' || verdict.status === 'not_stated' ? claims(query, library, verdict.facts) : []
  return corrections.length === 0 ? verdict : { ...verdict, parts: [...corrections, ...verdict.parts] }
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

/** Whether a question is ours, is ours but not fully understood, or is another's that shares a word with us. */
function stand(query: Query, unexplained: number): 'ours' | 'partly' | 'foreign' {
  if (unexplained === 0 && (query.around <= UNEXPLAINED.around || query.anchor === 'firm' || query.anchor === 'bound')) return 'ours'
  switch (query.anchor) {
    case 'firm':
      return unexplained <= UNEXPLAINED.answered ? 'ours' : unexplained <= UNEXPLAINED.anchored ? 'partly' : 'foreign'
    case 'bound':
      return unexplained <= UNEXPLAINED.loose ? 'ours' : unexplained <= UNEXPLAINED.bound ? 'partly' : 'foreign'
    case 'loose':
      // A common word for a practice (coins) and no word of what is asked of it: nothing else may be left over.
      if (
        query.things.length > 0 &&
        query.things.every((thing) => thing.role === 'activity') &&
        query.aspects.every(({ rule }) => rule.needs.every((need) => /^[@#]/.test(need) || need === 'yesno')) &&
        !query.inherited.aspects
      )
        return unexplained === 0 ? 'ours' : 'foreign'
      return unexplained <= UNEXPLAINED.loose && query.around <= UNEXPLAINED.around ? 'ours' : 'foreign'
    case 'none':
      return 'foreign'
  }
}

/** Whether an answer is about the very things that the question names. */
function restsOnThings(verdict: Verdict, things: readonly Thing[], library: Library): boolean {
  return (
    things.length > 0 &&
    verdict.facts.some((fact) => things.some((thing) => library.of(thing.id).includes(fact) || namesThing(fact.entry.value, thing)))
  )
}

function namesThing(value: unknown, thing: Thing): boolean {
  return typeof value === 'object' && value !== null && 'things' in value && (value.things as string[]).includes(thing.entry.id)
}

function answer(query: Query, library: Library): Verdict {
  const { notice } = query
  const aspect = query.aspects[0]?.aspect
  const miscounted = query.numbers.flatMap((number) => library.counted(notice.id, number.value)).find((fact) => isListed(fact, query))
  const both17 =
    miscounted?.entry.value &&
    'count' in miscounted.entry.value &&
    query.numbers.some(
      (number) => miscounted.entry.value && 'count' in miscounted.entry.value && number.value === miscounted.entry.value.count,
    )
  if (miscounted && (both17 || !aspect || aspect.op === 'members' || query.kinds.length > 0))
    return answered(notice, [{ kind: 'fact', fact: miscounted }], 'a number that the source prints otherwise')
  const unlisted = query.things.filter((thing) => thing.role === 'item' && !thing.entry.listed)
  if (unlisted.length > 0 && aspect?.op === 'date' && query.anchor !== 'firm') return foreign(query)
  const others = query.things.some((thing) => thing.role === 'person' || thing.role === 'activity' || thing.entry.kind === 'topic')
  const applying = aspect?.op === 'eligibility' && !query.things.some((thing) => thing.role === 'applicant' || thing.role === 'track')
  // What is asked of a listed thing is answered for it, whatever else is named.
  const listed = query.things.filter((thing) => thing.role === 'item' && thing.entry.listed)
  if (unlisted.length > 0 && listed.length > 0 && aspect && !aspect.op)
    return answer({ ...query, things: query.things.filter((thing) => !unlisted.includes(thing)) }, library)
  if (unlisted.length > 0 && !others && (applying || !aspect?.op || aspect.op === 'members' || aspect.op === 'category')) {
    return notListed(
      query,
      unlisted,
      aspect && !aspect.op ? [] : query.things.filter((thing) => thing.role === 'item' && thing.entry.listed),
      query.things.filter((thing) => thing.role === 'group'),
      library,
    )
  }
  const both = covering(query, library)
  if (both.length > 0)
    return answered(
      notice,
      both.map((fact) => ({ kind: 'fact', fact })),
      'what the source says of these together',
    )
  if (!aspect) {
    if (query.kinds.length > 0) return members(query, library)
    if (query.things.length > 0 || query.whole) return unasked(query, library)
    return unclear(query)
  }
  switch (aspect.op) {
    case 'help':
      return helpFor(query)
    case 'eligibility':
      return eligibility(query, library)
    case 'compare':
      return compare(query, library)
    case 'opinion':
      return opinion(query, library)
    case 'attribution':
      return attribution(query, library)
    case 'date':
      return dates(query, library)
    case 'about':
      return query.things.length > 0 ? overview(query, library) : lookup(query, library)
    case 'category':
      return category(query, library)
    case 'members':
    case 'kind-track':
      return members(query, library)
    case undefined:
      if (aspect.id === 'reason') return reason(query, library)
      // "any requirement?" beside words that nothing explains asks for something that is not understood.
      if (
        query.aspects[0]?.rule.needs.every((need) => cueWeight(need) <= 0.5) &&
        query.aspects[0]?.rule.needs.includes('require') &&
        query.unknown.some((word) => !library.withAspect(notice.id, aspect.id).some((fact) => echoes(word, fact)))
      )
        return notStated(query, library, 'a requirement that was not understood')
      if (namesContent(query, library)) return overview(query, library)
      return query.anchor === 'none' &&
        !aspect.bound &&
        query.unexplained > 0 &&
        library.withAspect(query.notice.id, aspect.id).length === 0
        ? clarifyWhat(query, library)
        : lookup(query, library)
  }
}

function isListed(fact: Fact, query: Query): boolean {
  const { value } = fact.entry
  return (
    value !== undefined && 'count' in value && value.listed !== undefined && query.numbers.some((number) => number.value === value.listed)
  )
}

/** Two things of different kinds, one of them a topic, that one fact is about: that fact is meant, whatever else the question says. */
function covering(query: Query, library: Library): readonly Fact[] {
  const topics = query.things.filter((thing) => thing.entry.kind === 'topic')
  const [asked] = query.aspects
  if (
    topics.length === 0 ||
    (asked?.aspect.bound && library.withAspect(query.notice.id, asked.aspect.id).length === 0) ||
    query.things.length < 2 ||
    query.aspects.some(({ aspect }) => aspect.op === 'attribution' || aspect.op === 'opinion' || aspect.id === 'reason')
  )
    return []
  const hits = new Map<Fact, number>()
  for (const thing of query.things) for (const fact of library.of(thing.id)) hits.set(fact, (hits.get(fact) ?? 0) + 1)
  const most = Math.max(0, ...hits.values())
  return most < 2
    ? []
    : [...hits]
        .filter(([fact, n]) => n === most && topics.some((topic) => library.of(topic.id).includes(fact)))
        .map(([fact]) => fact)
        .slice(0, 2)
}

/** A topic or a practice names what is said of it: where the aspect has no fact about it, what the source says of it is told. */
function namesContent(query: Query, library: Library): boolean {
  const [match] = query.aspects
  const contents = query.things.filter((thing) => thing.entry.kind === 'topic' || thing.role === 'activity')
  if (!match || contents.length === 0) return false
  if (library.withAspect(query.notice.id, match.aspect.id).length === 0) return false
  return !query.things.some((thing) => library.about(match.aspect.id, thing.id).length > 0)
}

function isSilent(thing: Thing, library: Library): boolean {
  return isSomebody(thing) && library.of(thing.id).length === 0
}

/** Asked for a number, a day or a place that no aspect names: an overview of the thing would answer something else. */
/** Cues of a question, whatever it wants. */
const ASKING = ['how', 'why', 'what', 'which', 'who', 'can', 'must'] as const

const PRECISE = ['howmany', 'when', 'where', 'howlong'] as const

function unasked(query: Query, library: Library): Verdict {
  const loose = query.anchor === 'loose' && !query.inherited.things
  // A body that the source does not speak of, and something asked of it that nothing explains: a vacancy at a ministry.
  if (query.things.length > 0 && query.unknown.length > 0 && query.things.every((thing) => isSilent(thing, library))) return foreign(query)
  // The notice is named and something is asked that no cue explains: a summary would not answer it.
  if (query.things.length === 0 && (query.unknown.length > 0 || ['yesno', 'can', 'must', 'only', 'not'].some((cue) => query.cues.has(cue))))
    return loose && query.unknown.length > 0 ? foreign(query) : notStated(query, library, 'not understood')
  // What a notice deals with at large ("what is that?") is not what the notice is about.
  if (query.things.length === 0 && query.wholes.every((whole) => whole.entry.kind === 'topic'))
    return query.cues.size > 0 ? notStated(query, library, 'the subject itself') : overview(query, library)
  // "how is this tax paid?": where a thing belongs and who leads it answers no question that was not understood.
  const structural = query.things.length > 0 && query.things.every((thing) => ['item', 'group', 'organisation'].includes(thing.role ?? ''))
  if (structural && query.unknown.length > 0 && ASKING.some((cue) => query.cues.has(cue)))
    return loose ? foreign(query) : notStated(query, library, 'asks something of it that was not understood')
  if (PRECISE.some((cue) => query.cues.has(cue)))
    return loose ? foreign(query) : notStated(query, library, 'asks for something precise of no known aspect')
  return loose && query.unknown.length > 0 ? foreign(query) : overview(query, library)
}
