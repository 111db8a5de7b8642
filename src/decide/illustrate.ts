// Pictures: asked for, and beside an answer that says in words all that one shows.
import type { FigureKind } from '../figure/figure.js'
import { type Plan, planOf } from '../figure/plan.js'
import type { Fact, Library } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { valuesIn } from '../knowledge/values.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { notStated } from './refuse.js'
import { answered, factsOf, type Part, type Verdict } from './verdict.js'

/** The dates of a notice one by one, with the picture of them. */
export function schedule(query: Query, library: Library): Verdict {
  const { timeline } = planOf(query.notice, library)
  if (!timeline) return notStated(query, library, 'no dates to draw')
  return drawn('timeline', query, [...timeline.dated].sort(byDate).concat(timeline.lasting))
}

function byDate(one: Fact, other: Fact): number {
  const [a, b] = [firstDay(one), firstDay(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

function firstDay({ entry: { value } }: Fact): string {
  const days = valuesIn(value).flatMap((one) => ('date' in one ? [one.date] : 'from' in one ? [one.from] : []))
  return days.sort()[0] ?? ''
}

/** What a notice lists, with the picture of it. */
export function map(query: Query, library: Library): Verdict {
  const { map: plan } = planOf(query.notice, library)
  const told = plan && (plan.frame.length > 0 ? [...plan.counts, ...plan.frame] : [...plan.counts, ...[...plan.leads.values()].flat()])
  if (!told || told.length === 0) return notStated(query, library, 'no list to draw')
  return drawn('map', query, told)
}

function drawn(kind: FigureKind, { notice }: Query, facts: readonly Fact[]): Verdict {
  const parts: Part[] = [
    { kind: 'facts', facts: facts.slice(0, TOLD.drawn) },
    { kind: 'figure', of: kind, notice, asked: true },
  ]
  return answered(notice, parts, `a ${kind} was asked for`)
}

/** Of a message that asks for a picture and for one of the things in it ("the timeline is tight: when is it due?") the words answer the latter. */
export function besideWords(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.map((verdict) => {
    const figures = verdict.parts.filter((part) => part.kind === 'figure' && part.asked)
    const isToldBy = (other: Verdict): boolean =>
      other.facts.length > 0 &&
      !other.parts.some(({ kind }) => kind === 'figure') &&
      other.facts.every((fact) => verdict.facts.includes(fact))
    return figures.length > 0 && verdicts.some(isToldBy) ? { ...verdict, parts: figures, facts: [] } : verdict
  })
}

/** Adds the pictures of all that an answer says in words. */
export function illustrated(verdict: Verdict, library: Library): Verdict {
  const { status, notice, parts } = verdict
  if (status !== 'answered' || !notice || parts.some(({ kind }) => kind === 'figure')) return verdict
  const told = new Set(parts.flatMap(factsOf))
  const kinds = (['timeline', 'map'] as const).filter((kind) => {
    const shown = shownBy(kind, planOf(notice, library))
    // One date is no timeline.
    return shown.length > (kind === 'timeline' ? 1 : 0) && shown.every((fact) => told.has(fact))
  })
  if (kinds.length === 0) return verdict
  return { ...verdict, parts: [...parts, ...kinds.map((of): Part => ({ kind: 'figure', of, notice, asked: false }))] }
}

/** The facts without which an answer does not say what the picture shows. */
function shownBy(kind: FigureKind, { timeline, map: things }: Plan): readonly Fact[] {
  if (kind === 'timeline') return timeline ? [...timeline.dated, ...timeline.lasting] : []
  return things?.frame ?? []
}

/** What can be asked for of a notice. */
export function hasFigure(kind: FigureKind, notice: Notice, library: Library): boolean {
  const { timeline, map: things } = planOf(notice, library)
  return kind === 'timeline' ? timeline !== null : things !== null && things.counts.length + things.frame.length + things.leads.size > 0
}
