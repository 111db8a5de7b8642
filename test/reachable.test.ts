// Every statement of the knowledge can be asked for, in both languages, and is answered with its source.
import { describe, expect, it } from 'vitest'
import { ask, assistantOf } from './assistant.js'
import { ONE_QUESTION_A_FACT } from './one-question-a-fact.js'

describe.each(Object.entries(ONE_QUESTION_A_FACT))('every fact of %s', (notice, questions) => {
  const assistant = assistantOf(notice)

  it('has a question in the list', () => {
    const facts = [...(assistant.library.notices.get(notice)?.facts.keys() ?? [])]
    expect(questions.map(([fact]) => fact).sort()).toEqual(facts.sort())
  })

  it.each(questions)('%s is reached by "%s" and "%s"', (fact, zh, en) => {
    const answers = [ask(zh, { of: assistant }), ask(en, { of: assistant })]
    expect(answers.map(({ status, lang, facts }) => ({ status, lang, reached: facts.includes(`${notice}/${fact}`) }))).toEqual([
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
          expect({ label, facts: ask(label, { of: assistant }).facts }).toEqual({ label, facts: expect.arrayContaining([offered]) })
      }
    }
  })
})
