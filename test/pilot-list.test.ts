// What the notice that follows another says by itself, and where it answers beside the one before it.
import { describe, expect, it } from 'vitest'
import { ask, assistantOf } from './assistant.js'

const LIST = assistantOf('blockchain-pilots-2022-list')
const BOTH = assistantOf('blockchain-pilots-2021', 'blockchain-pilots-2022-list')

describe('who is on a list', () => {
  it.each(['复旦大学在教育名单里吗', '浙江大学在教育名单里吗', '火星大学在教育名单里吗'])(
    'that its field is on it is no yes to somebody whom no source names: %s',
    (text) => {
      expect(ask(text, { of: LIST }).status).toBe('not_stated')
    },
  )

  it('somebody whom a source names is', () => {
    const { status, facts } = ask('清华大学在教育名单里吗', { of: LIST })
    expect([status, facts]).toEqual(['answered', ['blockchain-pilots-2022-list/education-units']])
  })

  it('its field is, where that is asked', () => {
    const { status, facts } = ask('教育在名单里吗', { of: LIST })
    expect([status, facts]).toEqual(['answered', ['blockchain-pilots-2022-list/domain-names']])
  })
})

describe('with the notice before it', () => {
  it('a number that only the later one has is told from it, under its name', () => {
    const { status, title, facts } = ask('特色领域试点最终到底164还是165', { of: BOTH })
    expect([status, title, facts]).toEqual([
      'answered',
      '区块链创新应用试点名单（2022年）',
      ['blockchain-pilots-2022-list/characteristic-count'],
    ])
  })

  it.each(['教育领域有哪些学校进了名单', '2022年名单的教育领域有哪些大学'])(
    'who is on its list is not where a field belongs: %s',
    (text) => {
      const { status, suggestions } = ask(text, { of: BOTH })
      expect([status, suggestions[0]?.id]).toEqual(['not_stated', 'blockchain-pilots-2022-list/education-units'])
    },
  )
})
