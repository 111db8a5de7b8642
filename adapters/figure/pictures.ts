// The pictures of answers as files, each drawn once. A picture is an addition: without it an answer says the same.
import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Answer } from '../../src/answer.js'
import type { Figure } from '../../src/figure/figure.js'
import type { Log } from '../log.js'
import { Drawer } from './drawer.js'
import type { Theme } from './theme.js'

export interface Picture {
  /** Of the file; it tells one picture from another. */
  readonly name: string
  readonly png: Buffer
  readonly title: string
  /** What it shows, in words. */
  readonly alt: string
}

/** Messages do not know how their reader's screen is set. */
const THEME: Theme = 'light'
/** An answer waits so long for its pictures; Discord waits three seconds for an answer. */
const PATIENCE_MS = 1200
const MOST_BYTES = 16 * 2 ** 20

export class Pictures {
  readonly #drawer: Drawer
  readonly #patienceMs: number
  /** By name. */
  readonly #drawn = new LRUCache<string, Buffer>({ maxSize: MOST_BYTES, sizeCalculation: ({ length }) => length })
  readonly #drawing = new Map<string, Promise<Buffer | null>>()

  constructor(log: Log, { patienceMs = PATIENCE_MS, drawer = new Drawer(log) }: { patienceMs?: number; drawer?: Drawer } = {}) {
    this.#drawer = drawer
    this.#patienceMs = patienceMs
  }

  /** Has the font read, so that the first picture is in time. */
  async warm(): Promise<void> {
    await this.#drawer.draw(null, THEME)
  }

  /** The pictures of an answer that can be had in time. Never throws. */
  async of({ blocks }: Pick<Answer, 'blocks'>): Promise<Picture[]> {
    const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))
    if (figures.length === 0) return []
    const late = new AbortController()
    const patience = (): Promise<null> => sleep(this.#patienceMs, null, { signal: late.signal }).catch(() => null)
    const pictures = await Promise.all(figures.map((figure) => this.#pictureOf(figure, patience)))
    late.abort()
    return pictures.flatMap((picture) => picture ?? [])
  }

  /** A picture that was drawn lately, by its name. */
  named(name: string): Buffer | undefined {
    return this.#drawn.get(name)
  }

  end(): Promise<void> {
    return this.#drawer.end()
  }

  async #pictureOf(figure: Figure, patience: () => Promise<null>): Promise<Picture | null> {
    const name = nameOf(figure, THEME, 'png')
    const png = this.#drawn.get(name) ?? (await Promise.race([this.#draw(name, figure), patience()]))
    return png && { name, png, title: figure.title, alt: figure.alt }
  }

  /** One that comes late is there for the next who asks. */
  #draw(name: string, figure: Figure): Promise<Buffer | null> {
    const before = this.#drawing.get(name)
    if (before) return before
    const drawing = this.#drawer.draw(figure, THEME).then((png) => {
      this.#drawing.delete(name)
      if (png) this.#drawn.set(name, png)
      return png
    })
    this.#drawing.set(name, drawing)
    return drawing
  }
}

/** The name of a picture's file: the same for the same picture, in whichever process. */
export function nameOf(figure: Figure, theme: Theme, form: 'png' | 'svg'): string {
  const text = texts.get(figure) ?? JSON.stringify(figure)
  texts.set(figure, text)
  return `${figure.kind}-${hash('sha256', `${theme} ${text}`).slice(0, 20)}.${form}`
}

/** Answers that are recalled have the same figures. */
const texts = new WeakMap<Figure, string>()
