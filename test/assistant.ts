// The real assistant over the real knowledge, built once a test file.

import { loadAssistant } from '../adapters/load.js'
import type { Answer, Lang, Memory } from '../src/answer.js'
import type { Assistant } from '../src/assistant.js'

export const assistant: Assistant = loadAssistant()

/** A fixed clock: no test depends on the day. */
const NOW = new Date('2026-11-23T04:00:00Z')

export function ask(text: string, options: { now?: Date; memory?: Memory | undefined; locale?: Lang } = {}): Answer {
  return assistant.ask({ input: { kind: 'text', text }, now: options.now ?? NOW, memory: options.memory, locale: options.locale })
}

/** The answer to the last of several turns of one conversation. */
export function converse(turns: readonly string[], now = NOW): Answer {
  let answer: Answer | undefined
  for (const turn of turns) answer = ask(turn, { now, memory: answer?.memory })
  return answer as Answer
}
