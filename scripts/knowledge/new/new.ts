// `knowledge new`: the skeleton of a notice, with what people ask first already answered.
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { localeOf } from '../../../adapters/locale.js'
import { sentence } from '../../../adapters/wording.js'
import { noticeSchema } from '../../../src/knowledge/schema.js'
import type { NewOptions } from '../command-line.js'
import type { Place } from '../place.js'
import { type Asking, answersOf } from './answers.js'
import { asker } from './asker.js'
import { skeleton } from './skeleton.js'
import { writeNotice } from './write-notice.js'

/** @returns 0 where it was written, 1 where nothing was, 2 where what was given is not right */
export async function makeNew({ id, yes, given }: NewOptions, { dir, root, language }: Place): Promise<number> {
  const lang = localeOf(process.env) ?? 'en'
  const say: Asking['say'] = (key, args) => sentence(language, lang, key, args)
  const tell: Asking['tell'] = (line) => console.error(line)
  const wrong = noticeSchema.shape.id.safeParse(id).error?.issues.map(({ message }) => message)
  if (wrong) {
    tell(`${id}: ${wrong.join('; ')}`)
    return 2
  }
  const folder = join(dir, id)
  const shown = relative('.', folder)
  if (existsSync(folder)) {
    tell(say('new-exists', { folder: shown }))
    return 1
  }
  const input = asker()
  try {
    const answers = await answersOf(given, { say, tell, ask: input.ask, patient: process.stdin.isTTY === true }, yes)
    if (!answers) return 2
    // Writing is one step: who interrupts it finds all of it, or nothing.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
    const problems = writeNotice(
      dir,
      id,
      skeleton(id, answers, join(root, 'templates', 'notice'), relative(folder, join(root, 'schemas'))),
      language,
    )
    for (const problem of problems) tell(problem)
    if (problems.length > 0) return 1
  } finally {
    input.close()
  }
  const check = `npm run --silent knowledge -- check${dir === join(root, 'knowledge') ? '' : ` ${relative('.', dir)}`}`
  console.log(say('new-written', { folder: shown, check }))
  return 0
}
