// `npm run knowledge`: tools for the people who write the knowledge.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../adapters/root.js'
import { formatProblem } from '../src/knowledge/notice.js'
import { readKnowledge } from '../src/knowledge/read.js'
import { readLanguage } from '../src/language/read.js'

const USAGE = 'usage: npm run --silent knowledge -- check [DIR] [--sources DIR]'

/** Where source texts are looked for when no folder is named. */
const USUAL_SOURCES = ['sources', join('..', 'shared', 'source')]

function main([command, ...rest]: readonly string[]): number {
  if (command !== 'check') {
    console.error(USAGE)
    return 2
  }
  const named = rest.indexOf('--sources')
  const root = packageRoot()
  const sources = named >= 0 ? rest[named + 1] : USUAL_SOURCES.map((dir) => join(root, dir)).find(existsSync)
  const dir = rest.find((arg, i) => !arg.startsWith('--') && (named < 0 || i !== named + 1)) ?? process.env.KNOWLEDGE_DIR ?? join(root, 'knowledge')
  const { notices, problems } = readKnowledge(dir, readLanguage(join(root, 'language')), { sources })
  for (const problem of problems) console.log(formatProblem(problem))
  const facts = notices.reduce((sum, notice) => sum + notice.facts.size, 0)
  console.error(`${notices.length} notices without a problem, ${facts} facts; ${problems.length} problems${sources ? '' : '; the source texts are not at hand, so evidence was not compared'}`)
  return problems.length > 0 ? 1 : 0
}

process.exitCode = main(process.argv.slice(2))
