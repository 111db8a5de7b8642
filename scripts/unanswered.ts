// `npm run unanswered`: what could not be answered and what was found bad, as far as it may be read, in a table.

import { report } from '../adapters/exit-code.js'
import { readEnvFile } from '../adapters/settings/env-file.js'
import { readSettings } from '../adapters/settings/read-settings.js'
import { readUnanswered } from '../adapters/unanswered/read-unanswered.js'

try {
  readEnvFile()
  const { unansweredLog } = readSettings(process.env)
  if (unansweredLog === undefined) {
    console.error('UNANSWERED_LOG is not set: set it to a folder, and what cannot be answered is kept there from then on.')
    process.exitCode = 78
  } else {
    const rows = readUnanswered(unansweredLog)
    console.log(['times', 'askers', '👍', '👎', 'question'].join('\t'))
    for (const { times, askers, good, bad, question } of rows) console.log([times, askers, good, bad, question].join('\t'))
    if (rows.length === 0) console.error('Nothing yet that three different people have asked or judged.')
  }
} catch (error) {
  process.exitCode = report(error, (line) => console.error(line))
}
