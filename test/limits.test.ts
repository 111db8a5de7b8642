// How much one may ask: a polite word when it is too much, then silence, and everybody else is answered.
import { expect, it } from 'vitest'
import { Limits } from '../adapters/limits.js'
import { alone } from '../adapters/shared-state/local/alone.js'
import { serving as onDiscord } from './discord/serving.js'
import { serving as onTelegram } from './telegram/serving.js'

const LIMITS = { user: { questions: 2, seconds: 600 }, chat: { questions: 4, seconds: 600 } }
const TOO_MANY = 'That is a lot at once; please wait a moment before you ask again.'

it('one who asks too much is told once and then not answered; others are, until the chat has had enough', async () => {
  const limits = new Limits(LIMITS, alone())
  const ask = (user: string) => limits.ask({ channel: 'here', user })
  const verdicts: string[] = []
  for (const user of ['a', 'a', 'a', 'a', 'b', 'b', 'c', 'c', 'd']) verdicts.push(await ask(user))
  expect(verdicts).toEqual(['answer', 'answer', 'tell', 'silent', 'answer', 'answer', 'tell', 'silent', 'silent'])
  expect(await limits.ask({ channel: 'elsewhere', user: 'e' })).toBe('answer')
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
