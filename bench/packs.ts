// How long many small notices take from their files: the start of the chat and the check, against node doing nothing.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../adapters/root.js'
import { startArgs } from './start-args.js'
import { writePacks } from './write-packs.js'

export interface Packs {
  readonly packs: number
  readonly start_ms: number
  readonly check_ms: number
  readonly noop_ms: number
}

const PACKS = 200

export function measurePacks(): Packs {
  const dir = mkdtempSync(join(tmpdir(), 'asknotice-'))
  const dist = join(packageRoot(), 'dist')
  try {
    writePacks(dir, PACKS)
    return {
      packs: PACKS,
      noop_ms: time(['-e', '0'], dir),
      start_ms: time(startArgs(), dir),
      check_ms: time([join(dist, 'scripts', 'knowledge.js'), 'check'], dir),
    }
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function time(args: readonly string[], knowledge: string): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    input: '',
    cwd: packageRoot(),
    env: { ...process.env, KNOWLEDGE_DIR: knowledge },
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr.slice(0, 1000)}`)
  return Math.round(performance.now() - started)
}
