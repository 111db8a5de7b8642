// Who may apply for what: reasoned from the rules, the kinds of applicant and the levels of government, never looked up.

import { firstOf } from '../first-of.js'
import type { Library, Thing } from '../knowledge/library.js'
import type { EligibilityRule } from '../knowledge/schema.js'
import { aspectWithoutWords, isMetByNames } from '../query/aspect-match.js'
import { asksBy } from '../query/cues.js'
import type { Query } from '../query/query.js'
import { TOLD, UNEXPLAINED } from '../tuning.js'
import { judge, ruleFacts } from './judge-applicant.js'
import { lookup } from './lookup.js'
import { notStated } from './refuse.js'
import { isSomebody, ownTopics } from './roles.js'
import { ancestors, type Standing, standingOf } from './rule-standing.js'
import { shutOut } from './shut-out.js'
import { answered, factsOf, named, type Part, say, tell, type Verdict } from './verdict.js'

export function eligibility(query: Query, library: Library): Verdict {
  const applying: Applying = {
    query,
    library,
    applicants: narrowest(
      query.things.filter((thing) => thing.role === 'applicant'),
      library,
    ),
    tracks: query.things.filter((thing) => thing.role === 'track'),
  }
  return firstOf(BEFORE_JUDGING, applying) ?? judged(applying)
}

interface Applying {
  readonly query: Query
  readonly library: Library
  readonly applicants: readonly Thing[]
  /** The types that it is asked for. */
  readonly tracks: readonly Thing[]
}

/** Questions with words of applying that are not for the rules to judge. In this order. */
const BEFORE_JUDGING: readonly ((applying: Applying) => Verdict | null)[] = [
  ofNamedCondition,
  ofUnknownApplicant,
  ofSomethingElse,
  ofUnnamedBody,
  ofNothing,
  howMany,
  wholeRule,
  ofShutElsewhere,
]

/** A condition that is named (an age, a grade) is what is asked about; it does not matter to whom the rules turn away. */
function ofNamedCondition({ query, library, applicants }: Applying): Verdict | null {
  const topics = query.inherited.things ? ownTopics(query) : query.things.filter((thing) => thing.entry.kind === 'topic' && !thing.whole)
  const conditions = topics.flatMap((thing) => {
    const about = library.about('eligibility', thing.id)
    return about.length > 0 ? about : library.of(thing.id)
  })
  if (conditions.length === 0 || query.notice.eligibility.length === 0 || shutOut(query, library).length > 0) return null
  const theirs = applicants.flatMap((applicant) => library.about('eligibility', applicant.id))
  const facts = [...new Set([...theirs, ...conditions])].slice(0, TOLD.conditions)
  return answered(query.notice, facts.map(tell), 'a condition that is named')
}

/** An applicant is named, and what is asked of it lies in words that nothing explains. */
function ofUnknownApplicant({ query, library, applicants }: Applying): Verdict | null {
  const [match] = query.aspects
  const isBare = match !== undefined && match.rule.needs.length > 0 && isMetByNames(match)
  return isBare && applicants.length > 0 && query.unknown.length > 0
    ? notStated(query, library, 'something of an applicant that was not understood')
    : null
}

function ofSomethingElse({ query, library, applicants }: Applying): Verdict | null {
  if (applicants.length === 0) return null
  // "an institution of such a kind" that was not understood is not any institution.
  const isOfKind = applicants.every((applicant) => isWide(applicant, library)) && query.unknown.length > 0
  // Who asks is known from an earlier clause, and this one asks something of applying that was not understood.
  const isAsker = applicants.every((applicant) => !query.own.includes(applicant)) && !query.inherited.things
  const isAsked = query.unexplained <= UNEXPLAINED.asker && asksBy(query, ASKING)
  return isOfKind || (isAsker && !isAsked) ? notStated(query, library, 'something else about applying') : null
}

/** Cues by which it is asked whether one may apply, or who. */
const ASKING = ['can', 'who', 'which', 'what', 'type', 'category', 'condition', 'yesno', 'must', 'only', 'other'] as const

/** A body that is named and is no applicant of the rules is not judged by them. */
function ofUnnamedBody({ query, library, applicants }: Applying): Verdict | null {
  const bodies = query.own.filter(isSomebody)
  return applicants.length > 0 || bodies.length === 0 ? null : unstatedOf(bodies, query, library)
}

/** Somebody of whom the rules only say that they are turned away from one type is not turned away from the others. */
function ofShutElsewhere({ query, library, applicants, tracks }: Applying): Verdict | null {
  const rules = query.notice.eligibility
  const asked = rules.filter(({ track }) => tracks.some(({ entry }) => entry.id === track))
  const stands = (applicant: Thing, rule: EligibilityRule): Standing => standingOf(applicant, rule, library)
  const isShutElsewhere = (applicant: Thing): boolean =>
    asked.every((rule) => stands(applicant, rule) === 'not-named') &&
    rules.some((rule) => stands(applicant, rule) === 'closed') &&
    rules.every((rule) => ['closed', 'not-named'].includes(stands(applicant, rule)))
  return asked.length > 0 && applicants.every(isShutElsewhere) ? unstatedOf(applicants, query, library) : null
}

