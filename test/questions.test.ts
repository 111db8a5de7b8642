// What askers type, in every language and style, judged by checks that people wrote who knew the source and not the program.
import { describe, expect, it } from 'vitest'
import { readCases } from '../scripts/knowledge/evaluate/cases.js'
import { faults, isFalseAnswer } from '../scripts/knowledge/evaluate/grade.js'
import { assistant, assistantOf, converse } from './assistant.js'

const SETS = [
  'chinese',
  'english',
  'hard',
  'broad',
  'commentary',
  'everyday',
  'plain-english',
  'everyday-2',
  'everyday-3',
  'everyday-4',
  'everyday-5',
  'everyday-6',
  'everyday-7',
  'everyday-8',
  'everyday-9',
  'traps',
  'confusable',
  'pilot-list',
] as const

// `pilot-list` was written together with its notice: it guards it and measures nothing.
/** The notice that a set asks about, where it is not the call. */
const OF: Partial<Record<(typeof SETS)[number], string>> = { 'pilot-list': 'blockchain-pilots-2022-list' }

/** Share of each set that must be answered strictly right. Raised as the program gets better, never lowered. */
const GATE: Readonly<Record<(typeof SETS)[number], number>> = {
  chinese: 0.95,
  english: 0.85,
  hard: 0.88,
  broad: 0.92,
  commentary: 0.85,
  everyday: 0.96,
  'plain-english': 0.96,
  'everyday-2': 0.95,
  'everyday-3': 0.94,
  'everyday-4': 0.95,
  'everyday-5': 0.96,
  'everyday-6': 0.93,
  'everyday-7': 0.89,
  'everyday-8': 0.91,
  'everyday-9': 0.91,
  traps: 0.8,
  confusable: 1,
  'pilot-list': 1,
}

describe.each(SETS)('the questions of %s', (set) => {
  const cases = readCases(new URL(`./questions/${set}.jsonl`, import.meta.url))
  const asked = OF[set] === undefined ? assistant : assistantOf(OF[set])
  const judged = cases.map((question) => {
    const answer = converse(question.turns, new Date(`${question.now ?? '2026-11-23'}T04:00:00Z`), asked)
    return { question, answer, faults: faults(question, answer) }
  })

  it('are answered right, as far as the gate asks', () => {
    const wrong = judged.filter((one) => one.faults.length > 0)
    const report = wrong.map(({ question, faults }) => `${question.id} ${question.turns.at(-1)}: ${faults.join('; ')}`)
    expect(1 - wrong.length / judged.length, report.join('\n')).toBeGreaterThanOrEqual(GATE[set])
  })

  it('get no false answer that is not known of', () => {
    const known = KNOWN_FALSE_ANSWERS
    expect(
      judged
        .filter(({ question, answer }) => isFalseAnswer(question, answer))
        .map(({ question }) => question.id)
        .filter((id) => !known.has(id)),
    ).toEqual([])
  })
})

/** Open faults, to be mended: answered although the source is silent. */
const KNOWN_FALSE_ANSWERS: ReadonlySet<string> = new Set([
  'b-out_of_scope-010',
  'd-not_stated-009',
  'm-out_of_scope-011',
  'n-not_stated-011',
  'o-eligibility-014',
  'p-not_stated-027',
  'p-not_stated-040',
  'p-not_stated-050',
  'p-out_of_scope-059',
  'p-out_of_scope-067',
])
