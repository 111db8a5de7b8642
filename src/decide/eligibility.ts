// Who may apply for what: reasoned from the rules, the kinds of applicant and the levels of government, never looked up.
import type { Library, Thing } from '../knowledge/library.js'
import type { EligibilityRule } from '../knowledge/schema.js'
import type { Query } from '../query/query.js'
import { UNEXPLAINED } from '../tuning.js'
import { lookup } from './lookup.js'
import { ownTopics } from './precisely.js'
import { notStated } from './refuse.js'
import { isSomebody } from './roles.js'
import { ancestors, type Standing, standingOf } from './rule-standing.js'
import { shutOut } from './shut-out.js'
import { answered, factsOf, named, type Part, say, type Verdict } from './verdict.js'

export function eligibility(query: Query, library: Library): Verdict {
  const { notice } = query
  const rules = notice.eligibility
  const tracks = query.things.filter((thing) => thing.role === 'track')
  const applicants = narrowest(
    query.things.filter((thing) => thing.role === 'applicant'),
    library,
  )
  const facts = library.withAspect(notice.id, 'eligibility')
  // A condition that is named (an age, a grade) is what is asked about.
  const theirs = applicants.flatMap((applicant) => library.about('eligibility', applicant.id))
  const topics = query.inherited.things ? ownTopics(query) : query.things.filter((thing) => thing.entry.kind === 'topic' && !thing.whole)
  const conditions = topics.flatMap((thing) => {
    const about = library.about('eligibility', thing.id)
    return about.length > 0 ? about : library.of(thing.id)
  })
  // A condition does not matter to whom the rules turn away.
  if (conditions.length > 0 && rules.length > 0 && shutOut(query, library).length === 0)
    return answered(
      notice,
      [...new Set([...theirs, ...conditions])].slice(0, MOST_CONDITIONS).map((fact): Part => ({ kind: 'fact', fact })),
      'a condition that is named',
    )
  // Who asks is known from an earlier clause, and this one asks something of applying that was not understood.
  const asker = applicants.length > 0 && applicants.every((applicant) => !query.own.includes(applicant)) && !query.inherited.things
  // "an institution of such a kind" that was not understood is not any institution.
  const wide = applicants.length > 0 && applicants.every((applicant) => isWide(applicant, library)) && query.unknown.length > 0
  const asks = ['can', 'who', 'which', 'what', 'type', 'category', 'condition', 'yesno', 'must', 'only', 'other'].some((cue) =>
    query.cues.has(cue),
  )
  const bare =
    query.aspects[0]?.rule.needs.length !== 0 &&
    query.aspects[0]?.rule.needs.every((need) => /^[@#]/.test(need) || need === 'yesno') === true
  if (bare && applicants.length > 0 && query.unknown.length > 0)
    return notStated(query, library, 'something of an applicant that was not understood')
  if (wide || (asker && (query.unexplained > UNEXPLAINED.asker || !asks))) return notStated(query, library, 'something else about applying')
  // A body that is named and is no applicant of the rules is not judged by them.
  if (applicants.length === 0 && query.own.some(isSomebody))
    return withRules(notBy(query, query.own.filter(isSomebody), library), query, library)
  if (facts.length === 0) return notStated(query, library, 'nothing on who may apply')
  if (query.cues.has('howmany') && !query.kinds.some((kind) => kind.entry.role === 'applicant' || kind.entry.role === 'track'))
    return notStated(query, library, 'asks how many, not who')
  // "must we be a company?" is not whether a company may.
  const required = query.cues.has('must') && !query.cues.has('can') && query.cues.has('yesno')
  // "only governments?", "who besides governments?": the whole rule is asked for, not how governments stand to it.
  if (
    applicants.length === 0 ||
    rules.length === 0 ||
    ((required || (query.cues.has('only') && applicants.length < 2)) && tracks.length === 0)
  ) {
    if (tracks.length === 0 && query.unknown.length > 0 && query.cues.has('can'))
      return withRules(notStated({ ...query, aspects: [] }, library, 'an unknown applicant'), query, library)
    const about = tracks.flatMap((track) => library.about('eligibility', track.id))
    if (tracks.length > 0 && about.length > 0)
      return answered(
        notice,
        about.map((fact) => ({ kind: 'fact', fact })),
        'who may apply for this type',
      )
    return lookup(
      {
        ...query,
        aspects: query.aspects
          .filter(({ aspect }) => aspect.id === 'eligibility')
          .slice(0, 1)
          .concat(asAspect(library))
          .slice(0, 1),
        things: [],
      },
      library,
    )
  }
  const asked = rules.filter(
    (rule) => tracks.length === 0 || query.cues.has('only') || tracks.some((track) => track.entry.id === rule.track),
  )
  const judging = asked.length > 0 ? asked : rules
  const parts = unopposed(applicants, judging, library).flatMap(({ applicant, rules: own }) =>
    judgeAll(applicant, own, rules, library, notice.id).map((part) => (isUnsure(query) ? withoutYes(part) : part)),
  )
  const rest = [...asked, ...rules].flatMap((rule) => library.facts.get(`${notice.id}/${rule.fact}`) ?? [])
  const verdict = answered(notice, parts, 'reasoned from the rules', [...new Set(parts.length > 0 ? rest : [])])
  // Nobody who is asked about is named, and a list is open: the source neither lets them in nor keeps them out.
  const standings = new Set(applicants.flatMap((applicant) => judging.map((rule) => standingOf(applicant, rule, library))))
  return standings.has('open') && !standings.has('named') && !standings.has('depends') ? { ...verdict, status: 'not_stated' } : verdict
}

/** "our company is in Atlantis, may we apply?": what companies may do is told, and no yes to what was not understood of this one. */
function isUnsure({ around, things, own, cues }: Query): boolean {
  const ofAsker = !things.some((thing) => thing.role === 'applicant' && own.includes(thing))
  return around > UNEXPLAINED.yes && (ofAsker || cues.has('can'))
}

function withoutYes(part: Part): Part {
  return part.kind === 'say' && part.key === 'eligible-named' ? { ...part, key: 'eligible-else-named' } : part
}

/** Whether somebody may apply of whom no rule speaks. */
function notBy(query: Query, bodies: readonly Thing[], library: Library): Verdict {
  const refused = notStated(query, library, 'a body that no rule names')
  return { ...refused, parts: [say('eligible-unstated', { applicant: named(bodies) }), ...refused.parts.slice(1)] }
}

/** With the rules beside it, where nothing else comes near. */
function withRules(refused: Verdict, query: Query, library: Library): Verdict {
  const { notice } = query
  if (refused.facts.length > 0) return refused
  const tracks = query.things.filter((thing) => thing.role === 'track').map(({ entry }) => entry.id)
  const own = notice.eligibility.filter(({ track }) => track !== undefined && tracks.includes(track))
  const facts = ruleFacts(own.length > 0 ? own : notice.eligibility, library, notice.id)
    .flatMap(factsOf)
    .slice(0, MOST_CONDITIONS)
  return facts.length === 0 ? refused : { ...refused, parts: [...refused.parts, { kind: 'near', facts }], facts }
}

function asAspect(library: Library): Query['aspects'] {
  const aspect = library.language.aspects.get('eligibility')
  return aspect ? [{ aspect, weight: 0, rule: { needs: [], weight: 0 } }] : []
}

/** What can be said of one applicant: for each rule asked for, and where it may apply instead. */
function judgeAll(
  applicant: Thing,
  asked: readonly EligibilityRule[],
  all: readonly EligibilityRule[],
  library: Library,
  notice: string,
): Part[] {
  const judged = asked.map((rule) => ({ rule, standing: standingOf(applicant, rule, library) }))
  // What the source says of just such applicants says more than how each rule takes them.
  const own = library.about('eligibility', applicant.id).map((fact): Part => ({ kind: 'fact', fact }))
  if (own.length > 0 && asked.length > 0 && judged.every(({ standing }) => standing === 'closed'))
    return [
      asked.length === all.length
        ? sentence('eligible-closed-all', applicant, [], library, notice)
        : sentence('eligible-closed', applicant, asked, library, notice),
      ...own,
    ]
  if (own.length > 0 && (asked.length === all.length || judged.every(({ standing }) => standing === 'not-named'))) return own
  const covered = all.some((rule) => !['not-named', 'not-in-principle', 'closed'].includes(standingOf(applicant, rule, library)))
  const closed = judged.filter(({ standing }) => standing === 'closed').map(({ rule }) => rule)
  if (!covered && closed.length > 0)
    return [
      closed.length === all.length
        ? sentence('eligible-closed-all', applicant, [], library, notice)
        : sentence('eligible-closed', applicant, closed, library, notice),
      ...ruleFacts(asked, library, notice),
    ]
  if (!covered) return [sentence('eligible-nowhere', applicant, all.slice(0, 1), library, notice), ...ruleFacts(all, library, notice)]
  const standings = new Set(judged.map(({ standing }) => standing))
  // A wide kind, some of which may apply for this and some for that: the whole rule says it in fewer words.
  if (asked.length > 1 && standings.has('partly') && !standings.has('named')) return ruleFacts(all, library, notice)
  const ordered = judged.length > 1 ? [...judged].sort((a, b) => RANK[a.standing] - RANK[b.standing]) : judged
  const keyOf = ({ rule, standing }: (typeof judged)[number]): string =>
    `eligible-${standing}${standing === 'named' && rule.in_principle ? '-in-principle' : ''}`
  const alike = (key: string): EligibilityRule[] => ordered.filter((one) => keyOf(one) === key).map(({ rule }) => rule)
  const parts = ordered.flatMap((one, i) => {
    const key = keyOf(one)
    if (!GROUPED.has(key)) return [sentence(key, applicant, [one.rule], library, notice)]
    return ordered.findIndex((other) => keyOf(other) === key) === i ? [sentence(key, applicant, alike(key), library, notice)] : []
  })
  const refused = judged.every(({ standing }) => standing === 'not-in-principle' || standing === 'not-named' || standing === 'closed')
  const elsewhere = refused
    ? all.filter((rule) => !asked.includes(rule) && ['named', 'open', 'depends'].includes(standingOf(applicant, rule, library)))
    : []
  const named = elsewhere.filter((rule) => standingOf(applicant, rule, library) === 'named')
  return [
    ...parts,
    ...own,
    ...(own.length === 0 && named.length > 0 ? [sentence('eligible-else-named', applicant, named, library, notice)] : []),
    ...elsewhere
      .filter((rule) => !named.includes(rule))
      .map((rule) => sentence(`eligible-else-${standingOf(applicant, rule, library)}`, applicant, [rule], library, notice)),
  ]
}

/** So many facts on the conditions that a question names are told at most. */
const MOST_CONDITIONS = 4

/** Sentences that are said once for all the tracks of which they hold. */
const GROUPED = new Set(['eligible-named', 'eligible-closed'])

/**
 * Each applicant with the rules by which it is judged. Of "a fourth-year student who is about to graduate" the second says which of the
 * first: where a rule turns it away, that it names the first is no yes.
 */
function unopposed(
  applicants: readonly Thing[],
  rules: readonly EligibilityRule[],
  library: Library,
): { applicant: Thing; rules: EligibilityRule[] }[] {
  const all = applicants.map((applicant) => ({ applicant, standings: rules.map((rule) => standingOf(applicant, rule, library)) }))
  const narrowing = all.filter(({ standings }) => standings.every((standing) => standing === 'closed' || standing === 'not-named'))
  const shut = (i: number): boolean => narrowing.some(({ standings }) => standings[i] === 'closed')
  return all
    .map((one) => ({ applicant: one.applicant, rules: rules.filter((_, i) => narrowing.includes(one) || !shut(i)) }))
    .filter((one) => one.rules.length > 0)
}

const RANK: Readonly<Record<Standing, number>> = {
  named: 0,
  open: 1,
  partly: 2,
  depends: 2,
  'not-in-principle': 3,
  'not-named': 4,
  closed: 5,
}

function sentence(key: string, applicant: Thing, rules: readonly EligibilityRule[], library: Library, notice: string): Part {
  const tracks = rules.flatMap((rule) => (rule.track ? (library.things.get(`${notice}/${rule.track}`) ?? []) : []))
  const open = rules.slice(0, 1).flatMap((rule) => rule.open_to.flatMap((id) => library.things.get(`${notice}/${id}`) ?? []))
  return say(key, { applicant: named([applicant]), track: named(tracks), open: named(open) })
}

function ruleFacts(rules: readonly EligibilityRule[], library: Library, notice: string): Part[] {
  const general = library
    .withAspect(notice, 'eligibility')
    .filter((fact) => fact.entry.about.some((id) => fact.notice.file.whole.includes(id)))
  const facts = general.length > 0 ? general : rules.flatMap((rule) => library.facts.get(`${notice}/${rule.fact}`) ?? [])
  return facts.map((fact) => ({ kind: 'fact', fact }))
}

/** "our company, a start-up" is one applicant: of a wider and a narrower kind the narrower counts. */
function narrowest(applicants: readonly Thing[], library: Library): Thing[] {
  const wider = new Set(applicants.flatMap((applicant) => ancestors(applicant, library)))
  const narrow = applicants.filter((applicant) => !wider.has(applicant.entry.id))
  return narrow.slice(0, 3)
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
