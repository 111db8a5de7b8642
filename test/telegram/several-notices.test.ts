// Two notices loaded: a command that is about one of them asks which.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadAssistant } from '../../adapters/load.js'
import { createAssistant } from '../../src/assistant.js'
import { assistant } from '../assistant.js'
import { type Serving, serving } from './serving.js'

let on: Serving

beforeAll(async () => {
  const courses = loadAssistant(join(import.meta.dirname, '..', 'terminal', 'knowledge'))
  const both = createAssistant(assistant.library.language, [...assistant.library.notices.values(), ...courses.library.notices.values()])
  on = await serving({}, {}, { assistant: () => both })
})

afterAll(async () => {
  await on.end()
})

it('/deadline asks which notice is meant, and the one that is pressed answers', async () => {
  const { telegram } = on
  telegram.say({ text: '/deadline' })
  const which = await telegram.message(0)
  expect([which.text, which.labels]).toEqual([
    'Which notice do you mean?',
    ['blockchain application pilot notice (2021)', 'community course notice (2024)'],
  ])
  await telegram.press({ message: which, label: which.labels[1] ?? '' }).answer()
  const answer = await telegram.message(1)
  expect([answer.text.split('\n')[0], answer.text.includes('2024')]).toEqual([which.labels[1], true])
})

it('a command with words finds its notice by itself', async () => {
  const { telegram } = on
  const from = telegram.addUser()
  const chat = telegram.privateChat(from)
  telegram.say({ text: '/ask who leads the choir course?', from, chat })
  telegram.say({ text: '/ask who leads trade finance?', from, chat })
  expect([(await telegram.message(0, chat)).text.includes('choir'), (await telegram.message(1, chat)).text.includes('PBOC')]).toEqual([
    true,
    true,
  ])
})

it('descriptions name both, and that it is unofficial', async () => {
  await expect.poll(() => on.log.at(-1)).toContain('descriptions set')
  const said = [on.telegram.description(''), on.telegram.shortDescription('')]
  expect(said.map((text) => /official/i.test(text))).toEqual([true, true])
  expect(said.map((text) => text.length <= 512)).toEqual([true, true])
})
