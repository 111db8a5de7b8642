// How long `npm run ask` takes from nothing to the answer, against npm starting node to do nothing.
import { spawnSync } from 'node:child_process'
import { packageRoot } from '../adapters/root.js'
import { percentile } from './measure.js'

export interface ColdStart {
  readonly ask_ms: number
  readonly noop_ms: number
  readonly ratio: number
  readonly runs: number
}

/** Medians of alternating runs, so that whatever else the machine does falls on both. */
export function measureColdStart(runs: number, question: string): ColdStart {
  const ask: number[] = []
  const noop: number[] = []
  for (let i = 0; i <= runs; i++) {
    const times = [time(['run', '--silent', 'ask', '--', question]), time(['run', '--silent', 'noop'])] as const
    // The first pair only fills the disk cache.
    if (i === 0) continue
    ask.push(times[0])
    noop.push(times[1])
  }
  const [a, b] = [percentile(ask, 0.5), percentile(noop, 0.5)]
  return { ask_ms: Math.round(a), noop_ms: Math.round(b), ratio: Math.round((a / b) * 100) / 100, runs }
}

function time(args: readonly string[]): number {
  const started = performance.now()
  const { status, stderr } = spawnSync('npm', args, { cwd: packageRoot(), encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed: ${stderr}`)
  return performance.now() - started
}
