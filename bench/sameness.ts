// Whether the real notice is answered the same alone and among thousands of generated facts.
import type { Asked, Build } from './ask.js'

export interface Sameness {
  readonly asked: number
  readonly same: number
  /** Questions whose answer rests on other facts among many. */
  readonly changed: readonly string[]
}

export function compareAnswers(alone: Build, among: Build, questions: readonly Asked[]): Sameness {
  const [one, many] = [alone(), among()]
  const real = questions.filter(({ of }) => of === 'real')
  const changed = real.filter(({ text }) => one.ask(text).join() !== many.ask(text).join()).map(({ text }) => text)
  return { asked: real.length, same: real.length - changed.length, changed }
}
