// How a kind of applicant stands to a rule: by what the rule names, by what is wider and narrower, by levels of government.
import type { Library, Thing } from '../knowledge/library.js'
import type { EligibilityRule } from '../knowledge/schema.js'

/** How an applicant stands to a rule. */
export type Standing =
  /** The rule names it, or a wider kind that it is of. */
  | 'named'
  /** The rule's list is open and it is of a kind that it speaks of, but it is not named itself. */
  | 'open'
  /** Only some of its kind fall under the rule (a city may be of several levels). */
  | 'depends'
  /** The rule names others, and only in principle. */
  | 'not-in-principle'
  /** The rule names others. */
  | 'not-named'
  /** The rule names some of its kind. */
  | 'partly'
  /** The rule turns it away outright. */
  | 'closed'

export function standingOf(applicant: Thing, rule: EligibilityRule, library: Library): Standing {
  const wider = ancestors(applicant, library)
  if (rule.open_to.some((id) => id === applicant.entry.id)) return 'named'
  if (rule.closed_to.some((id) => id === applicant.entry.id || wider.includes(id))) return 'closed'
  const levels = rule.open_to.map((id) => library.things.get(`${applicant.notice.id}/${id}`)?.entry.level)
  if (applicant.entry.level === 'city' && levels.some((level) => level === 'prefecture' || level === 'subprovincial')) return 'depends'
  // "governments" of a rule for some of them
  const narrower = rule.open_to.flatMap((id) => library.things.get(`${applicant.notice.id}/${id}`) ?? [])
  if (rule.in_principle && narrower.some((thing) => ancestors(thing, library).includes(applicant.entry.id))) return 'depends'
  const includes = (ids: readonly string[]): boolean =>
    ids.some((id) => {
      const thing = library.things.get(`${applicant.notice.id}/${id}`)
      return thing !== undefined && !thing.entry.level && ancestors(thing, library).includes(applicant.entry.id)
    })
  if (!rule.open_ended && !applicant.entry.level && includes(rule.open_to)) return 'partly'
  if (includes(rule.closed_to)) return 'closed'
  const under = rule.open_to.find((id) => wider.includes(id))
  if (under !== undefined) return rule.open_ended && !applicant.entry.named && !applicant.entry.level ? 'open' : 'named'
  return rule.in_principle ? 'not-in-principle' : 'not-named'
}

export function ancestors(thing: Thing, library: Library): string[] {
  return thing.entry.is_a.flatMap((id) => {
    const parent = library.things.get(`${thing.notice.id}/${id}`)
    return parent ? [id, ...ancestors(parent, library)] : [id]
  })
}
