// Questions with what their answers are expected to be: JSON lines, or plain lines of which nothing is expected.
import { readFileSync } from 'node:fs'
import * as z from 'zod'

const pattern = z.string().refine(isPattern, 'is no regular expression')
const patterns = z.array(pattern)

const caseSchema = z.object({
  id: z.string(),
  area: z.string(),
  lang: z.enum(['zh-Hans', 'zh-Hant', 'en', 'mixed', 'pinyin']),
  style: z.string(),
  /** One conversation; the answer to the last turn is judged. */
  turns: z.array(z.string()).min(1),
  /** ISO date that the clock shows, at noon in Beijing, or an instant. */
  now: z.union([z.iso.date(), z.iso.datetime()]).optional(),
  /** Statuses that are right; regular expressions (flags iu) that the text must match, and those that it must not. */
  expect: z.object({ status: z.array(z.string()).min(1), all: patterns.optional(), none: patterns.optional() }),
  /** What settles it. */
  why: z.string().optional(),
})

export type Case = z.infer<typeof caseSchema>

/** The instant that a case's clock shows. */
export function clockOf(now: string): Date {
  return new Date(now.includes('T') ? now : `${now}T04:00:00Z`)
}

/** What is wrong with a file of questions, a line a mistake. */
export class QuestionsError extends Error {}

/** The cases of a file of JSON lines. Throws QuestionsError, with every line that is none. */
export function readCases(file: string | URL): Case[] {
  const mistakes: string[] = []
  const cases = linesOf(file).flatMap(({ text, line }): Case[] => {
    const { data, error } = caseSchema.safeParse(parsed(text))
    if (data) return [data]
    for (const { path, message } of error.issues)
      mistakes.push(`${String(file)}:${line}: ${[path.join('.'), message].filter(Boolean).join(': ')}`)
    return []
  })
  if (mistakes.length > 0) throw new QuestionsError(mistakes.join('\n'))
  return cases
}

/** The conversations of a file: JSON lines with `turns`, or plain text, a question a line; empty lines and those after # are passed over. */
export function readTurns(file: string | URL): (readonly string[])[] {
  return linesOf(file)
    .filter(({ text }) => !text.startsWith('#'))
    .map(({ text }) => {
      const turns = text.startsWith('{') ? z.object({ turns: z.array(z.string()).min(1) }).safeParse(parsed(text)).data?.turns : undefined
      return turns ?? [text]
    })
}

function linesOf(file: string | URL): { text: string; line: number }[] {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((text, i) => ({ text: text.trim(), line: i + 1 }))
    .filter(({ text }) => text !== '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'iu') instanceof RegExp
  } catch {
    return false
  }
}
