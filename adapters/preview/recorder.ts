// The assistant as one chat sees it: it answers from the chosen notice only, and what it is asked is noted.
import type { Asked, Lang, Question } from '../../src/answer.js'
import type { Assistant } from '../../src/assistant.js'
import { renderOnce } from '../terminal/screen.js'
import type { Figures } from './figures.js'
import type { Why } from './view.js'
import { whyOf } from './why.js'

export class Recorder {
  readonly assistant: Assistant
  readonly #lang: Lang
  readonly #figures: Figures
  #asked: Question[] = []

  /** @param notice the only one to answer from; '': any @param lang of names in the explanations @param figures keeps the pictures of the answers */
  constructor(assistant: Assistant, notice: string, lang: Lang, figures: Figures) {
    this.#lang = lang
    this.#figures = figures
    const { library } = assistant
    const narrowed = <Q extends Asked>(question: Q): Q => (library.notices.has(notice) ? { ...question, notice } : question)
    const noted = (question: Question): Question => {
      const asked = narrowed(question)
      this.#asked.push(asked)
      return asked
    }
    this.assistant = {
      library,
      settle: (asked) => assistant.settle(narrowed(asked)),
      ask: (question) => assistant.ask(noted(question)),
      explain: (question) => assistant.explain(noted(question)),
      judge: (asked) => assistant.judge(narrowed(asked)),
    }
    this.#explain = (question) => assistant.explain(question)
  }

  readonly #explain: Assistant['explain']

  /** How what was asked since the last time was answered: the same question gets the same answer. */
  take(): Why[] {
    const asked = this.#asked
    this.#asked = []
    return asked.map((question) => {
      const explanation = this.#explain(question)
      const { answer } = explanation
      const sections = whyOf(explanation, this.assistant.library, this.#lang)
      return { status: answer.status, lang: answer.lang, text: renderOnce(answer), drawings: this.#figures.of(answer), sections }
    })
  }
}
