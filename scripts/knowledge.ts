// `npm run knowledge`: tools for the people who write the knowledge.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot, sourcesFolder } from '../adapters/root.js'
import { formatProblem } from '../src/knowledge/notice.js'
import { readKnowledge } from '../src/knowledge/read.js'
import { readLanguage } from '../src/language/read.js'

const USAGE = 'usage: npm run --silent knowledge -- check [DIR] [--sources DIR]'

/** 0: nothing is wrong; 1: something is, and was printed; 2: the command itself was not understood. */
function main(args: string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(USAGE)
    return 0
  }
  const request = understand(args)
  if (!request) {
    console.error(USAGE)
    return 2
  }
  const root = packageRoot()
  const dir = request.dir || process.env.KNOWLEDGE_DIR || join(root, 'knowledge')
  const { notices, problems, uncompared } = readKnowledge(dir, readLanguage(join(root, 'language')), {
    sources: request.sources ?? sourcesFolder(),
  })
  for (const problem of problems) console.log(formatProblem(problem))
  for (const id of uncompared) console.error(`${id}: the source text is not at hand, so its evidence was not compared`)
  const facts = notices.reduce((sum, notice) => sum + notice.facts.size, 0)
  console.error(`notices without a problem: ${notices.length}, with ${facts} facts; problems: ${problems.length}`)
  return problems.length > 0 ? 1 : 0
}

function understand(args: string[]): { dir: string | undefined; sources: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({ args, options: { sources: { type: 'string' } }, allowPositionals: true })
    const [command, dir, ...more] = positionals
    return command === 'check' && more.length === 0 ? { dir, sources: values.sources } : null
  } catch {
    // An option that there is not: the usage line says which there are.
    return null
  }
}

process.exitCode = main(process.argv.slice(2))
