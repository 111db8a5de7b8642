// Edits of the knowledge while a program begins: between the reading of the files and the watching of them nothing is lost.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { begin } from '../adapters/begin.js'
import { KnowledgeOfTheMoment } from '../adapters/knowledge-of-the-moment.js'
import { renderText } from '../adapters/terminal/render.js'
import { KNOWLEDGE } from './terminal/fixture.js'

let folder: string
let end: () => Promise<void>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'asknotice-'))
  cpSync(KNOWLEDGE, folder, { recursive: true })
})
afterEach(async () => {
  await end()
  rmSync(folder, { recursive: true })
})

/** @param before done before the files are watched, `then` as soon as that was begun @returns what was told since */
async function watched(before: () => void, then: () => void): Promise<{ answer: () => string; told: string[] }> {
  const told: string[] = []
  const begun = await begin(folder)
  before()
  const moment = new KnowledgeOfTheMoment(
    begun,
    () => {},
    () => told.push('changed'),
    () => told.push('refused'),
  )
  end = moment.watch()
  then()
  const question = { input: { kind: 'text', text: 'who leads the choir course?' }, now: new Date(0) } as const
  return { answer: () => renderText(moment.assistant.ask(question)), told }
}

function edit(from: string | RegExp, to: string): void {
  const file = join(folder, 'courses-2024', 'facts.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

const edited = (): void => edit('The choir course is led', 'The big choir course is led')
const nothing = (): void => {}

it.each([
  ['before the files are watched', edited, nothing],
  ['while the watching of the files begins', nothing, edited],
])('an edit %s is taken over', async (_, before, then) => {
  const { answer, told } = await watched(before, then)
  await expect.poll(answer, { timeout: 20_000 }).toContain('The big choir course is led')
  expect(told).toEqual(['changed'])
})

it('a mistake that was made meanwhile is told, and what was read before stays', async () => {
  const { answer, told } = await watched(() => edit(/about: /, 'abbout: '), nothing)
  await expect.poll(() => told, { timeout: 20_000 }).toEqual(['refused'])
  expect(answer()).toContain('The choir course is led')
})

it('where nothing was edited nothing is read again', async () => {
  const { answer, told } = await watched(nothing, nothing)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  edited()
  await expect.poll(answer, { timeout: 20_000 }).toContain('The big choir course is led')
  expect(told).toEqual(['changed'])
})
