// What decide hands to compose: which facts answer, and what is to be said around them, without a sentence of any language.
import type { Status } from '../answer.js'
import type { FigureKind } from '../figure/figure.js'
import type { Fact, KindOfThing, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import type { Aspect } from '../language/language.js'

/** What a placeholder of a wording can stand for. */
export type Arg =
  | { readonly kind: 'things'; readonly things: readonly Thing[] }
  | { readonly kind: 'kind'; readonly of: KindOfThing; readonly count?: number }
  | { readonly kind: 'aspect'; readonly aspect: Aspect }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'title'; readonly notice: Notice }
  /** Of all the notices that could be asked. */
  | { readonly kind: 'titles' }

/** One thing to say. */
export type Part =
  /** A fact in its own words. */
  | { readonly kind: 'fact'; readonly fact: Fact }
  /** A wording of language/wording.yaml. */
  | { readonly kind: 'say'; readonly key: string; readonly args: Readonly<Record<string, Arg>> }
  /** Facts one by one. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Where the clock stands against a fact's date; `due` where it is one by which something is over. */
  | { readonly kind: 'clock'; readonly fact: Fact; readonly asked: boolean; readonly due: boolean }
  /** What the source does say nearby. */
  | { readonly kind: 'near'; readonly facts: readonly Fact[] }
  /** A picture of what the other parts say. */
  | { readonly kind: 'figure'; readonly of: FigureKind; readonly notice: Notice; readonly asked: boolean }

export interface Verdict {
  readonly status: Status
  readonly notice: Notice | null
  readonly parts: readonly Part[]
  /** Facts that the answer rests on. */
  readonly facts: readonly Fact[]
  /** Questions to offer next; for clarify, the choices. */
  readonly offers: readonly Offer[]
  /** The question was understood to its last word: what is not stated is worth saying beside an answer. */
  readonly firm?: boolean
  /** Another notice has an answer as well: which one this is from is said. */
  readonly titled?: boolean
  /** Why it was decided so, for --explain. */
  readonly reason: string
}

/** A follow-up question: a fact, an aspect of a thing, or the same question to one of several notices. */
export type Offer =
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'aspect'; readonly thing: Thing; readonly aspect: Aspect }
  /** The same question to one notice; `id` as of a suggestion. */
  | { readonly kind: 'notice'; readonly notice: Notice; readonly id: string }

export function answered(notice: Notice, parts: readonly Part[], reason: string, extra: readonly Fact[] = []): Verdict {
  return { status: 'answered', notice, parts, facts: [...new Set([...parts.flatMap(factsOf), ...extra])], offers: [], reason }
}

export function factsOf(part: Part): readonly Fact[] {
  if (part.kind === 'fact' || part.kind === 'clock') return [part.fact]
  return part.kind === 'facts' || part.kind === 'near' ? part.facts : []
}

/** The facts that an answer gives as its own, each once. */
export function citedIn({ facts, parts }: Pick<Verdict, 'facts' | 'parts'>): readonly Fact[] {
  return [...new Set([...facts, ...parts.flatMap(factsOf)])]
}

/** Whether what it says depends on the clock. */
export function isOfTheMoment({ kind }: Part): boolean {
  return kind === 'clock' || kind === 'figure'
}

/** A fact in its own words. */
export function tell(fact: Fact): Part {
  return { kind: 'fact', fact }
}

export function say(key: string, args: Readonly<Record<string, Arg>> = {}): Part {
  return { kind: 'say', key, args }
}

export function named(things: readonly Thing[]): Arg {
  return { kind: 'things', things }
}
