// What is asked in the load run: people's questions, of which the answer is one message, so that messages can be counted.
import { join } from 'node:path'
import { packageRoot } from '../../adapters/root.js'
import { renderAnswer } from '../../adapters/telegram/showing/render.js'
import type { Assistant } from '../../src/assistant.js'
import { peoplesQuestions } from '../people.js'

const MANY = 2000

export function loadQuestions(assistant: Assistant): string[] {
  const now = new Date()
  return peoplesQuestions(join(packageRoot(), 'test', 'questions'), MANY)
    .map(({ text }) => text)
    .filter((text) => renderAnswer(assistant.ask({ input: { kind: 'text', text }, now, locale: 'en' })).length === 1)
}
