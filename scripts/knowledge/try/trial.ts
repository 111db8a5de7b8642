// The questions of the notices, asked anew each time that the files change.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { renderText } from '../../../adapters/terminal/render.js'
import { type Assistant, createAssistant } from '../../../src/assistant.js'
import { formatProblem } from '../../../src/knowledge/notice.js'
import { type ReadOptions, readKnowledge } from '../../../src/knowledge/read.js'
import type { Language } from '../../../src/language/language.js'
import { ASKED_IN, reaching } from '../../../src/questions-of.js'
import { readTurns } from '../evaluate/cases.js'
import { converse } from '../evaluate/evaluate.js'
import { type Change, changesOf, type Said } from './changes.js'

export interface TrialOptions {
  readonly dir: string
  /** Only this notice, where the folder of one was named. */
  readonly notice: string | undefined
  readonly questions: string | undefined
  readonly reading: ReadOptions
  readonly language: Language
  /** The day that the clock shows, YYYY-MM-DD: the same for all the answers that are compared. */
  readonly day: string
}

export type Outcome =
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | { readonly kind: 'first'; readonly asked: number; readonly answered: number }
  | { readonly kind: 'changed'; readonly asked: number; readonly changes: readonly Change[] }

/** Name of the file of questions in a notice's folder. */
const QUESTIONS = 'questions.txt'

export class Trial {
  readonly #options: TrialOptions
  #last: readonly Said[] | undefined
  /** Asked where nobody wrote questions: found once, so that a fact that is not reached any more shows as lost. */
  readonly #own = new Map<string, readonly (readonly string[])[]>()

  constructor(options: TrialOptions) {
    this.#options = options
  }

  /** Reads, checks and asks; what is refused leaves the last good answers as they are. */
  run(): Outcome {
    const { dir, notice, language, reading } = this.#options
    const { notices, problems } = readKnowledge(dir, language, reading)
    const mine = notices.filter(({ id }) => notice === undefined || id === notice)
    if (problems.length > 0 || mine.length === 0) return { kind: 'refused', problems: problems.map(formatProblem) }
    const assistant = createAssistant(language, notices)
    const said = this.#options.questions
      ? this.#ask(readTurns(this.#options.questions), assistant, notice)
      : mine.flatMap(({ id }) => this.#ask(this.#questionsOf(id, assistant), assistant, id))
    const before = this.#last
    this.#last = said
    if (!before) return { kind: 'first', asked: said.length, answered: said.filter(({ answered }) => answered).length }
    return { kind: 'changed', asked: said.length, changes: changesOf(before, said) }
  }

  #ask(questions: readonly (readonly string[])[], assistant: Assistant, notice: string | undefined): Said[] {
    return questions.map((turns) => {
      const answer = converse(turns, this.#options.day, assistant, notice)
      return { question: turns.join(' / '), answered: answer.status === 'answered', text: renderText(answer) }
    })
  }

  #questionsOf(notice: string, assistant: Assistant): readonly (readonly string[])[] {
    const file = join(this.#options.dir, notice, QUESTIONS)
    if (existsSync(file)) return readTurns(file)
    const facts = [...assistant.library.facts.values()].filter((fact) => fact.notice.id === notice)
    const found = facts.flatMap((fact) => ASKED_IN.flatMap((lang) => reaching(fact, lang, assistant, 1)))
    const known = this.#own.get(notice) ?? []
    const all = [...new Set([...known.flat(), ...found])].map((text) => [text])
    this.#own.set(notice, all)
    return all
  }
}
