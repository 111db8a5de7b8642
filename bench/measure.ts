// Times one engine: how long it takes to build, what it holds in memory, how long a question takes, how many answers are right.
import type { Asked, Build, Engine } from './ask.js'
import { heapUsed } from './heap.js'
import { seeded } from './random.js'

export interface Measured {
  readonly engine: string
  readonly build_ms: number
  readonly p50_ms: number
  readonly p99_ms: number
  /** Of the very first time that each question is asked, right after building. */
  readonly first_p50_ms: number
  readonly first_p99_ms: number
  readonly heap_mb: number
  /** Questions that were timed, repetitions included. */
  readonly samples: number
  /** Of the questions asked on the real notice and on generated ones, how many were answered with the expected fact. */
  readonly right: { readonly real: string; readonly generated: string }
}

export interface Effort {
  /** No further round is begun after this. */
  readonly milliseconds: number
  readonly rounds: number
  /** A slow engine is asked only so many of the questions. */
  readonly questions?: number
}

/** Builds the engine and asks it the questions in an order of chance, again and again, after a time to warm up. */
export function measure(build: Build, questions: readonly Asked[], effort: Effort): Measured {
  const before = heapUsed()
  const started = performance.now()
  const engine = build()
  const built = performance.now() - started
  const heap = heapUsed() - before
  const all = effort.questions === undefined ? questions : questions.filter(({ expected }) => expected !== '')
  const asked = seeded(1).shuffled(all).slice(0, effort.questions)
  const first = timesOf(engine, asked, { milliseconds: 0, rounds: 1 })
  const right = rightOf(engine, asked)
  warmUp(engine, asked, effort.milliseconds / 4)
  const times = timesOf(engine, asked, effort)
  return {
    engine: engine.name,
    build_ms: round(built),
    p50_ms: percentile(times, 0.5),
    p99_ms: percentile(times, 0.99),
    first_p50_ms: percentile(first, 0.5),
    first_p99_ms: percentile(first, 0.99),
    heap_mb: round(heap / 2 ** 20),
    samples: times.length,
    right,
  }
}

export function timesOf(engine: Engine, questions: readonly Asked[], effort: Effort): number[] {
  const random = seeded(3)
  const times: number[] = []
  const until = performance.now() + effort.milliseconds
  for (let i = 0; i < effort.rounds && (i === 0 || performance.now() < until); i++) {
    for (const { text } of random.shuffled(questions)) {
      const started = performance.now()
      engine.ask(text)
      times.push(performance.now() - started)
    }
  }
  return times
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)
}

/** Every engine gets the same time, so that none is measured before the runtime has compiled it. */
function warmUp(engine: Engine, questions: readonly Asked[], milliseconds: number): void {
  for (let i = 0, until = performance.now() + milliseconds; performance.now() < until; i++)
    engine.ask(questions[i % questions.length]?.text ?? '')
}

function rightOf(engine: Engine, questions: readonly Asked[]): Measured['right'] {
  const right = new Set(questions.filter(({ text, expected }) => expected !== '' && engine.ask(text).includes(expected)))
  const share = (of: Asked['of']): string =>
    `${questions.filter((q) => q.of === of && right.has(q)).length}/${questions.filter((q) => q.of === of).length}`
  return { real: share('real'), generated: share('generated') }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
