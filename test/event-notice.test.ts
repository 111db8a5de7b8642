// A notice of an event, with as little written down as its editor may: what it states is found all the same, and no more than it states.
import { describe, expect, it } from 'vitest'
import { loadAssistant } from '../adapters/load.js'
import { renderText } from '../adapters/terminal/render.js'

const assistant = loadAssistant('test/fixtures/fair')

/** Status and first line of an answer. */
function told(text: string): [string, string] {
  const answer = assistant.ask({ input: { kind: 'text', text }, now: new Date('2030-01-20T04:00:00Z') })
  return [answer.status, renderText(answer).split('\n')[0] as string]
}

const DAYS = { en: 'The lantern fair is held on 16 and 17 February 2030.', zh: '灯会2030年2月16日至17日举行。' }
const PLACE = { en: 'The lantern fair is held on the old bridge.', zh: '灯会在老桥举行。' }
const PAPERS = { en: 'Hand in the form and a photo.', zh: '申报要交申报表和照片。' }
const DISPUTED = {
  en: 'Reports differ on the number of stalls. Bridgehead Courier says 30, Bridgehead Gazette says 35.',
  zh: '摊位的数目说法不一：《桥头早报》说是30个，《桥头晚报》说是35个。',
}
const WHO = { en: 'Snack stalls are for cooks; traders from elsewhere may not apply.', zh: '小吃摊面向厨师；外地商贩不得申报。' }

it.each([
  ['When is the fair?', DAYS.en],
  ['When is the fair held?', DAYS.en],
  ['灯会什么时候举行？', DAYS.zh],
  ['灯会是哪天？', DAYS.zh],
  ['Where is the fair?', PLACE.en],
  ['灯会在哪里举办？', PLACE.zh],
])("an event's day and place answer when and where it is: %s", (question, answer) => {
  expect(told(question)).toEqual(['answered', answer])
})

it.each([
  ['What do I have to hand in?', PAPERS.en],
  ['What do I hand in?', PAPERS.en],
  ['What do I submit?', PAPERS.en],
  ['What must I bring?', PAPERS.en],
  ['要交什么？', PAPERS.zh],
  ['Where do I hand in my application?', 'Applications go to the Culture Office.'],
])('what is handed in is not where: %s', (question, answer) => {
  expect(told(question)).toEqual(['answered', answer])
})

it('a word that may mean a type does not beside one that is named', () => {
  expect([told('How much is a table for a snack stall?'), told('How much is a table?')]).toEqual([
    ['answered', 'The fee for a snack stall is 90 yuan.'],
    ['answered', 'The fee for a craft stall is 40 yuan.'],
  ])
})

it.each([
  ['Which newspaper is right about the number?', DISPUTED.en],
  ['Who is right about the stalls?', DISPUTED.en],
  ['Do the papers agree on the number?', DISPUTED.en],
  ['哪家报纸说得对？', DISPUTED.zh],
])('asked who is right it says who says what: %s', (question, answer) => {
  expect(told(question)).toEqual(['answered', answer])
})

describe('who may apply', () => {
  it.each([
    ['Can a trader from another town apply?', `No: traders from elsewhere may not apply. ${WHO.en}`],
    ['外地商贩可以申请吗？', `不可以：外地商贩不能申请。${WHO.zh}`],
  ])('is not somebody whom a rule turns away: %s', (question, answer) => {
    expect(told(question)).toEqual(['answered', answer])
  })

  it.each([
    ['Can a baker apply?', `Whether bakers may apply the source does not state. What the source does say: ${WHO.en}`],
    ['面包师可以申请吗？', `面包师能否申报，来源没有写明。来源写明的是：${WHO.zh}`],
    ['Can a florist apply?', `The source does not state anything about “florist”. What the source does say: ${WHO.en}`],
    ['花店可以申请吗？', `关于“花店”，来源没有写明。来源写明的是：${WHO.zh}`],
  ])('is not said of somebody of whom no rule speaks, and the rule stands beside it: %s', (question, answer) => {
    expect(told(question)).toEqual(['not_stated', answer])
  })
})

it.each([
  ['How many snack stalls are there?', `The source does not state the number for snack stall. What the source does say: ${DISPUTED.en}`],
  ['number of craft stalls?', `The source does not state the number for craft stall. What the source does say: ${DISPUTED.en}`],
  ['小吃摊有几个？', `来源没有写明小吃摊的数量。来源写明的是：${DISPUTED.zh}`],
  ['有多少小吃摊？', `来源没有写明小吃摊的数量。来源写明的是：${DISPUTED.zh}`],
])('how many of one type is neither its price, nor how long, nor how many of all: %s', (question, answer) => {
  expect(told(question)).toEqual(['not_stated', answer])
})

it('how many of all types, and the price of one, are told', () => {
  expect([told('How many stalls are there?'), told('小吃摊多少钱？')]).toEqual([
    ['answered', DISPUTED.en],
    ['answered', '小吃摊每个收90元。'],
  ])
})
