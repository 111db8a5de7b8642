// How the rules on who may apply take an applicant, in sentences: whether it may, for what, and where it may instead.
import type { Library, Thing } from '../knowledge/library.js'
import type { EligibilityRule } from '../knowledge/schema.js'
import { type Standing, standingOf } from './rule-standing.js'
import { named, type Part, say, tell } from './verdict.js'

/**
 * What is said of some applicants.
 * @param judging the rules that are asked about
 * @param all the rules of the notice
 */
export function judge(
  applicants: readonly Thing[],
  judging: readonly EligibilityRule[],
  all: readonly EligibilityRule[],
  library: Library,
  notice: string,
): Part[] {
  return unopposed(applicants, judging, library).flatMap(({ applicant, rules }) => judgeAll(applicant, rules, all, library, notice))
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
  const own = library.about('eligibility', applicant.id).map(tell)
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

/** The facts that state some rules: where the notice says it all in one, that one. */
export function ruleFacts(rules: readonly EligibilityRule[], library: Library, notice: string): Part[] {
  const general = library
    .withAspect(notice, 'eligibility')
    .filter((fact) => fact.entry.about.some((id) => fact.notice.file.whole.includes(id)))
  const facts = general.length > 0 ? general : rules.flatMap((rule) => library.facts.get(`${notice}/${rule.fact}`) ?? [])
  return facts.map(tell)
}
