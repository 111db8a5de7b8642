// The unanswered questions that may be read: those of three people or more, the most frequent first.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Line } from './unanswered-log.js'

/** What fewer have asked may be about one of them. */
const LEAST_ASKERS = 3

export interface Row {
  readonly question: string
  readonly times: number
  readonly askers: number
}

export function readUnanswered(folder: string): Row[] {
  const counts = new Map<string, { times: number; askers: Set<string> }>()
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : []
  for (const { q, w } of names.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').flatMap(parsed))) {
    const count = counts.get(q) ?? { times: 0, askers: new Set() }
    count.times += 1
    count.askers.add(w)
    counts.set(q, count)
  }
  return [...counts]
    .map(([question, { times, askers }]) => ({ question, times, askers: askers.size }))
    .filter(({ askers }) => askers >= LEAST_ASKERS)
    .sort((a, b) => b.times - a.times || (a.question < b.question ? -1 : 1))
}

/** Nothing for a line that was cut off. */
function parsed(line: string): Line[] {
  try {
    const value: unknown = JSON.parse(line)
    const isLine = typeof value === 'object' && value !== null && 'q' in value && 'w' in value
    return isLine && typeof value.q === 'string' && typeof value.w === 'string' ? [{ q: value.q, w: value.w }] : []
  } catch {
    return []
  }
}
