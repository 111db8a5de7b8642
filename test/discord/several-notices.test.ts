// Two notices loaded: each can be asked about, and chosen.
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

it('every command but the menu entry takes a notice', () => {
  const without = on.discord.commands().filter(({ options }) => !JSON.stringify(options ?? []).includes('"notice"'))
  expect(without.map(({ name }) => name)).toEqual(['Ask about this message'])
})

it('questions about both are offered while one types', async () => {
  const offered = async (question: string): Promise<string[]> =>
    (await on.discord.autocomplete({ name: 'ask', options: { question }, focused: 'question' }).choices()).map(({ name }) => name)
  expect(await offered('who leads trade')).toContain('Who leads Blockchain + trade finance?')
  expect(await offered('choir')).toContain('Who leads choir course?')
})

it('a chosen notice is the one that is answered from', async () => {
  const reply = await on.discord.slash({ name: 'deadline', options: { notice: 'courses-2024' } }).reply()
  expect(reply.text).toMatch(/2024/)
})
