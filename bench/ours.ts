// Our engine as the benchmark asks it: the whole of ask(), from the raw text to the composed answer.
import { createAssistant } from '../src/assistant.js'
import type { Notice } from '../src/knowledge/notice.js'
import type { Language } from '../src/language/language.js'
import type { Build } from './ask.js'

/** A fixed clock: the same answers on every day that the benchmark is run. */
const NOW = new Date('2022-06-01T12:00:00+08:00')

export function ours(language: Language, notices: readonly Notice[]): Build {
  return () => {
    const assistant = createAssistant(language, notices)
    return { name: 'asknotice', ask: (text) => assistant.ask({ input: { kind: 'text', text }, now: NOW }).facts }
  }
}
