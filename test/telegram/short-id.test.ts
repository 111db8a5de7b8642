// Ids in buttons and links: short enough, and the same when they come back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkToWords, questionOfLink } from '../../adapters/telegram/showing/deep-link.js'
import { lengthen, shorten } from '../../adapters/telegram/showing/short-id.js'
import { createAssistant } from '../../src/assistant.js'
import { choiceId, queryOfChoice } from '../../src/query/choice.js'
import { assistant } from '../assistant.js'

const { library } = assistant

describe('an id', () => {
  it('that fits can be read', () => {
    expect([
      shorten('blockchain-pilots-2021/completion', 64),
      shorten('blockchain-pilots-2021/enterprise+comprehensive?eligibility', 64),
    ]).toEqual(['blockchain-pilots-2021_completion', 'blockchain-pilots-2021_enterprisePcomprehensiveQeligibility'])
  })

  it('comes back as it was, however little room there is', () => {
    const things = [...library.things.values()].map((thing) => thing.entry.id)
    const aspects = [...library.language.aspects.keys()]
    const choice = fc
      .tuple(fc.uniqueArray(fc.constantFrom(...things), { maxLength: 3 }), fc.constantFrom('', ...aspects))
      .map(([names, aspect]) => choiceId('blockchain-pilots-2021', names, aspect))
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...library.facts.keys()), choice), fc.integer({ min: 30, max: 64 }), (id, most) => {
        const short = shorten(id, most)
        if (short === null) return
        expect([short.length <= most, /^[A-Za-z0-9_-]+$/.test(short), lengthen(short, library)]).toEqual([true, true, id])
      }),
    )
  })

  it('with three things and any aspect fits into a button', () => {
    const [first = '', second = '', third = ''] = [...library.things.values()]
      .map((thing) => thing.entry.id)
      .sort((a, b) => b.length - a.length)
    const longest = [...library.language.aspects.keys()].sort((a, b) => b.length - a.length)[0] ?? ''
    expect(shorten(choiceId('a-notice-with-a-name-that-is-longer-than-most', [first, second, third], longest), 60)).not.toBeNull()
  })

  it('is never read as another one that happens to have the same digest', () => {
    const [notice] = library.notices.values()
    const fact = [...(notice?.facts.values() ?? [])][0]
    if (!notice || !fact) throw new Error('no notice')
    // Found by trying: the first six letters of their digests are the same.
    const libraryOf = (...ids: readonly string[]) =>
      createAssistant(library.language, [{ ...notice, facts: new Map(ids.map((id) => [id, { ...fact, id }])) }]).library
    const short = `${notice.id}_Hdeqzli`
    expect([lengthen(short, libraryOf('fact-21609')), lengthen(short, libraryOf('fact-24587'))]).toEqual([
      `${notice.id}/fact-21609`,
      `${notice.id}/fact-24587`,
    ])
    expect(lengthen(short, libraryOf('fact-21609', 'fact-24587'))).toBeNull()
    // A fact alone has room for so many letters that none is the same by chance.
    expect(shorten(`${'n'.repeat(60)}/fact-21609`, 60)).toMatch(/^H[a-z2-7]{24}_fact-21609$/)
    expect(shorten(`${notice.id}/${'f'.repeat(60)}`, 60)).toMatch(/^H[a-z2-7]{24}_H[a-z2-7]{24}$/)
  })

  it('of something that is not there is none', () => {
    expect(
      ['', 'x', 'no-such-notice_fact', 'blockchain-pilots-2021_no-such-fact', 'Haaaaaaa_Q', 'blockchain-pilots-2021_Qno-such-aspect'].map(
        (short) => lengthen(short, library),
      ),
    ).toEqual(Array(6).fill(null))
  })

  it('of any characters is looked up without harm', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = lengthen(text, library)
        expect(id === null || library.facts.has(id) || queryOfChoice(id, library) !== null).toBe(true)
      }),
    )
  })
})

describe('a link', () => {
  it('to words carries them as they are, or there is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const payload = linkToWords(text)
        if (payload === null) return
        expect([payload.length <= 64, /^[A-Za-z0-9_-]+$/.test(payload), questionOfLink(payload, library)]).toEqual([
          true,
          true,
          { kind: 'text', text },
        ])
      }),
    )
  })

  it('of any content is followed without harm', () => {
    fc.assert(
      fc.property(fc.string(), (payload) => {
        const question = questionOfLink(payload, library)
        expect(question === null || assistant.ask({ input: question, now: new Date(0) }).blocks.length > 0).toBe(true)
      }),
    )
  })
})
