// The program as an operator runs it, with all that it says kept, and what may be asked of it while it runs.
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { environment, START } from '../terminal/program.js'

export interface StartOptions {
  /** Another program than `npm start`'s. */
  readonly program?: string
  /** The folder that it is started in, where its .env is looked for. */
  readonly folder?: string
}

export class Program {
  /** All that it has written, to standard output and to standard error. */
  said = ''
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>
  readonly #child: ChildProcess
  readonly #port: string | undefined

  constructor(env: Record<string, string>, { program = START, folder }: StartOptions = {}) {
    this.#port = env.HTTP_PORT
    // Nothing comes on standard input, so that the terminal chat ends at once where there is no platform.
    this.#child = spawn(process.execPath, [program], { env: environment(env), cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.said += text
      })
    // Nothing outlives a test that has failed.
    const kill = (): void => void this.#child.kill('SIGKILL')
    process.once('exit', kill)
    this.ended = new Promise((resolve) =>
      this.#child.on('close', (code) => {
        process.off('exit', kill)
        resolve(code)
      }),
    )
  }

  /** The lines of its log, which has to be JSON. */
  get lines(): Record<string, unknown>[] {
    const whole = this.said.slice(0, this.said.lastIndexOf('\n') + 1)
    return whole
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  events(name: string): Record<string, unknown>[] {
    return this.lines.filter(({ event }) => event === name)
  }

  /** Resolves when it has said that; throws with all that it has said instead. */
  async says(what: string | RegExp, ms = 60_000): Promise<void> {
    const late = performance.now() + ms
    while (typeof what === 'string' ? !this.said.includes(what) : !what.test(this.said)) {
      if (performance.now() > late) throw new Error(`it never said ${what}, but: ${this.said}`)
      await sleep(20)
    }
  }

  async get(path: string): Promise<{ status: number; body: string }> {
    const response = await fetch(`http://127.0.0.1:${this.#port}${path}`)
    return { status: response.status, body: await response.text() }
  }

  /** What it holds in memory, in megabytes. */
  async megabytes(): Promise<number> {
    const { body } = await this.get('/metrics')
    return Number(/^asknotice_process_resident_memory_bytes (\S+)$/m.exec(body)?.[1]) / 1024 ** 2
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** Asks it to end. @returns its exit code */
  end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.signal(signal)
    return this.ended
  }
}
