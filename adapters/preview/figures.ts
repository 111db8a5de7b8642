// The pictures of answers as the page shows them: SVG under an address of its own, drawn when it is first asked for.
import { LRUCache } from 'lru-cache'
import type { Answer } from '../../src/answer.js'
import type { Figure } from '../../src/figure/figure.js'
import { nameOf } from '../figure/pictures.js'
import type { Theme } from '../figure/theme.js'
import type { Drawing } from './view.js'

/** As many as all the pages show, by far; of more those that nobody looked at longest are forgotten. */
const MOST_KNOWN = 2000
const MOST_DRAWN = 100

/** Where they are; which one stands after the question mark. */
export const FIGURE_PATH = '/figure.svg'
const PARAMETER = 'name'

export class Figures {
  /** By name. */
  readonly #known = new LRUCache<string, { readonly figure: Figure; readonly theme: Theme }>({ max: MOST_KNOWN })
  readonly #drawn = new LRUCache<string, string>({ max: MOST_DRAWN })

  /** The pictures of an answer, in order. */
  of({ blocks, lang }: Pick<Answer, 'blocks' | 'lang'>): Drawing[] {
    return blocks.flatMap((block) => {
      if (block.kind !== 'figure') return []
      const { figure } = block
      return [{ light: this.#address(figure, 'light'), dark: this.#address(figure, 'dark'), alt: figure.alt, lang }]
    })
  }

  /** The document at an address below `FIGURE_PATH`; null for one that is not known (any more). */
  async at(url: string): Promise<string | null> {
    const name = new URLSearchParams(url.split('?', 2)[1] ?? '').get(PARAMETER) ?? ''
    const known = this.#known.get(name)
    if (!known) return null
    const drawn = this.#drawn.get(name)
    if (drawn !== undefined) return drawn
    // Only now: the font takes its time.
    const { figureSvg } = await import('../figure/svg.js')
    const svg = figureSvg(known.figure, known.theme)
    this.#drawn.set(name, svg)
    return svg
  }

  #address(figure: Figure, theme: Theme): string {
    const name = nameOf(figure, theme, 'svg')
    this.#known.set(name, { figure, theme })
    return `${FIGURE_PATH}?${PARAMETER}=${name}`
  }
}
