// Starts the built program as its users do, and gathers what it prints.
import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const DIST = join(HERE, '..', '..', 'dist', 'adapters')
export const ASK = join(DIST, 'terminal', 'ask.js')
export const START = join(DIST, 'main.js')
export const KNOWLEDGE_TOOL = join(DIST, '..', 'scripts', 'knowledge.js')

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** An environment without the colours, tokens and locale of whoever runs the tests. */
export function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, SystemRoot } = process.env
  return { PATH, HOME, SystemRoot, LANG: 'en_GB.UTF-8', TERM: 'xterm-256color', ...extra }
}

export function run(
  program: string,
  args: readonly string[] = [],
  { input = '', env = {}, cwd }: { input?: string | Buffer; env?: Record<string, string>; cwd?: string } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [program, ...args], { env: environment(env), cwd })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.on('error', () => {}) // It may end before it has read everything.
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** JSON lines, parsed. */
export function objects(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

export const hasPty = spawnSync('python3', ['-c', 'import os, pty; os.waitstatus_to_exitcode']).status === 0

type Steps = readonly (readonly [wait: string, type: string])[]

export interface Screen {
  readonly code: number
  readonly screen: string
}

/** Runs `npm start`'s program on a pseudo-terminal: waits for each text to be shown, then types what belongs to it. */
export function onTerminal(steps: Steps, env: Record<string, string> = {}): Promise<Screen> {
  return onTerminalOf([START], steps, env)
}

/** The same with another program and its arguments. */
export async function onTerminalOf(program: readonly string[], steps: Steps, env: Record<string, string> = {}): Promise<Screen> {
  const child = spawn('python3', [join(HERE, 'on-terminal.py'), JSON.stringify(steps), process.execPath, ...program], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 60_000,
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  await new Promise((resolve) => child.on('close', resolve))
  return JSON.parse(output) as Screen
}
