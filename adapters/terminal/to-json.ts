// An answer as the JSON object of `ask --json` and `ask --jsonl`.
import type { Answer, Citation, Lang, Status, Suggestion } from '../../src/answer.js'
import type { FigureKind } from '../../src/figure/figure.js'
import { renderOnce } from './screen.js'

export interface AnswerJson {
  readonly id?: string
  readonly status: Status
  readonly lang: Lang
  readonly text: string
  readonly facts: readonly string[]
  readonly sources: readonly Citation[]
  readonly suggestions: readonly Suggestion[]
  /** The pictures that belong to it, in words: where there are any. */
  readonly figures?: readonly { readonly kind: FigureKind; readonly title: string; readonly alt: string }[]
}

/** @param id the request's, given back with its answer */
export function toJson(answer: Answer, id?: string): AnswerJson {
  const { status, lang, facts, citations, suggestions } = answer
  const figures = answer.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))
  return {
    ...(id === undefined ? {} : { id }),
    ...{ status, lang, text: renderOnce(answer), facts, sources: citations, suggestions },
    ...(figures.length === 0 ? {} : { figures: figures.map(({ kind, title, alt }) => ({ kind, title, alt })) }),
  }
}
