// An answer as the JSON object of `ask --json` and `ask --jsonl`.
import type { Answer, Citation, Lang, Status, Suggestion } from '../../src/answer.js'
import { renderOnce } from './screen.js'

export interface AnswerJson {
  readonly id?: string
  readonly status: Status
  readonly lang: Lang
  readonly text: string
  readonly facts: readonly string[]
  readonly sources: readonly Citation[]
  readonly suggestions: readonly Suggestion[]
}

/** @param id the request's, given back with its answer */
export function toJson(answer: Answer, id?: string): AnswerJson {
  const { status, lang, facts, citations, suggestions } = answer
  return { ...(id === undefined ? {} : { id }), status, lang, text: renderOnce(answer), facts, sources: citations, suggestions }
}