function unstatedOf(bodies: readonly Thing[], query: Query, library: Library): Verdict {
  const refused = notStated(query, library, 'a body that no rule names')
  const said = say('eligible-unstated', { applicant: named(bodies) })
  return withRules({ ...refused, parts: [said, ...refused.parts.slice(1)] }, query, library)
}

function ofNothing({ query, library }: Applying): Verdict | null {
  return library.withAspect(query.notice.id, 'eligibility').length === 0 ? notStated(query, library, 'nothing on who may apply') : null
}

function howMany({ query, library }: Applying): Verdict | null {
  const ofThem = query.kinds.some(({ entry: { role } }) => role === 'applicant' || role === 'track')
  return query.cues.has('howmany') && !ofThem ? notStated(query, library, 'asks how many, not who') : null
}

/** Nobody is named who could be judged, or the whole rule is asked for and not how somebody stands to it. */
function wholeRule({ query, library, applicants, tracks }: Applying): Verdict | null {
  const { notice, cues } = query
  // "must we be a company?" is not whether a company may; "only governments?", "who besides governments?"
  const isRequired = cues.has('must') && !cues.has('can') && cues.has('yesno')
  const isOfAll = tracks.length === 0 && (isRequired || (cues.has('only') && applicants.length < 2))
  if (applicants.length > 0 && notice.eligibility.length > 0 && !isOfAll) return null
  if (tracks.length === 0 && query.unknown.length > 0 && cues.has('can'))
    return withRules(notStated({ ...query, aspects: [] }, library, 'an unknown applicant'), query, library)
  const about = tracks.flatMap((track) => library.about('eligibility', track.id))
  if (about.length > 0) return answered(notice, about.map(tell), 'who may apply for this type')
  const asked = query.aspects.find(({ aspect }) => aspect.id === 'eligibility')
  return lookup({ ...query, aspects: asked ? [asked] : aspectWithoutWords('eligibility', library), things: [] }, library)
}

function judged({ query, library, applicants, tracks }: Applying): Verdict {
  const { notice } = query
  const rules = notice.eligibility
  const asked = rules.filter(({ track }) => tracks.length === 0 || query.cues.has('only') || tracks.some(({ entry }) => entry.id === track))
  const judging = asked.length > 0 ? asked : rules
  const said = judge(applicants, judging, rules, library, notice.id)
  const parts = isUnsure(query) ? said.map(withoutYes) : said
  const rest = [...asked, ...rules].flatMap((rule) => library.facts.get(`${notice.id}/${rule.fact}`) ?? [])
  const verdict = answered(notice, parts, 'reasoned from the rules', [...new Set(parts.length > 0 ? rest : [])])
  // Nobody who is asked about is named, and a list is open: the source neither lets them in nor keeps them out.
  const standings = new Set(applicants.flatMap((applicant) => judging.map((rule) => standingOf(applicant, rule, library))))
  return standings.has('open') && !standings.has('named') && !standings.has('depends') ? { ...verdict, status: 'not_stated' } : verdict
}

/** "our company is in Atlantis, may we apply?", "they cannot, can they?": what companies may do is told, and no yes. */
function isUnsure({ around, things, own, cues, denied }: Query): boolean {
  const ofAsker = !things.some((thing) => thing.role === 'applicant' && own.includes(thing))
  return denied || (around > UNEXPLAINED.yes && (ofAsker || cues.has('can')))
}

function withoutYes(part: Part): Part {
  return part.kind === 'say' && part.key === 'eligible-named' ? { ...part, key: 'eligible-else-named' } : part
}

/** With the rules beside it, where nothing else comes near. */
function withRules(refused: Verdict, query: Query, library: Library): Verdict {
  const { notice } = query
  if (refused.facts.length > 0) return refused
  const tracks = query.things.filter((thing) => thing.role === 'track').map(({ entry }) => entry.id)
  const own = notice.eligibility.filter(({ track }) => track !== undefined && tracks.includes(track))
  const facts = ruleFacts(own.length > 0 ? own : notice.eligibility, library, notice.id)
    .flatMap(factsOf)
    .slice(0, TOLD.conditions)
  return facts.length === 0 ? refused : { ...refused, parts: [...refused.parts, { kind: 'near', facts }], facts }
}

/** "our company, a start-up" is one applicant: of a wider and a narrower kind the narrower counts. */
function narrowest(applicants: readonly Thing[], library: Library): Thing[] {
  const wider = new Set(applicants.flatMap((applicant) => ancestors(applicant, library)))
  const narrow = applicants.filter((applicant) => !wider.has(applicant.entry.id))
  return narrow.slice(0, TOLD.applicants)
}

/** A kind that other kinds are of, and no level of government: "institutions". */
function isWide(applicant: Thing, library: Library): boolean {
  return (
    applicant.entry.is_a.length === 0 &&
    !applicant.entry.level &&
    library
      .members(`${applicant.notice.id}/${applicant.entry.kind}`)
      .some((other) => other.entry.is_a.includes(applicant.entry.id) && !other.entry.level)
  )
}
