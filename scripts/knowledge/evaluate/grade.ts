// Judges an answer against what a question expects: its status, what its text must and must not hold, its language.
import { renderText } from '../../../adapters/terminal/render.js'
import type { Answer } from '../../../src/answer.js'
import { toSimplified } from '../../../src/query/script.js'
import type { Case } from './cases.js'

/** Longest answer, in characters: a whole list with its sources fits, a recited source does not. */
const LONGEST = 1600

/** What is wrong with an answer, [] if nothing. Chinese is compared in simplified characters, case and width do not count. */
export function faults({ expect, lang }: Case, answer: Answer): string[] {
  const text = toSimplified(renderText(answer).normalize('NFKC'))
  const holds = (pattern: string): boolean => new RegExp(pattern, 'iu').test(text)
  return [
    ...(expect.status.includes(answer.status) ? [] : [`status ${answer.status}, not ${expect.status.join(' or ')}`]),
    ...(expect.all ?? []).filter((pattern) => !holds(pattern)).map((pattern) => `lacks ${pattern}`),
    ...(expect.none ?? []).filter(holds).map((pattern) => `has ${pattern}`),
    ...([...text].length <= LONGEST ? [] : [`has more than ${LONGEST} characters`]),
    ...(inLanguage(lang, text) ? [] : ['is in the wrong language']),
  ]
}

/** An answer where the source is silent or the question is another's: the worst that can happen. */
export function isFalseAnswer({ expect }: Case, answer: Answer): boolean {
  return answer.status === 'answered' && expect.status.every((status) => status === 'not_stated' || status === 'out_of_scope')
}

function inLanguage(lang: Case['lang'], text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/[a-z]/giu)?.length ?? 0
  if (lang === 'en') return latin >= 2 * han
  return lang === 'mixed' || han >= 0.3 * latin
}
