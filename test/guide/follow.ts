// Does what a guide says, in an empty folder, with the real program: alone, with nothing but what the guide holds.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { environment } from '../terminal/program.js'
import type { Step } from './steps.js'

/** The folder that the guide speaks of. */
const FOLDER = '../market'
const PORT = '8787'
/** Commands that run until somebody ends them. */
const STAYS = /^(.* )?npm .*(start|preview|try)\b/
const SCRIPTS = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts

export interface Stage {
  /** Stands for ../market. */
  readonly folder: string
  /** Stands for 8787. */
  readonly port: string
  /** The language of the terminal. */
  readonly lang: string
  /** What a platform wants of the environment; the guide writes a token as "…". */
  readonly env: Readonly<Record<string, string>>
  /** How long output is waited for, in milliseconds. */
  readonly patience: number
}

/** What a command printed beside what the guide shows of it. */
export interface Shown {
  readonly line: number
  readonly command: string
  readonly expected: readonly string[]
  readonly printed: readonly string[]
}

interface Running {
  readonly child: ChildProcess
  readonly command: string
  readonly ended: Promise<number | null>
  /** What was printed and not looked at yet. */
  unread: string
}

/** Follows the steps. Whatever is still running at the end, or when something goes wrong, is ended. */
export async function follow(steps: readonly Step[], stage: Stage): Promise<Shown[]> {
  const all: Shown[] = []
  let running: Running | undefined
  const look = async (line: number, expected: readonly string[], { command }: Running): Promise<void> => {
    const read = (): string[] => linesOf(shownAs(running?.unread ?? '', stage))
    await settled(() => fits(read(), expected), stage.patience)
    all.push({ line, command, expected, printed: read() })
    if (running) running.unread = ''
  }
  try {
    for (const step of steps) {
      if (step.kind === 'run' && step.command.startsWith('curl '))
        all.push({ line: step.line, command: step.command, expected: step.shown, printed: await fetched(step.command, step.shown, stage) })
      else if (step.kind === 'run') {
        const started = start(step.command, stage)
        if (STAYS.test(step.command)) {
          if (running) throw new Error(`line ${step.line}: ${running.command} is still running`)
          running = started
          await look(step.line, step.shown, started)
        } else {
          await started.ended
          all.push({ line: step.line, command: step.command, expected: step.shown, printed: linesOf(shownAs(started.unread, stage)) })
        }
      } else if (step.kind === 'more' || step.kind === 'interrupt') {
        if (!running) throw new Error(`line ${step.line}: nothing is running`)
        if (step.kind === 'more') await look(step.line, step.shown, running)
        else {
          // Nobody presses it in the moment in which the line appears.
          await pause(1000)
          running.child.kill('SIGINT')
          const code = await running.ended
          all.push({ line: step.line, command: `${running.command} ^C`, expected: ['0'], printed: [String(code)] })
          running = undefined
        }
      } else change(step, stage)
    }
  } finally {
    running?.child.kill('SIGKILL')
  }
  return all
}

function change(step: Exclude<Step, { kind: 'run' | 'more' | 'interrupt' }>, { folder }: Stage): void {
  const file = step.file.replace(FOLDER, folder)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, step.kind === 'write' ? step.text : changed(readFileSync(file, 'utf8'), step))
}

function changed(before: string, step: Extract<Step, { kind: 'append' | 'replace' }>): string {
  if (step.kind === 'append') return `${before}${step.text}`
  if (before.split(step.from).length !== 2) throw new Error(`line ${step.line}: ${step.file} does not hold this text once:\n${step.from}`)
  return before.replace(step.from, () => step.to)
}

/** As npm would: the program of the script, with what stands after the two dashes. */
function start(command: string, { folder, port, lang, env }: Stage): Running {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => (quoted ?? plain ?? '').replace(FOLDER, folder))
  const npm = words.indexOf('npm')
  const set = Object.fromEntries(words.slice(0, npm).map((word) => word.split('=', 2)))
  const [name = '', dashes, ...args] = words.slice(npm + 1).filter((word) => word !== '--silent' && word !== 'run')
  const [node, ...program] = SCRIPTS[name]?.split(' ') ?? []
  if (npm < 0 || node !== 'node' || (dashes !== undefined && dashes !== '--')) throw new Error(`this command cannot be run: ${command}`)
  const secrets = set.TELEGRAM_BOT_TOKEN === '…' ? env : {}
  const child = spawn(process.execPath, [...program, ...args], {
    env: environment({ LANG: lang, ...set, HTTP_PORT: port, ...secrets }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const running: Running = { child, command, ended: once(child, 'close').then(([code]) => code as number | null), unread: '' }
  // Both are shown on a terminal: what a command has found first, what it says of it after that.
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    running.unread += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (STAYS.test(command)) running.unread += text
    else said += text
  })
  child.once('close', () => {
    running.unread += said
  })
  return running
}

/** Asks until the answer is what the guide shows: the program takes files over a moment after they are saved. */
async function fetched(command: string, expected: readonly string[], stage: Stage): Promise<string[]> {
  const url = (/http:\S+/.exec(command)?.[0] ?? '').replace(PORT, stage.port)
  let printed: string[] = []
  await settled(async () => {
    printed = await fetch(url).then(
      async (response) => linesOf(shownAs(await response.text(), stage)),
      (error: Error) => [error.message],
    )
    return fits(printed, expected)
  }, stage.patience)
  return printed
}

/** With the names that the guide uses. */
function shownAs(text: string, { folder, port }: Stage): string {
  return text.replaceAll(relative('.', folder), FOLDER).replaceAll(folder, FOLDER).replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${PORT}`)
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n')

async function settled(holds: () => boolean | Promise<boolean>, patience: number): Promise<void> {
  for (const until = Date.now() + patience; !(await holds()) && Date.now() < until; ) await pause(100)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

/** A line `…` stands for any lines, at least one; within a line it stands for anything. */
export function fits(printed: readonly string[], expected: readonly string[]): boolean {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = expected.map((line) => (line === '…' ? '[^]+' : line.split('…').map(literal).join('.*'))).join('\n')
  return new RegExp(`^${pattern}$`, 'u').test(printed.join('\n'))
}

export function stageIn(folder: string, more: Omit<Stage, 'folder'>): Stage {
  return { folder: join(folder, 'market'), ...more }
}
