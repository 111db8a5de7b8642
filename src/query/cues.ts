// How a question is asked: whether by any of some cues, and whether it wants a yes or a no.

type Cues = { readonly cues: ReadonlySet<string> }

/** Whether a question has any of these cues. */
export function asksBy({ cues }: Cues, some: readonly string[]): boolean {
  return some.some((cue) => cues.has(cue))
}

/** Whether a yes or a no is wanted. Not where something else is asked: "which domains does it lead?" has a "does" and wants no yes. */
export function isYesNo(query: Cues): boolean {
  return query.cues.has('yesno') && !asksBy(query, OPEN)
}

const OPEN = ['who', 'which', 'what', 'when', 'where', 'howmany', 'list'] as const

/** Cues by which the clock is asked about: is it over, what is left, how long ago. */
export const CLOCK_CUES = ['over', 'remaining', 'lastday', 'late', 'ago'] as const

/** Cues by which a day is asked for: the clock's, and when. */
export const DAY_CUES = ['when', ...CLOCK_CUES] as const
