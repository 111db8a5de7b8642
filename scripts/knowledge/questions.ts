// `knowledge questions`: which questions reach the facts, or how right the answers to the questions of a file are.
import { existsSync } from 'node:fs'
import { createAssistant } from '../../src/assistant.js'
import { formatProblem } from '../../src/knowledge/notice.js'
import { readKnowledge } from '../../src/knowledge/read.js'
import { ASKED_IN, reaching } from '../../src/questions-of.js'
import type { QuestionsOptions } from './command-line.js'
import { QuestionsError, readCases } from './evaluate/cases.js'
import { evaluate, tableOf } from './evaluate/evaluate.js'
import type { Place } from './place.js'

/** Questions of a fact in each language that are shown at most. */
const SHOWN = 6

/** @returns 0; 1 where the notices have problems, 2 where there is no such notice or file of questions */
export function questions(options: QuestionsOptions, { dir, language }: Place): number {
  const { notice } = options
  const reading = readKnowledge(dir, language)
  const own = reading.notices.filter(({ id }) => notice === undefined || id === notice)
  if (reading.problems.length > 0 && own.length === 0) {
    for (const problem of reading.problems) console.log(formatProblem(problem))
    return 1
  }
  if (own.length === 0) {
    console.error(`there is no notice ${notice}; name one of ${reading.notices.map(({ id }) => id).join(', ')}`)
    return 2
  }
  const assistant = createAssistant(language, reading.notices)
  if (options.eval !== undefined) {
    if (!existsSync(options.eval)) {
      console.error(`${options.eval} is not there; name a file of questions, one JSON object a line`)
      return 2
    }
    try {
      const result = evaluate(readCases(options.eval), assistant, notice)
      console.log(options.json ? JSON.stringify(result) : tableOf(result))
      return 0
    } catch (error) {
      if (!(error instanceof QuestionsError)) throw error
      console.error(error.message)
      return 2
    }
  }
  const facts = own.flatMap(({ id, facts }) => [...facts.keys()].flatMap((fact) => assistant.library.facts.get(`${id}/${fact}`) ?? []))
  const found = facts.map((fact) => {
    const [zh = [], en = []] = ASKED_IN.map((lang) => reaching(fact, lang, assistant, SHOWN))
    return { fact: fact.id, zh, en }
  })
  if (options.json) console.log(JSON.stringify(found))
  else
    for (const { fact, zh, en } of found) console.log([fact, ...zh.map((text) => `  ${text}`), ...en.map((text) => `  ${text}`)].join('\n'))
  for (const { fact, zh, en } of found) {
    const lost = [...(zh.length === 0 ? ['Chinese'] : []), ...(en.length === 0 ? ['English'] : [])]
    if (lost.length > 0) console.error(`${fact}: no question in ${lost.join(' or ')} was found`)
  }
  return 0
}
