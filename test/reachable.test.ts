// Every statement of the knowledge can be asked for, in both languages, and is answered with its source.
import { describe, expect, it } from 'vitest'
import { ask, assistant } from './assistant.js'
import { ONE_QUESTION_A_FACT } from './one-question-a-fact.js'

const NOTICE = 'blockchain-pilots-2021'

describe('every fact of the notice', () => {
  it('has a question in the list', () => {
    const facts = [...(assistant.library.notices.get(NOTICE)?.facts.keys() ?? [])]
    expect(ONE_QUESTION_A_FACT.map(([fact]) => fact).sort()).toEqual(facts.sort())
  })

  it.each(ONE_QUESTION_A_FACT)('%s is reached by "%s" and "%s"', (fact, zh, en) => {
    const answers = [ask(zh), ask(en)]
    expect(answers.map(({ status, lang, facts }) => ({ status, lang, reached: facts.includes(`${NOTICE}/${fact}`) }))).toEqual([
      { status: 'answered', lang: 'zh-Hans', reached: true },
      { status: 'answered', lang: 'en', reached: true },
    ])
    for (const answer of answers) expect(answer.citations.length).toBeGreaterThan(0)
  })

  it('is reached by the suggestion that offers it, picked or typed', () => {
    for (const locale of ['zh-Hans', 'en', 'zh-Hant'] as const) {
      for (const id of assistant.library.facts.keys()) {
        const { suggestions } = assistant.ask({ input: { kind: 'suggestion', id }, now: new Date('2026-11-23'), locale })
        for (const { id: offered, label } of suggestions)
          expect({ label, facts: ask(label).facts }).toEqual({ label, facts: expect.arrayContaining([offered]) })
      }
    }
  })
})
