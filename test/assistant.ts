// The real assistant over real knowledge, built once a test file. Each notice is loaded alone: what is asked of one is not read with the
// words of another. Tests of the two together load them together.

import type { Answer, Lang, Memory } from '../src/answer.js'
import type { Assistant } from '../src/assistant.js'
import { createAssistant } from '../src/assistant.js'
import { loadKnowledge } from '../src/knowledge/read.js'
import { readLanguage } from '../src/language/read.js'

const LANGUAGE = readLanguage('language')
const NOTICES = loadKnowledge('knowledge', LANGUAGE)

/** An assistant over some of the notices that the program ships with. */
export function assistantOf(...ids: readonly string[]): Assistant {
  return createAssistant(
    LANGUAGE,
    NOTICES.filter(({ id }) => ids.includes(id)),
  )
}

/** The call alone: most tests are about it. */
export const assistant: Assistant = assistantOf('blockchain-pilots-2021')

/** A fixed clock: no test depends on the day. */
const NOW = new Date('2026-11-23T04:00:00Z')

interface Asking {
  readonly now?: Date
  readonly memory?: Memory | undefined
  readonly locale?: Lang
  readonly of?: Assistant
}

export function ask(text: string, { now = NOW, memory, locale, of = assistant }: Asking = {}): Answer {
  return of.ask({ input: { kind: 'text', text }, now, memory, locale })
}

/** The answer to the last of several turns of one conversation. */
export function converse(turns: readonly string[], now = NOW, of = assistant): Answer {
  let answer: Answer | undefined
  for (const turn of turns) answer = ask(turn, { now, memory: answer?.memory, of })
  return answer as Answer
}
