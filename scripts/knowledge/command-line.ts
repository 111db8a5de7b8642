// The command line of `npm run knowledge` → what is wanted.
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { FIELDS, type Given } from './new/fields.js'

export const USAGE = `usage: npm run --silent knowledge -- COMMAND
  check [DIR]         what is wrong with the notices of DIR, at file, line and column, and what would be better otherwise (warnings)
    --strict            warnings count as problems
    --across            also names that several notices share
    --sources DIR       folder of the source texts, with which evidence is compared
  new ID              a new notice to fill in; asks for what it needs, line by line
    --dir DIR           where its folder is made (default: knowledge/)
    --yes               do not ask: what is not given as an option is left out
${FIELDS.map(({ name, example }) => `    --${name} ${example}`).join('\n')}
  try [DIR]           asks questions again each time that a file is saved, and shows which answers changed
    --questions FILE    the questions, one a line or as JSON lines (default: questions.txt in the notice's folder, else its own)
    --sources DIR       as above
  questions [ID]      for every fact the questions that reach it, in Chinese and English; with ID of one notice
    --dir DIR           folder of the notices
    --eval FILE         instead: how right the answers to the questions of a file are (JSON lines)
    --json              as JSON`

export interface CheckOptions {
  readonly dir: string | undefined
  readonly sources: string | undefined
  readonly strict: boolean
  readonly across: boolean
}

export interface NewOptions {
  readonly id: string
  readonly dir: string | undefined
  readonly yes: boolean
  readonly given: Given
}

export interface TryOptions {
  readonly dir: string | undefined
  readonly questions: string | undefined
  readonly sources: string | undefined
}

export interface QuestionsOptions {
  readonly notice: string | undefined
  readonly dir: string | undefined
  readonly eval: string | undefined
  readonly json: boolean
}

export type Command =
  | ({ readonly command: 'check' } & CheckOptions)
  | ({ readonly command: 'new' } & NewOptions)
  | ({ readonly command: 'try' } & TryOptions)
  | ({ readonly command: 'questions' } & QuestionsOptions)

const TEXT = { type: 'string' } as const
const FLAG = { type: 'boolean' } as const

/** Null where it cannot be understood. */
export function understand(args: readonly string[]): Command | null {
  const [command, ...rest] = args
  try {
    switch (command) {
      case 'check': {
        const { values, positional } = read(rest, { sources: TEXT, strict: FLAG, across: FLAG })
        return { command, dir: positional, sources: values.sources, strict: values.strict ?? false, across: values.across ?? false }
      }
      case 'new': {
        const fields = Object.fromEntries(FIELDS.map(({ name }) => [name, TEXT]))
        const { values, positional: id } = read(rest, { ...fields, dir: TEXT, yes: FLAG })
        const typed: Readonly<Record<string, unknown>> = values
        const given = new Map(
          FIELDS.flatMap(({ name }): [string, string][] => (typed[name] === undefined ? [] : [[name, String(typed[name])]])),
        )
        return id === undefined ? null : { command, id, dir: values.dir, yes: values.yes ?? false, given }
      }
      case 'try': {
        const { values, positional } = read(rest, { questions: TEXT, sources: TEXT })
        return { command, dir: positional, questions: values.questions, sources: values.sources }
      }
      case 'questions': {
        const { values, positional } = read(rest, { dir: TEXT, eval: TEXT, json: FLAG })
        return { command, notice: positional, dir: values.dir, eval: values.eval, json: values.json ?? false }
      }
      default:
        return null
    }
  } catch {
    // An option that there is not: the usage lines say which there are.
    return null
  }
}

function read<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  if (positionals.length > 1) throw new Error('one name at most')
  return { values, positional: positionals[0] }
}
