// What could not be answered, and what was said of answers, for the operator who wants to know (opt-in): scrubbed questions, a line each, a file a day, thirty days.
import { createHash } from 'node:crypto'
import { appendFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../log.js'
import { nameOf } from '../name-of-error.js'
import { openFolder } from './open-folder.js'

const KEPT_DAYS = 30
/** A day's file grows no larger: whoever floods it fills nothing else. */
const LARGEST_FILE = 1024 * 1024
const FILE = /^unanswered-(\d{4}-\d{2}-\d{2})\.jsonl$/

export interface Line {
  /** The scrubbed question. */
  readonly q: string
  /** Tells askers of the same question apart, one in four thousand; leads back to nobody, and is another one with another question. */
  readonly w: string
  /** What was said of its answer; absent where there was none. */
  readonly v?: Vote
}

export type Vote = 'good' | 'bad'

export class UnansweredLog {
  readonly #folder: string
  readonly #clock: () => Date
  readonly #log: Log
  #today = ''
  #failed = false

  /** Makes the folder where it is not there. Throws SettingsError where that or writing in it fails; what fails later is told once. */
  constructor(folder: string, clock: () => Date, log: Log) {
    this.#folder = folder
    this.#clock = clock
    this.#log = log
    openFolder(folder, fileOf(this.#day()))
  }

  /**
   * One line, appended in one piece: what was written before stays whatever happens.
   * @param q a scrubbed question
   */
  add(q: string, user: string, v?: Vote): void {
    if (q === '') return
    const day = this.#day()
    const file = join(this.#folder, fileOf(day))
    try {
      if (day !== this.#today) this.#begin(day)
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= LARGEST_FILE) return
      // Begins with a line end, too: a line that was cut off by a crash spoils only itself.
      appendFileSync(file, `\n${JSON.stringify({ q, w: mark(q, user), ...(v && { v }) } satisfies Line)}\n`, { mode: 0o600 })
    } catch (error) {
      if (!this.#failed) this.#log(`Unanswered questions cannot be kept (${nameOf(error)})`, { event: 'unanswered.failed', level: 'warn' })
      this.#failed = true
    }
  }

  #day(): string {
    return this.#clock().toISOString().slice(0, 10)
  }

  /** A new day: what is older than is kept goes. */
  #begin(day: string): void {
    for (const name of readdirSync(this.#folder)) if (isOld(FILE.exec(name)?.[1], day)) rmSync(join(this.#folder, name))
    this.#today = day
  }
}

function fileOf(day: string): string {
  return `unanswered-${day}.jsonl`
}

function isOld(day: string | undefined, today: string): boolean {
  return day !== undefined && Date.parse(today) - Date.parse(day) >= KEPT_DAYS * 86_400_000
}

function mark(question: string, user: string): string {
  return createHash('sha256').update(`${question}\0${user}`).digest('hex').slice(0, 3)
}
