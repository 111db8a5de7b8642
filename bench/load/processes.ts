// The processes of the load run: the Bot API that takes everything, the program as an operator runs it, and the bare bot.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { packageRoot } from '../../adapters/root.js'
import { serviceArgs } from '../start-args.js'
import type { Counts } from './sink.js'

export const TOKEN = '110201543:load-AAHdqTcvCH1vGWJxfSeofSAs0K5PAL'

export interface Running {
  readonly port: number
  /** Seconds of processor time so far; NaN where the system does not tell. */
  cpu(): number
  end(): Promise<void>
}

export interface Sink extends Running {
  readonly apiRoot: string
  /** @param chat of which the messages are counted as well */
  counts(chat?: number): Promise<Counts>
  reset(): Promise<void>
}

export async function startSink(): Promise<Sink> {
  const running = await startOwn('sink.js')
  const apiRoot = `http://127.0.0.1:${running.port}`
  const get = async (path: string): Promise<unknown> => (await fetch(apiRoot + path)).json()
  return {
    ...running,
    apiRoot,
    counts: (chat = 0) => get(`/counts?chat=${chat}`) as Promise<Counts>,
    reset: async () => void (await get('/reset')),
  }
}

export function startEcho({ apiRoot }: Sink): Promise<Running> {
  return startOwn('echo-bot.js', [TOKEN, apiRoot])
}

/** @param flags of Node, such as --cpu-prof */
export async function startProgram({ apiRoot }: Sink, env: Record<string, string>, flags: readonly string[] = []): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [...flags, ...serviceArgs()], {
    cwd: packageRoot(),
    env: {
      PATH: process.env.PATH,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: apiRoot,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      HTTP_PORT: String(port),
      ...env,
    },
    // The log is written as it is for an operator who lets it go into a file.
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const isReady = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      async (response) => (await response.text()) !== '' && response.ok,
      () => false,
    )
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode} before it served; is it built?`)
    await sleep(50)
  }
  return running(child, port)
}

/** What the program counts of itself; NaN for what it does not. */
export async function metricsOf({ port }: Running, ...names: readonly string[]): Promise<number[]> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return names.map((name) =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'))].reduce((sum, [, value]) => sum + Number(value), 0),
  )
}

async function startOwn(file: string, args: readonly string[] = []): Promise<Running> {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist', 'bench', 'load', file), ...args], {
    // Through the channel it learns when this process is gone.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [line] = (await once(child.stdout as NonNullable<typeof child.stdout>, 'data')) as [Buffer]
  return running(child, Number(line.toString()))
}

function running(child: ChildProcess, port: number): Running {
  // Whatever happens here, nothing is left behind.
  process.once('exit', () => child.kill('SIGKILL'))
  return {
    port,
    cpu: () => cpuOf(child.pid ?? 0),
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Linux counts it in hundredths of a second. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
