// The thread that draws, started when it is first needed and again after it broke.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Figure } from '../../src/figure/figure.js'
import type { Log } from '../log.js'
import { nameOf } from '../name-of-error.js'
import { packageRoot } from '../root.js'
import type { Done, Job } from './job.js'
import type { Theme } from './theme.js'

/** More than that and it is behind already. */
const MOST_WAITING = 16
/** A drawing that takes so long will not end. */
const HUNG_MS = 30_000
/** After a break-down it rests. */
const REST_MS = 10_000

export class Drawer {
  readonly #log: Log
  readonly #file: string
  readonly #waiting = new Map<number, (png: Buffer | null) => void>()
  #worker: Worker | undefined
  #watch: NodeJS.Timeout | undefined
  #restsUntil = 0
  #last = 0

  /** @param file the thread's program; for tests */
  constructor(log: Log, file = workerFile()) {
    this.#log = log
    this.#file = file
  }

  /** Null where it could not be drawn. */
  draw(figure: Figure | null, theme: Theme): Promise<Buffer | null> {
    if (this.#waiting.size >= MOST_WAITING || performance.now() < this.#restsUntil) return Promise.resolve(null)
    return new Promise((resolve) => {
      const job: Job = { id: ++this.#last, figure, theme }
      this.#waiting.set(job.id, resolve)
      this.#started().postMessage(job)
      this.#watch ??= setTimeout(() => this.#broke('hung'), HUNG_MS).unref()
    })
  }

  async end(): Promise<void> {
    const worker = this.#worker
    this.#release()
    await worker?.terminate()
  }

  #started(): Worker {
    if (!this.#worker) {
      const worker = new Worker(this.#file)
      // Pictures that nobody waits for do not keep the program.
      worker.unref()
      worker.on('message', (done: Done) => this.#finished(done))
      worker.on('error', (error) => this.#broke(nameOf(error), worker))
      worker.on('exit', () => this.#broke('exit', worker))
      this.#worker = worker
    }
    return this.#worker
  }

  #finished({ id, png, error }: Done): void {
    clearTimeout(this.#watch)
    const resolve = this.#waiting.get(id)
    this.#waiting.delete(id)
    this.#watch = this.#waiting.size > 0 ? setTimeout(() => this.#broke('hung'), HUNG_MS).unref() : undefined
    if (error !== undefined) this.#log(`A picture was not drawn (${error})`, { event: 'picture.failed', level: 'warn', error })
    resolve?.(png && Buffer.from(png))
  }

  #broke(error: string, worker = this.#worker): void {
    if (!worker || worker !== this.#worker) return
    this.#log(`The drawing of pictures broke down (${error})`, { event: 'picture.broken', level: 'error', error })
    this.#restsUntil = performance.now() + REST_MS
    this.#release()
    void worker.terminate()
  }

  /** Nobody waits any longer. */
  #release(): void {
    clearTimeout(this.#watch)
    this.#watch = undefined
    this.#worker = undefined
    for (const resolve of this.#waiting.values()) resolve(null)
    this.#waiting.clear()
  }
}

/** Beside this file where it was built; a test runs from the sources. */
function workerFile(): string {
  const beside = fileURLToPath(new URL('./worker.js', import.meta.url))
  return existsSync(beside) ? beside : join(packageRoot(), 'dist', 'adapters', 'figure', 'worker.js')
}
