// One replica of the program, as an operator runs it, that can be ended in every way.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { environment, START } from '../terminal/program.js'

export class Replica {
  readonly port: number
  readonly #env: Record<string, string>
  #child: ChildProcess | undefined
  #said = ''

  /** @param port of its own health and webhooks */
  constructor(port: number, env: Record<string, string>) {
    this.port = port
    this.#env = { LIMIT_USER: '1000/1', LIMIT_CHAT: '1000/1', ...env, HTTP_PORT: String(port) }
  }

  /** All lines of its log since it was first started. */
  get lines(): Record<string, unknown>[] {
    return this.#said
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  events(name: string): Record<string, unknown>[] {
    return this.lines.filter(({ event }) => event === name)
  }

  /** Resolves when it can serve. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [START], { env: environment(this.#env), stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said += text
    })
    this.#child = child
    while ((await this.ready()) !== 200) {
      if (child.exitCode !== null) throw new Error(`a replica ended with ${child.exitCode}: ${this.#said}`)
      await sleep(50)
    }
  }

  /** The status of /readyz; 0 where nothing answers. */
  async ready(): Promise<number> {
    const response = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => undefined)
    await response?.arrayBuffer()
    return response?.status ?? 0
  }

  async health(): Promise<Record<string, unknown>> {
    return (await (await fetch(`http://127.0.0.1:${this.port}/readyz`)).json()) as Record<string, unknown>
  }

  /** @returns its exit code */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const ended = once(child, 'exit')
    child.kill(signal)
    return (await ended)[0] as number | null
  }
}
