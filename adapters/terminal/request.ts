// One request line of `ask --jsonl`, read and checked.
import * as z from 'zod'
import type { Lang } from '../../src/answer.js'
import { langOfTag } from '../../src/query/language.js'
import { DATE_HINT, isLocale, LOCALE_HINT, parseInstant } from './values.js'

export interface Request {
  readonly question: string
  readonly id?: string | undefined
  readonly session?: string | undefined
  readonly now?: Date | undefined
  readonly locale?: Lang | undefined
}

/** Longest line that is read: more than any question needs, little enough to keep in memory. */
export const LONGEST_LINE = 1_000_000

const SHAPE = 'write {"question": "…"}, with "id", "session", "now" and "locale" as strings where you want them'

const date = z.string({ error: 'must be a string' }).transform((text, context) => {
  const instant = parseInstant(text)
  if (instant) return instant
  context.addIssue({ code: 'custom', message: `is no date: ${DATE_HINT}` })
  return z.NEVER
})

const text = z.string({ error: 'must be a string' })

// Keys that are not known are passed over: lines may carry what their sender wants to find again.
const schema = z.object(
  {
    question: text,
    id: text.optional(),
    session: text.optional(),
    now: date.optional(),
    locale: text.refine(isLocale, `is no language tag: ${LOCALE_HINT}`).transform(langOfTag).optional(),
  },
  { error: `the line is not a JSON object: ${SHAPE}` },
)

/** The request of a line, or what is wrong with it and what to do. */
export function readRequest(line: string): Request | { readonly error: string } {
  if (line.length > LONGEST_LINE) return { error: `the line has more than ${LONGEST_LINE} characters: send a shorter one` }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { error: `the line is not JSON: ${SHAPE}` }
  }
  const { data, error } = schema.safeParse(value)
  if (data) return data
  return { error: error.issues.map(({ path, message }) => (path.length > 0 ? `"${path.join('.')}" ${message}` : message)).join('; ') }
}
