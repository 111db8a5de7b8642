// A notice of opening hours, that calls for nothing: opening, closing and ending are asked of its hours, and what it does not say is not said.
import { describe, expect, it } from 'vitest'
import { loadAssistant } from '../adapters/load.js'
import { renderText } from '../adapters/terminal/render.js'

const assistant = loadAssistant('test/fixtures/library')

/** Status and first line of an answer. */
function told(text: string): [string, string] {
  const answer = assistant.ask({ input: { kind: 'text', text }, now: new Date('2030-07-01T04:00:00Z') })
  return [answer.status, renderText(answer).split('\n')[0] as string]
}

const HOURS = {
  en: 'The newspaper room opens daily, 7:30 to 20:00. The library rests on Wednesdays.',
  zh: '报刊间每天7:30至20:00开。图书室周三休息。',
}
const SUMMER = { en: 'Summer hours run from 1 June to 31 August 2030.', zh: '夏季安排从2030年6月1日到8月31日。' }
const PLAY = { en: 'The puppet play is on Fridays at 16:00 in the attic.', zh: '木偶戏周五16:00在阁楼演。' }
const WORKSHOP = { en: 'Reserve the workshop at the counter first.', zh: '手工间要先在柜台预约。' }

it.each([
  ['When is the library open?', HOURS.en],
  ['When does the library close?', HOURS.en],
  ['Is the library open on 4 July 2030?', HOURS.en],
  ['Will the library close today?', HOURS.en],
  ['Is it open now?', HOURS.en],
  ['图书室几点关门？', HOURS.zh],
  ['圖書室今天開嗎？', '報刊間每天7:30至20:00開。圖書室週三休息。'],
  ['How late can I stay in the newspaper room?', 'The newspaper room opens daily, 7:30 to 20:00.'],
  ['半夜能还书吗？', '还书窗口昼夜都开。'],
  ['Can I bring books back at night?', 'The returns hatch is open day and night.'],
])('opening and closing are asked of the hours: %s', (question, answer) => {
  expect(told(question)).toEqual(['answered', answer])
})

it.each([
  ['When do the summer hours end?', SUMMER.en],
  ['Are the summer hours over?', `${SUMMER.en} As of 1 July 2030 that is now.`],
  ['夏季安排到什么时候结束？', SUMMER.zh],
])('the end is asked of the span that is stated: %s', (question, answer) => {
  expect(told(question)).toEqual(['answered', answer])
})

it.each([
  ['When is the puppet play?', PLAY.en],
  ['木偶戏什么时候？', PLAY.zh],
  ['Where is the puppet play?', PLAY.en],
])('the one fact that tells the times of a thing answers when it is: %s', (question, answer) => {
  expect(told(question)).toEqual(['answered', answer])
})

it.each([
  ['手工间怎么预约？', WORKSHOP.zh],
  ['How do I reserve the workshop?', WORKSHOP.en],
  ['可以续借几次？', '每本书可以续借两次。'],
])("a word that a thing's own fact uses is explained by it: %s", (question, answer) => {
  expect(told(question)).toEqual(['answered', answer])
})

describe('what is said of something else is no answer', () => {
  it.each([
    ['Where is the library?', 'The source does not state the place.'],
    ['图书室在哪里？', '来源没有写明地点。'],
    ['Where is the newspaper room?', 'The source does not state the place for newspaper room.'],
    ['Can I get the deposit back?', 'The source does not state the refunds for deposit.'],
    ['Is the deposit refundable?', 'The source does not state the refunds for deposit.'],
    ['押金能退吗？', '来源没有写明押金的退还。'],
    ['押金退不退？', '来源没有写明押金的退还。'],
    ['押金什么时候退？', '来源没有写明押金的退还。'],
    ['Can I still apply?', 'The source does not state the application deadline.'],
    ['When was the puppet play invented?', 'The source does not state the aim for puppet play.'],
    [
      'When does the deposit end?',
      'The source does not state the period for deposit. What the source does say: Summer hours run from 1 June to 31 August 2030.',
    ],
    [
      'Does the library have email and parking zebra?',
      'The source does not state anything about “parking zebra”. What the source does say: The telephone number is 000-7654.',
    ],
  ])('%s', (question, answer) => {
    expect(told(question)).toEqual(['not_stated', answer])
  })

  it("another room's hours are not those of the room that is asked about, which rests when all of it does", () => {
    expect(told('Is the workshop open?')).toEqual(['answered', 'The library rests on Wednesdays.'])
  })

  it.each(['Is the supermarket open now?', 'When does the museum close?', '银行几点开门？'])(
    "others' hours are not asked of it: %s",
    (question) => {
      expect(told(question)[0]).toBe('out_of_scope')
    },
  )
})
