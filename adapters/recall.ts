// What is asked again need not be worked out again: an answer depends on the words, on what the conversation was about and on languages
// alone, and of what the clock says to it. The words themselves are not kept, and nothing of who asked.
import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Assistant, Settled } from '../src/assistant.js'

/** An answer takes a few kilobytes. */
const MOST = 5000

/** The same assistant; it knows again what it was asked lately. New knowledge takes a new one. */
export function recalling(assistant: Assistant, most = MOST): Assistant {
  const known = new LRUCache<string, Settled>({ max: most })
  const settle: Assistant['settle'] = (question) => {
    const { input, memory, locale, lang, notice } = question
    const key = hash('sha256', JSON.stringify([input, memory, locale, lang, notice]), 'base64')
    const settled = known.get(key) ?? assistant.settle(question)
    known.set(key, settled)
    return settled
  }
  return { ...assistant, settle, ask: (question) => settle(question).at(question.now) }
}
