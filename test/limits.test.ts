// How much one may ask: a polite word when it is too much, then silence, and everybody else is answered.
import { describe, expect, it } from 'vitest'
import { Limits } from '../adapters/limits.js'
import { alone } from '../adapters/shared-state/local/alone.js'
import { LocalLimiter } from '../adapters/shared-state/local/local-limiter.js'
import { Feedback } from '../adapters/unanswered/feedback.js'
import type { UnansweredLog } from '../adapters/unanswered/unanswered-log.js'
import { serving as onDiscord } from './discord/serving.js'
import { serving as onTelegram } from './telegram/serving.js'

const LIMITS = { user: { questions: 2, seconds: 600 }, chat: { questions: 4, seconds: 600 } }
/** Of Discord's responses to interactions. */
const [REPLY, TAKEN_NOTE] = [4, 6]
const TOO_MANY = 'That is a lot at once; please wait a moment before you ask again.'

it('one who asks too much is told once and then not answered; others are, until the chat has had enough', async () => {
  const limits = new Limits(LIMITS, alone())
  const ask = (user: string) => limits.ask({ channel: 'here', user })
  const verdicts: string[] = []
  for (const user of ['a', 'a', 'a', 'a', 'b', 'b', 'c', 'c', 'd']) verdicts.push(await ask(user))
  expect(verdicts).toEqual(['answer', 'answer', 'tell', 'silent', 'answer', 'answer', 'tell', 'silent', 'silent'])
  expect(await limits.ask({ channel: 'elsewhere', user: 'e' })).toBe('answer')
})

describe('what is counted in the memory of the process', () => {
  const consume = (limiter: LocalLimiter, key: string): Promise<string> =>
    limiter.consume(key).then(
      () => 'counted',
      ({ consumedPoints, msBeforeNext }) => `${consumedPoints}, ${msBeforeNext} ms left`,
    )

  it('is forgotten when the while that began with the first is over, however often somebody asks', async () => {
    let now = 1
    const limiter = new LocalLimiter({ questions: 2, seconds: 60 }, () => now)
    const told = []
    for (const wait of [0, 59_000, 500, 499, 1, 1]) {
      now += wait
      told.push(await consume(limiter, 'a'))
    }
    expect(told).toEqual(['counted', 'counted', '3, 500 ms left', '4, 1 ms left', '5, 0 ms left', 'counted'])
  })

  it('is counted of as many as there is room for', async () => {
    const limiter = new LocalLimiter({ questions: 1, seconds: 60 }, () => 1, 2)
    const told = []
    for (const key of ['a', 'a', 'b', 'c', 'a', 'c']) told.push(await consume(limiter, key))
    expect(told.map((one) => one === 'counted')).toEqual([true, false, true, true, true, false])
  })
})

it('on Telegram', async () => {
  const on = await onTelegram({}, {}, { limits: new Limits(LIMITS, alone()) })
  const { telegram } = on
  for (const text of ['who leads energy?', 'who leads health?', 'who leads trade finance?', 'who leads education?']) telegram.say({ text })
  const other = telegram.addUser()
  await telegram.message(2)
  telegram.say({ text: 'who leads health?', from: other, chat: telegram.privateChat(other) })
  await telegram.message(0, telegram.privateChat(other))
  expect([telegram.sent(telegram.chat).length, telegram.sent(telegram.chat)[2]?.text]).toEqual([3, TOO_MANY])
  await on.end()
})

it('on Discord, where a command is owed an answer however often', async () => {
  const on = await onDiscord({}, {}, { limits: new Limits(LIMITS, alone()) })
  const { discord } = on
  const asked = { name: 'ask', options: { question: 'who leads health?' } }
  const replies = []
  for (let i = 0; i < 4; i++) replies.push(await discord.slash(asked).reply())
  expect(replies.map(({ ephemeral, text }) => [ephemeral, text === TOO_MANY])).toEqual([
    [false, false],
    [false, false],
    [true, true],
    [true, true],
  ])
  await on.end()
})

it('on Telegram a button that is pressed too often is told so once, to the one who pressed; then it only stops turning', async () => {
  const on = await onTelegram({}, {}, { limits: new Limits(LIMITS, alone()) })
  const { telegram } = on
  telegram.say({ text: 'who leads energy?' })
  const message = await telegram.message(0)
  const label = message.labels[0] ?? ''
  const told = []
  for (let i = 0; i < 4; i++) told.push(await telegram.press({ message, label }).answer())
  expect(told).toEqual([{}, { text: TOO_MANY, show_alert: true }, {}, {}])
  await telegram.message(1)
  expect(telegram.sent(telegram.chat)).toHaveLength(2)
  await on.end()
})

it('on Telegram a command counts like a question in words', async () => {
  const on = await onTelegram({}, {}, { limits: new Limits(LIMITS, alone()) })
  const { telegram } = on
  for (let i = 0; i < 4; i++) telegram.say({ text: '/deadline' })
  expect((await telegram.message(2)).text).toBe(TOO_MANY)
  const other = telegram.addUser()
  telegram.say({ text: '/deadline', from: other, chat: telegram.privateChat(other) })
  await telegram.message(0, telegram.privateChat(other))
  expect(telegram.sent(telegram.chat)).toHaveLength(3)
  await on.end()
})

it('on Discord a button that is pressed too often is told so once, to the one who pressed; then it is taken note of', async () => {
  const on = await onDiscord({}, {}, { limits: new Limits(LIMITS, alone()) })
  const { discord } = on
  const message = await discord.slash({ name: 'ask', options: { question: 'who leads health?' } }).reply()
  const customId = String(message.usable[0])
  const types = []
  for (let i = 0; i < 4; i++) types.push((await discord.button({ message, customId }).response()).type)
  expect(types).toEqual([REPLY, REPLY, TAKEN_NOTE, TAKEN_NOTE])
  expect(discord.messages().map(({ ephemeral, text }) => [ephemeral, text === TOO_MANY])).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ])
  await on.end()
})

it('what is not answered for being too much is not kept as unanswered', async () => {
  const kept: string[] = []
  const log = { add: (question: string) => void kept.push(question) } as unknown as UnansweredLog
  const context = () => ({ limits: new Limits(LIMITS, alone()), feedback: new Feedback(log, alone()) })
  const [there, here] = [await onTelegram({}, {}, context()), await onDiscord({}, {}, context())]
  for (let i = 0; i < 5; i++) there.telegram.say({ text: 'is there a subsidy for parking?' })
  await there.telegram.message(2)
  for (let i = 0; i < 5; i++) await here.discord.slash({ name: 'ask', options: { question: 'is there a subsidy for parking?' } }).reply()
  await Promise.all([there.end(), here.end()])
  expect(kept).toHaveLength(2 * LIMITS.user.questions)
})
