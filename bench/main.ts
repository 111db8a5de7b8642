// `npm run bench`: our whole ask() beside what a user would pick instead, everything measured in one run.
import { join } from 'node:path'
import { packageRoot } from '../adapters/root.js'
import { loadKnowledge } from '../src/knowledge/read.js'
import { readLanguage } from '../src/language/read.js'
import { readOptions } from './options.js'
import { peoplesQuestions } from './people.js'
import { report } from './report.js'
import { run } from './run.js'

const options = readOptions(process.argv.slice(2))
const language = readLanguage(join(packageRoot(), 'language'))
const real = loadKnowledge(join(packageRoot(), 'knowledge'), language)
const people = peoplesQuestions(join(packageRoot(), 'test', 'questions'), 400)
const results = run(language, real, people, options, (line) => {
  console.error(line)
})
console.log(options.json ? JSON.stringify(results) : report(results))
