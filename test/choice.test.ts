// What is asked without typing: choices from menus, and what is offered while somebody types.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAssistant } from '../src/assistant.js'
import { complete } from '../src/complete.js'
import { menuOf, thingOptions } from '../src/menu.js'
import { choiceId, queryOfChoice } from '../src/query/choice.js'
import { assistant } from './assistant.js'

const NOTICE = 'blockchain-pilots-2021'
const { library } = assistant
const notice = [...library.notices.values()][0] as NonNullable<ReturnType<typeof library.notices.get>>

function facts(id: string): readonly string[] {
  return assistant.ask({ input: { kind: 'suggestion', id }, now: new Date('2022-06-01T00:00:00Z'), lang: 'en' }).facts
}

describe('a choice', () => {
  it('is answered like the question that it stands for', () => {
    expect(facts(choiceId(NOTICE, ['health'], 'lead'))).toEqual([`${NOTICE}/lead-health`])
    expect(facts(choiceId(NOTICE, [], 'completion-deadline'))).toContain(`${NOTICE}/completion`)
    expect(facts(choiceId(NOTICE, ['fintech'], 'membership'))).toEqual([`${NOTICE}/domains-fintech`])
  })

  it('of an applicant and a type is reasoned', () => {
    const answer = assistant.ask({
      input: { kind: 'suggestion', id: choiceId(NOTICE, ['enterprise', 'comprehensive'], 'eligibility') },
      now: new Date('2022-06-01T00:00:00Z'),
      lang: 'en',
    })
    expect(answer.blocks).toEqual([
      {
        kind: 'paragraph',
        text: 'For a comprehensive pilot, in principle no: it is in principle for prefecture-level governments and sub-provincial governments, not enterprises; whether there are exceptions the source does not say. What is open to enterprises is the characteristic-domain pilot.',
      },
    ])
  })

  it('of what is not there any more asks what is wanted', () => {
    for (const id of [`${NOTICE}/no-such-thing?lead`, `${NOTICE}/health?no-such-aspect`, 'no-such-notice/health?lead', 'nonsense'])
      expect(assistant.ask({ input: { kind: 'suggestion', id }, now: new Date(0) }).status).toBe('clarify')
  })

  it('never throws, whatever comes back as its id', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `${NOTICE}/${text}?lead`),
        ),
        (id) => {
          expect(queryOfChoice(id, library)?.notice.id ?? NOTICE).toBe(NOTICE)
        },
      ),
    )
  })
})

describe('the menu of a notice', () => {
  it('offers what its facts answer', () => {
    expect(menuOf(library, notice)).toEqual({
      items: `${NOTICE}/domain?membership`,
      eligibility: `${NOTICE}/?eligibility`,
      dialog: true,
      deadline: `${NOTICE}/?completion-deadline`,
      source: `${NOTICE}/?source`,
      compare: `${NOTICE}/comprehensive+characteristic?difference`,
      timeline: `${NOTICE}/?schedule`,
      map: `${NOTICE}/?map`,
    })
  })

  it('offers no list of things that no fact lists', () => {
    const things = { ...notice, facts: new Map([...notice.facts].filter(([, fact]) => !fact.aspect.includes('membership'))) }
    expect(menuOf(createAssistant(library.language, [things]).library, things).items).toBe(null)
  })

  it('names types in the language of the asker', () => {
    expect(thingOptions(library, notice, 'track', 'zh-Hant')).toEqual([
      { id: 'comprehensive', name: '綜合性試點' },
      { id: 'characteristic', name: '特色領域試點' },
    ])
  })
})

describe('while somebody types', () => {
  it('nothing yet gets what the knowledge answers, each question once', () => {
    const labels = complete('', 'zh-Hans', library, 25).map(({ label }) => label)
    expect([labels.length, new Set(labels).size]).toEqual([25, 25])
  })

  it('a name gets questions about it', () => {
    expect(complete('trade fin', 'en', library, 25).map(({ label }) => label)).toEqual(['Who leads Blockchain + trade finance?'])
    expect(complete('卫生健康', 'zh-Hans', library, 25).map(({ label }) => label)).toEqual(['区块链+卫生健康由谁牵头？'])
  })

  it('every offer is answered', () => {
    const unanswered = complete('', 'en', library, 100).filter(
      ({ id }) => assistant.ask({ input: { kind: 'suggestion', id }, now: new Date(0) }).status !== 'answered',
    )
    expect(unanswered).toEqual([])
  })

  it('any text gets offers within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => complete(typed, 'en', library, 25).length <= 25),
      { numRuns: 100 },
    )
  })
})
