// Opening, closing, ending: of a notice that sets no day by which to apply or to be done, they are asked of its hours and of its spans.
import type { Fact, Library } from '../knowledge/library.js'
import { dayOf } from '../knowledge/values.js'
import type { AspectMatch } from './aspect-match.js'
import type { Token } from './token.js'

const DEADLINES = ['application-deadline', 'completion-deadline'] as const

/** Words of applying: with one of them the day by which to apply is asked for, whatever the notice says. */
const APPLYING: ReadonlySet<string> = new Set(['apply', 'submit'])

/** Words by which the end of something is asked for. */
const ENDING: ReadonlySet<string> = new Set(['complete', 'over', 'remaining', 'lastday', 'ago'])

/** What each need of a rule is met by. */
type Provided = ReadonlyMap<string, ReadonlySet<Token>>

/** Matches in whose place others stand, where the notice has the others only. */
export function asHours(met: readonly AspectMatch[], provided: Provided, library: Library, notice: string): AspectMatch[] {
  const isCall = DEADLINES.some((id) => library.withAspect(notice, id).length > 0)
  const stated = (id: string): readonly Fact[] => (isCall ? [] : library.withAspect(notice, id))
  const hours = stated('hours').length > 0 ? library.language.aspects.get('hours') : undefined
  // How long something may be used does not tell when all is over.
  const span = stated('period').some(({ entry }) => dayOf(entry.value) !== undefined)
  const period = span ? library.language.aspects.get('period') : undefined
  const kept = hours ? met : met.filter(({ rule }) => !rule.needs.includes('opening'))
  if (!hours && !period) return [...kept]
  const opening = provided.get('opening')
  const isEnd = (need: string): boolean => ENDING.has(need) && [...(provided.get(need) ?? [])].some((token) => !opening?.has(token))
  const read = kept.flatMap((match): AspectMatch[] => {
    const { aspect, rule } = match
    if (!isDeadline(match) || rule.needs.some((need) => APPLYING.has(need))) return [match]
    const instead = rule.needs.some(isEnd) ? (period ?? hours) : opening ? hours : undefined
    if (instead) return [{ ...match, aspect: instead, stands: aspect }]
    return kept.every(isDeadline) ? [match] : []
  })
  // "what does it cost if I am late?": late for something else than a call; it is asked of the notice all the same.
  const dropped = kept.find((match) => isDeadline(match) && !read.some(({ aspect, stands }) => (stands ?? aspect) === match.aspect))
  if (dropped && read[0]) read[0] = { ...read[0], stands: read[0].stands ?? dropped.aspect }
  return read.filter((match, i) => read.findIndex(({ aspect }) => aspect === match.aspect) === i)
}

function isDeadline({ aspect }: AspectMatch): boolean {
  return DEADLINES.some((id) => id === aspect.id)
}
