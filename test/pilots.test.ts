// Questions on the call that were once answered with something else, or with the wrong silence.
import { describe, expect, it } from 'vitest'
import { assistantOf, converse } from './assistant.js'

const call = assistantOf('blockchain-pilots-2021')

function facts(...turns: readonly string[]): [string, readonly string[]] {
  const answer = converse(turns, new Date('2026-11-23T04:00:00Z'), call)
  return [answer.status, answer.facts.map((id) => id.replace(/^.*\//, ''))]
}

it.each([
  // How many types there are comes nearest.
  ['how many comprehensive pilots are there?', ['track-count']],
  ['How many characteristic pilots?', ['track-count']],
  ['综合性试点有多少个？', ['track-count']],
  ['特色领域试点有几个？', ['track-count']],
  ['How many pilots are there?', []],
  ['试点有多少个？', []],
])('how many pilots there are is not stated, and neither how long nor how many fields is told: %s', (question, near) => {
  expect(facts(question)).toEqual(['not_stated', near])
})

it.each([
  'can a hospital apply for the characteristic type?',
  'Can a hospital apply for the characteristic-domain pilot?',
  '医院能申报特色领域这一类型吗？',
])('who asks for a type is told its rule, and not what field they are of: %s', (question) => {
  expect(facts(question)[1]).toContain('applicants-characteristic')
})

describe('what is asked for and not stated is named', () => {
  const text = (question: string): string => {
    const block = converse([question], new Date('2026-11-23T04:00:00Z'), call).blocks[0]
    return block && 'text' in block ? block.text : ''
  }

  it.each([
    ['申报要盖几个章？', '来源没有写明“章”的数目。'],
    ['How many gizmos must we submit?', 'The source does not state a number of “gizmos”.'],
    ['申請需要準備哪些附件與證明文件？', '來源沒有寫明申報材料。'],
    ['What do we submit?', 'The source does not state the application materials.'],
  ])('%s', (question, answer) => {
    expect(text(question)).toBe(answer)
  })
})

it('"what did he say about costs?" is answered with what he said', () => {
  expect(facts('What did Yu Jianing say?', 'what did he say about costs?')).toEqual(['answered', ['yu-costs']])
})

it.each(['达鸿飞今年多大', '达鸿飞是哪国人', '于佳宁结婚了没', 'How old is Da Hongfei?', 'Is Yu Jianing married?'])(
  'of a person nothing is told but what is asked: %s',
  (text) => {
    expect(facts(text)[0]).toBe('not_stated')
  },
)

it.each(['深圳是综合性试点吗', '南京是不是综合试点', 'Is Shenzhen a comprehensive pilot?'])(
  'what there is to say of a type is no yes to a place that nobody named: %s',
  (text) => {
    expect(facts(text)[0]).toBe('not_stated')
  },
)

it('a name keeps the traditional characters that are its own', () => {
  const text = converse(['於佳寧是誰'], new Date('2026-11-23T04:00:00Z'), call).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.text : [],
  )
  expect(text).toEqual(['于佳寧是中國通信工業協會的區塊鏈專委會輪值主席。'])
})
