// Asks the questions of a file and judges the answers.
import { renderText } from '../../../adapters/terminal/render.js'
import type { Answer } from '../../../src/answer.js'
import type { Assistant } from '../../../src/assistant.js'
import { type Case, clockOf } from './cases.js'
import { faults, isFalseAnswer } from './grade.js'

/** The day that the clock shows where a question names none. */
const USUAL_DAY = '2026-11-23'

interface Judged {
  readonly id: string
  readonly area: string
  readonly lang: string
  readonly style: string
  readonly question: string
  readonly status: string
  readonly said: string
  /** [] where the answer is right. */
  readonly faults: readonly string[]
  /** Answered although the source is silent, or the question another's. */
  readonly false_answer: boolean
}

interface Tally {
  readonly right: number
  readonly of: number
}

const WAYS = ['area', 'lang', 'style'] as const

export interface Evaluation {
  readonly all: Tally
  readonly false_answers: number
  readonly by: Readonly<Record<(typeof WAYS)[number], Readonly<Record<string, Tally>>>>
  readonly failures: readonly Judged[]
}

/** @param notice answer from this one notice only */
export function evaluate(cases: readonly Case[], assistant: Assistant, notice: string | undefined): Evaluation {
  const judged = cases.map((one): Judged => {
    const answer = converse(one.turns, one.now ?? USUAL_DAY, assistant, notice)
    return {
      id: one.id,
      area: one.area,
      lang: one.lang,
      style: one.style,
      question: one.turns.join(' / '),
      status: answer.status,
      said: renderText(answer),
      faults: faults(one, answer),
      false_answer: isFalseAnswer(one, answer),
    }
  })
  const by = (way: (typeof WAYS)[number]): Record<string, Tally> =>
    Object.fromEntries(
      [...new Set(judged.map((one) => one[way]))].sort().map((key) => [key, tally(judged.filter((one) => one[way] === key))]),
    )
  return {
    all: tally(judged),
    false_answers: judged.filter((one) => one.false_answer).length,
    by: { area: by('area'), lang: by('lang'), style: by('style') },
    failures: judged.filter((one) => one.faults.length > 0),
  }
}

/** The answer to the last of several turns of one conversation. `day`: ISO, or an instant. */
export function converse(turns: readonly string[], day: string, assistant: Assistant, notice?: string): Answer {
  let answer: Answer | undefined
  for (const text of turns) answer = assistant.ask({ input: { kind: 'text', text }, now: clockOf(day), memory: answer?.memory, notice })
  return answer as Answer
}

function tally(judged: readonly Judged[]): Tally {
  return { right: judged.filter((one) => one.faults.length === 0).length, of: judged.length }
}

/** The evaluation as a table, and what was said where it was wrong. */
export function tableOf({ all, by, false_answers, failures }: Evaluation): string {
  const row = (name: string, { right, of }: Tally): string =>
    `${name.padEnd(24)}${String(right).padStart(6)} of ${String(of).padStart(5)}${`${((100 * right) / Math.max(1, of)).toFixed(1)}%`.padStart(8)}`
  const ways = WAYS.flatMap((way) => ['', way, ...Object.entries(by[way]).map(([key, count]) => row(`  ${key}`, count))])
  const wrong = failures.flatMap(({ id, question, faults, said }) => [
    '',
    `${id}  ${question}`,
    `  ${faults.join('; ')}`,
    ...said.split('\n').map((line) => `  > ${line}`),
  ])
  return [row('right', all), `answered where the source is silent: ${false_answers}`, ...ways, ...wrong].join('\n')
}
