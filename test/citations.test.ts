// What an answer cites where a notice rests on several sources, and what it says where they disagree.
import { describe, expect, it } from 'vitest'
import { ask, assistantOf } from './assistant.js'

const list = assistantOf('blockchain-pilots-2022-list')
const cited = (text: string) => {
  const { citations, cited } = ask(text, { of: list })
  return { citations: citations.map(({ id, date, section, paragraph }) => [id, date, section, paragraph]), cited }
}

describe('sources without a numbering', () => {
  it('are cited by title and as much of a date as is known, and for machines by where the evidence stands', () => {
    expect(cited('有哪些高校入选?')).toEqual({ citations: [['open-university', '', '', 13]], cited: ['来源：国家开放大学网站'] })
    expect(cited('Who guides the pilots?')).toEqual({
      citations: [['itpro-2022', '2022', '', 18]],
      cited: ['Source: report by ITPro (2022)'],
    })
  })

  it('are a line each, however many passages of them an answer rests on', () => {
    expect(cited('最終名單什麼時候公布、誰公布的?')).toEqual({
      citations: [
        ['cbn-2022-02-13', '2022-02-13', '', 9],
        ['yonhap-2022-01-30', '2022-01-30', '', 9],
      ],
      cited: ['來源：China Banking News的報道（2022-02-13）', '來源：韓聯社的報道（2022-01-30）'],
    })
  })
})

describe('values on which sources disagree', () => {
  it.each([
    'Are there 165 characteristic-domain pilots?',
    'Are there 164 characteristic-domain pilots?',
    'How many characteristic-domain pilots are there?',
    'Is it 164 or 165 characteristic-domain pilots?',
  ])('are told whole, without yes or no: %s', (text) => {
    const { status, blocks, citations } = ask(text, { of: list })
    expect({ status, blocks, sources: citations.map(({ id }) => id) }).toEqual({
      status: 'answered',
      blocks: [
        {
          kind: 'paragraph',
          text: 'The sources differ on the number of characteristic-domain pilots. Reuters (January 2022), Yonhap (30 January 2022) and others say 164; China Banking News (13 February 2022) alone says 165. No source explains the difference.',
        },
      ],
      sources: ['cbn-2022-02-13', 'reuters-2022-01', 'yonhap-2022-01-30'],
    })
  })
})

describe('a list that names only some', () => {
  it('denies nobody whom it does not name', () => {
    expect(ask('深圳是综合性试点吗?', { of: list }).status).toBe('not_stated')
  })

  it('says yes to no word that is wider than what it names', () => {
    const [first] = ask('Was Beijing selected?', { of: list }).blocks
    expect(first).toMatchObject({ kind: 'paragraph', text: expect.stringMatching(/^Of the comprehensive pilots/) })
  })
})
