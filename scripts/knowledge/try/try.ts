// `knowledge try`: while somebody edits a notice, what each save does to the answers.
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { styleText } from 'node:util'
import { watch } from 'chokidar'
import { localeOf } from '../../../adapters/locale.js'
import { sentence } from '../../../adapters/wording.js'
import type { TryOptions } from '../command-line.js'
import { type Place, readingOptions } from '../place.js'
import { type Marks, showChange } from './changes.js'
import { type Outcome, Trial } from './trial.js'

/** An editor that saves in several steps is waited for. */
const SETTLED_MS = 200

/** Ends with 0 when it is told to (Ctrl-C), with 2 where there is no such file of questions. */
export async function tryOut(options: TryOptions, { dir, language, now }: Place): Promise<number> {
  const lang = localeOf(process.env) ?? 'en'
  const say = (key: string, args: Record<string, string> = {}): void => console.log(sentence(language, lang, key, args))
  if (options.questions !== undefined && !existsSync(options.questions)) {
    console.error(sentence(language, lang, 'try-no-questions', { file: options.questions }))
    return 2
  }
  const one = existsSync(join(dir, 'notice.yaml'))
  const trial = new Trial({
    dir: one ? dirname(resolve(dir)) : dir,
    notice: one ? basename(resolve(dir)) : undefined,
    questions: options.questions,
    reading: readingOptions(options),
    language,
    day: now.toISOString().slice(0, 10),
  })
  const marks = marksFor(process.stdout)
  const show = (outcome: Outcome): void => {
    switch (outcome.kind) {
      case 'refused':
        for (const problem of outcome.problems) console.log(marks.label('lost', problem))
        say('try-refused')
        break
      case 'first':
        say('try-first', { asked: String(outcome.asked), answered: String(outcome.answered) })
        break
      case 'changed':
        for (const change of outcome.changes) console.log(showChange(change, marks))
        say(outcome.changes.length > 0 ? 'try-changed' : 'try-same', {
          asked: String(outcome.asked),
          changed: String(outcome.changes.length),
        })
    }
  }
  let timer: NodeJS.Timeout | undefined
  const watcher = watch([dir, ...(options.questions === undefined ? [] : [options.questions])], { ignoreInitial: true })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => show(trial.run()), SETTLED_MS)
  })
  const ready = new Promise<void>((done) => watcher.once('ready', () => done()))
  const ended = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
  show(trial.run())
  await ready
  say('try-watching', { folder: dir })
  await ended
  clearTimeout(timer)
  await watcher.close()
  return 0
}

/** Colours on a terminal that has them, marks as git writes them elsewhere. */
function marksFor(output: NodeJS.WriteStream): Marks {
  if (!output.isTTY || process.env.NO_COLOR || !output.hasColors())
    return { added: (text) => `{+${text}+}`, removed: (text) => `[-${text}-]`, label: (_, text) => text }
  const plain = { validateStream: false }
  return {
    added: (text) => styleText('green', text, plain),
    removed: (text) => styleText(['red', 'strikethrough'], text, plain),
    label: (kind, text) => styleText(COLOUR[kind], text, plain),
  }
}

const COLOUR = { gained: 'green', lost: 'red', different: 'yellow' } as const
