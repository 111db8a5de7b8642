// What was asked before is known again: the same answer, less work.
import { describe, expect, test } from 'vitest'
import { recalling } from '../adapters/recall.js'
import type { Answer, Asked, Memory } from '../src/answer.js'
import type { Assistant } from '../src/assistant.js'
import { assistant } from './assistant.js'

const BEFORE = new Date('2021-12-01T04:00:00Z')
const AFTER = new Date('2026-11-23T04:00:00Z')

/** The assistant, and what it was made to work out. */
function counted(most?: number): { recalled: Assistant; worked: Asked[] } {
  const worked: Asked[] = []
  const settle: Assistant['settle'] = (asked) => {
    worked.push(asked)
    return assistant.settle(asked)
  }
  return { recalled: recalling({ ...assistant, settle }, most), worked }
}

const text = (words: string): Asked['input'] => ({ kind: 'text', text: words })

function conversation(of: Assistant, turns: readonly string[], now: Date): Answer[] {
  let memory: Memory | undefined
  return turns.map((turn) => {
    const answer = of.ask({ input: text(turn), now, memory })
    ;({ memory } = answer)
    return answer
  })
}

describe('what is asked again', () => {
  const TURNS = [
    '区块链+教育由谁牵头',
    '那医疗呢',
    'how long do I have?',
    'timeline',
    '试点什么时候结束',
    'thanks',
    'weather tomorrow?',
    '第二个呢',
  ]

  test.each([
    ['before the deadline', BEFORE],
    ['after it', AFTER],
  ])('a conversation, and again, %s, gets what it gets without recall', (_, now) => {
    const { recalled, worked } = counted()
    const expected = conversation(assistant, TURNS, now)
    expect(conversation(recalled, TURNS, now)).toEqual(expected)
    expect(conversation(recalled, TURNS, now)).toEqual(expected)
    expect(worked).toHaveLength(TURNS.length)
  })

  test('the clock goes on: what an answer says to it is said anew, with nothing worked out again', () => {
    const { recalled, worked } = counted()
    const asked = { input: text('试点什么时候结束，还剩多少天') }
    const told = [BEFORE, AFTER, BEFORE].map((now) => recalled.ask({ ...asked, now }))
    expect(told).toEqual([BEFORE, AFTER, BEFORE].map((now) => assistant.ask({ ...asked, now })))
    expect(told[0]).not.toEqual(told[1])
    expect(worked).toHaveLength(1)
  })

  test('another language, another place in a conversation, another notice, a choice instead of words: each is another question', () => {
    const { recalled, worked } = counted()
    const question: Asked = { input: text('deadline') }
    const { memory } = assistant.ask({ input: text('区块链+教育由谁牵头'), now: AFTER })
    const others: Asked[] = [
      question,
      { ...question, locale: 'zh-Hant' },
      { ...question, lang: 'zh-Hans' },
      { ...question, memory },
      { ...question, notice: 'blockchain-pilots-2021' },
      { input: { kind: 'suggestion', id: 'deadline' } },
    ]
    const answers = (of: Assistant): Answer[] => others.map((asked) => of.ask({ ...asked, now: AFTER }))
    expect(answers(recalled)).toEqual(answers(assistant))
    expect(answers(recalled)).toEqual(answers(assistant))
    expect(worked).toEqual(others.map((asked) => ({ ...asked, now: AFTER })))
  })

  test('of more than is kept the one that was asked longest ago is worked out again', () => {
    const { recalled, worked } = counted(2)
    for (const words of ['hello', 'deadline', 'hello', 'domains', 'hello', 'deadline']) recalled.ask({ input: text(words), now: AFTER })
    expect(worked.map(({ input }) => input)).toEqual(['hello', 'deadline', 'domains', 'deadline'].map(text))
  })

  test('how an answer came about is worked out whenever it is asked for', () => {
    const { recalled } = counted()
    const question = { input: text('deadline'), now: AFTER }
    recalled.ask(question)
    expect(recalled.explain(question)).toEqual(assistant.explain(question))
  })
})
