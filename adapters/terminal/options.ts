// The command line of `npm run ask` → what is wanted, or a UsageError that says what to do.
import { parseArgs } from 'node:util'
import type { Lang } from '../../src/answer.js'
import type { Library } from '../../src/knowledge/library.js'
import { langOfTag } from '../../src/query/language.js'
import { UsageError } from '../exit-code.js'
import { DATE_HINT, isLocale, LOCALE_HINT, parseInstant } from './values.js'

export const USAGE = `usage: npm run --silent ask -- [OPTIONS] "QUESTION"
  --json           print the answer as one JSON object
  --explain        print how the answer came about
  --jsonl          answer JSON lines from standard input, one JSON object a line
  --knowledge DIR  folder of the notices (also KNOWLEDGE_DIR)
  --notice ID      answer from this one notice only
  --locale TAG     your language where the question does not show it, such as zh-TW
  --now DATE       the date that counts as today, such as 2023-06-30`

const FORMS = ['json', 'explain', 'jsonl'] as const

export interface Options {
  readonly form: 'text' | (typeof FORMS)[number]
  readonly question: string
  readonly knowledge: string | undefined
  readonly notice: string | undefined
  readonly locale: Lang | undefined
  readonly now: Date | undefined
}

/** Null when the usage is asked for. */
export function readOptions(args: readonly string[]): Options | null {
  const { values, positionals } = parse(args)
  if (values.help) return null
  const forms = FORMS.filter((form) => values[form])
  if (forms.length > 1) throw new UsageError(`--${forms.join(' and --')} exclude each other: keep one of them`)
  const form = forms[0] ?? 'text'
  for (const name of ['knowledge', 'notice', 'locale', 'now'] as const) {
    if (values[name]?.trim() === '') throw new UsageError(`--${name} is empty: give it a value, or leave it out`)
  }
  if (form === 'jsonl' && positionals.length > 0)
    throw new UsageError('--jsonl reads its questions from standard input: leave out the question, or leave out --jsonl')
  if (form !== 'jsonl' && positionals.length === 0)
    throw new UsageError('there is no question: npm run --silent ask -- "QUESTION" (--help lists the options)')
  const now = values.now === undefined ? undefined : parseInstant(values.now)
  if (now === null) throw new UsageError(`--now ${values.now} is no date: ${DATE_HINT}`)
  if (values.locale !== undefined && !isLocale(values.locale))
    throw new UsageError(`--locale ${values.locale} is no language tag: ${LOCALE_HINT}`)
  return {
    form,
    question: positionals.join(' '),
    knowledge: values.knowledge,
    notice: values.notice,
    locale: langOfTag(values.locale),
    now,
  }
}

/** A notice that is not loaded cannot be answered from. */
export function checkNotice(notice: string | undefined, library: Library): void {
  if (notice === undefined || library.notices.has(notice)) return
  throw new UsageError(`--notice ${notice} is not loaded: name one of ${[...library.notices.keys()].slice(0, 20).join(', ')}`)
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean' } as const
  const text = { type: 'string' } as const
  const options = { json: flag, explain: flag, jsonl: flag, help: flag, knowledge: text, notice: text, locale: text, now: text } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const what = error.message.split(/[.\n]/, 1)[0]
    throw new UsageError(`${what}: --help lists the options; a question that begins with "-" goes after "--"`)
  }
}
