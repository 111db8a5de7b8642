// The unanswered questions that may be read, and those whose answers were judged: of three people or more, the most frequent first.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Line, Vote } from './unanswered-log.js'

/** What fewer have asked may be about one of them. */
const LEAST_ASKERS = 3

export interface Row {
  readonly question: string
  /** How often it was not answered. */
  readonly times: number
  /** How many have asked it or judged its answer. */
  readonly askers: number
  /** How many found its answer good, and bad, when they last said so. */
  readonly good: number
  readonly bad: number
}

interface Count {
  times: number
  readonly askers: Set<string>
  readonly votes: Map<string, Vote>
}

export function readUnanswered(folder: string): Row[] {
  const counts = new Map<string, Count>()
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : []
  // By day, so that the last word of each is the last.
  for (const { q, w, v } of names.sort().flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').flatMap(parsed))) {
    const count = counts.get(q) ?? { times: 0, askers: new Set(), votes: new Map() }
    count.askers.add(w)
    if (v) count.votes.set(w, v)
    else count.times += 1
    counts.set(q, count)
  }
  return [...counts]
    .map(([question, { times, askers, votes }]) => ({
      question,
      times,
      askers: askers.size,
      good: told(votes, 'good'),
      bad: told(votes, 'bad'),
    }))
    .filter(({ askers }) => askers >= LEAST_ASKERS)
    .sort((a, b) => b.times + b.bad - a.times - a.bad || (a.question < b.question ? -1 : 1))
}

function told(votes: ReadonlyMap<string, Vote>, what: Vote): number {
  return [...votes.values()].filter((vote) => vote === what).length
}

/** Nothing for a line that was cut off. */
function parsed(line: string): Line[] {
  try {
    const value: unknown = JSON.parse(line)
    const isLine = typeof value === 'object' && value !== null && 'q' in value && 'w' in value
    if (!isLine || typeof value.q !== 'string' || typeof value.w !== 'string') return []
    const v = 'v' in value && (value.v === 'good' || value.v === 'bad') ? value.v : undefined
    return [{ q: value.q, w: value.w, ...(v && { v }) }]
  } catch {
    return []
  }
}
