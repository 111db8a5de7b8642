// The second notice does not change what is said of the first: every question about it, asked of both, gets the answer that it gets alone.
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadAssistant } from '../adapters/load.js'
import { readCases } from '../scripts/knowledge/evaluate/cases.js'
import type { Answer } from '../src/answer.js'
import type { Assistant } from '../src/assistant.js'
import { assistant as alone } from './assistant.js'

const both = loadAssistant()
const ABOUT_OTHERS = ['pilot-list.jsonl', 'scholarships.jsonl', 'scholarships-blind.jsonl', 'scholarships-held-out.jsonl']

/** Questions that name what only the second notice knows, and what becomes of them. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // Two cities: whether they were selected stands in the list.
  'm-not_stated-004': 'answered from blockchain-pilots-2022-list',
  'n-not_stated-018': 'answered from blockchain-pilots-2022-list',
  // "hyping coins" is its word; that a pilot can lose its status is the only penalty that any source names.
  'c-not_stated-013': 'answered from blockchain-pilots-2022-list',
  // A word of its own in a question about something else: no false answer, yet not told as foreign.
  'n-out_of_scope-001': 'not_stated from blockchain-pilots-2022-list',
}

function converse(assistant: Assistant, turns: readonly string[], now: Date): Answer {
  let answer: Answer | undefined
  for (const text of turns) answer = assistant.ask({ input: { kind: 'text', text }, now, memory: answer?.memory })
  return answer as Answer
}

function brief({ status, facts }: Answer): string {
  return `${status} ${facts.join(' ')}`
}

it('every question about the first notice is answered the same with the second one loaded', () => {
  const files = readdirSync(new URL('./questions/', import.meta.url)).filter((file) => !ABOUT_OTHERS.includes(file))
  const cases = files.flatMap((file) => readCases(new URL(`./questions/${file}`, import.meta.url)))
  const changed: Record<string, string> = {}
  for (const { id, turns, now } of cases) {
    const at = new Date(`${now ?? '2026-11-23'}T04:00:00Z`)
    const [one, other] = [converse(alone, turns, at), converse(both, turns, at)]
    if (brief(one) !== brief(other)) changed[id] = `${other.status} from ${other.notice}`
  }
  expect(cases.length).toBeGreaterThan(2500)
  expect(changed).toEqual(OTHERWISE)
})
