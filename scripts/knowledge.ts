// `npm run knowledge`: tools for the people who write the knowledge.
import { report } from '../adapters/exit-code.js'
import { readEnvFile } from '../adapters/settings/env-file.js'
import { endQuietlyWithoutReader } from '../adapters/terminal/output.js'
import { USAGE, understand } from './knowledge/command-line.js'
import { placeOf } from './knowledge/place.js'

/** 0: nothing is wrong; 1: something is, and was printed; 2: the command itself was not understood; 78: a file .env that cannot be read. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(USAGE)
    return 0
  }
  const request = understand(args)
  if (!request) {
    console.error(USAGE)
    return 2
  }
  readEnvFile()
  const place = placeOf(request.dir)
  switch (request.command) {
    case 'check':
      return (await import('./knowledge/check.js')).check(request, place)
    case 'new':
      return (await import('./knowledge/new/new.js')).makeNew(request, place)
    case 'questions':
      return (await import('./knowledge/questions.js')).questions(request, place)
    case 'try':
      return (await import('./knowledge/try/try.js')).tryOut(request, place)
  }
}

endQuietlyWithoutReader()
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = report(error, (line) => console.error(line))
}
