// Asks for what a new notice needs: on a terminal again until it is right, from a pipe a line each, or as options only.
import { FIELDS, type Field, type Given, readValue } from './fields.js'

export interface Asking {
  /** What a person is told. */
  readonly say: (key: string, args?: Readonly<Record<string, string>>) => string
  /** Shows a question; undefined where input ends. */
  readonly ask: (question: string) => Promise<string | undefined>
  /** Somebody is there to mend a wrong answer. */
  readonly patient: boolean
  readonly tell: (line: string) => void
}

/** Every field that has a value; null where something is missing or wrong, which was told. @param ask null: nothing but what is given */
export async function answersOf(given: Given, asking: Asking, quiet: boolean): Promise<Given | null> {
  const answers = new Map<string, string>()
  let complete = true
  for (const field of FIELDS) {
    const value = await answerOf(field, given.get(field.name), answers, asking, quiet)
    if (value === STOP) return null
    if (value === null) complete = false
    else if (value !== undefined) answers.set(field.name, value)
  }
  return complete ? answers : null
}

const STOP = Symbol('input has ended')

/** The value, undefined where there is none, null where that is a mistake. */
async function answerOf(
  field: Field,
  option: string | undefined,
  before: Given,
  asking: Asking,
  quiet: boolean,
): Promise<string | undefined | null | typeof STOP> {
  const { say, tell } = asking
  const otherwise = valueWithout(field, before)
  if (option !== undefined || quiet) {
    if (option === undefined) return otherwise ?? (field.otherwise === null ? undefined : missing(field, asking))
    return checked(field, option, asking)
  }
  for (;;) {
    const hint = otherwise === undefined ? (field.otherwise === null ? ` ${say('new-optional')}` : '') : ` [${otherwise}]`
    const typed = await asking.ask(`${say(`new-${field.name}`)}${hint}: `)
    // A pipe that ends has nothing more to say: that will do where it need not.
    const mustEnd = asking.patient || (otherwise === undefined && field.otherwise !== null)
    if (typed === undefined && mustEnd) {
      tell(say('new-ended', { field: `--${field.name}` }))
      return STOP
    }
    const value =
      (typed ?? '').trim() === ''
        ? (otherwise ?? (field.otherwise === null ? undefined : missing(field, asking)))
        : checked(field, typed ?? '', asking)
    if (value !== null || !asking.patient) return value
  }
}

function valueWithout({ otherwise }: Field, before: Given): string | undefined {
  return !otherwise ? undefined : 'value' in otherwise ? otherwise.value : before.get(otherwise.field)
}

/** Where it would have the value of another field, that one is what is missing. */
function missing({ name, otherwise }: Field, { say, tell }: Asking): null {
  if (otherwise) return null
  tell(say('new-missing', { field: `--${name}` }))
  return null
}

function checked(field: Field, typed: string, { say, tell }: Asking): string | null {
  const read = readValue(field, typed)
  if ('value' in read) return read.value
  tell(`--${field.name}: ${say(read.wrong)}`)
  return null
}
