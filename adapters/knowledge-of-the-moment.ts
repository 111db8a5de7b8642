// The knowledge that is answered from, read anew when its files change: all of it is read, checked and built before it takes the place of
// the old, and what is refused changes nothing.
import { watch } from 'chokidar'
import type { Assistant } from '../src/assistant.js'
import { KnowledgeError } from '../src/knowledge/notice.js'
import type { Begun } from './begin.js'
import type { Log } from './log.js'
import { nameOf } from './name-of-error.js'
import { recalling } from './recall.js'

/** An editor that saves several files, or one in several steps, is waited for. */
const SETTLED_MS = 300

export interface Source {
  /** The assistant over the files as they are now. Throws KnowledgeError. */
  readonly load: () => Promise<Assistant>
  /** Changes with any of the files. */
  readonly version: () => string
  /** What is watched. */
  readonly folders: readonly string[]
}

export class KnowledgeOfTheMoment {
  #assistant: Assistant
  #version: string
  #problems: readonly string[] = []
  readonly #source: Source
  readonly #log: Log
  readonly #onChange: () => void
  readonly #onRefusal: () => void
  #reloading = Promise.resolve()

  /** @param onChange told after every swap; `onRefusal` when what changed is not taken over */
  constructor({ assistant, source, version }: Begun, log: Log, onChange: () => void, onRefusal: () => void = () => {}) {
    this.#assistant = recalling(assistant)
    this.#source = source
    this.#version = version
    this.#log = log
    this.#onChange = onChange
    this.#onRefusal = onRefusal
  }

  get assistant(): Assistant {
    return this.#assistant
  }

  /** As /readyz shows it: what is answered from, and what is wrong with what is not. */
  get state(): { version: string; notices: number; facts: number; problems: readonly string[] } {
    const { notices, facts } = this.#assistant.library
    return { version: this.#version, notices: notices.size, facts: facts.size, problems: this.#problems }
  }

  /** Reads everything anew, one time after the other; keeps what there is where that is refused. */
  reload(): Promise<void> {
    this.#reloading = this.#reloading.then(() => this.#read())
    return this.#reloading
  }

  async #read(): Promise<void> {
    let version: string
    try {
      version = this.#source.version()
      if (version === this.#version && this.#problems.length === 0) return
      this.#assistant = recalling(await this.#source.load())
    } catch (error) {
      // What cannot be read at all is told by its name.
      this.#problems = error instanceof KnowledgeError ? error.message.split('\n') : [nameOf(error)]
      for (const problem of this.#problems)
        this.#log(`Knowledge: not taken over: ${problem}`, { event: 'knowledge.refused', level: 'error' })
      this.#onRefusal()
      return
    }
    this.#version = version
    this.#problems = []
    const { notices, facts } = this.state
    this.#log(`Knowledge: version ${version}, ${notices} notices, ${facts} facts`, { event: 'knowledge.loaded', version, notices, facts })
    this.#onChange()
  }

  /** Reloads on every change of a file, until the returned function is called. */
  watch(): () => Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const watcher = watch([...this.#source.folders], { ignoreInitial: true })
    watcher.on('all', () => {
      clearTimeout(timer)
      timer = setTimeout(() => void this.reload(), SETTLED_MS)
    })
    // What was changed between the reading of the files and now was seen by nobody.
    watcher.on('ready', () => void this.reload())
    watcher.on('error', () =>
      this.#log('Knowledge: changes of the files cannot be watched', { event: 'knowledge.unwatched', level: 'warn' }),
    )
    return async () => {
      clearTimeout(timer)
      await watcher.close()
    }
  }
}
