// What pictures cost: to lay one out and draw it, beside the answer that it belongs to. People do not wait for it: a thread draws.
import { pngOf } from '../adapters/figure/png.js'
import { figureSvg } from '../adapters/figure/svg.js'
import { createAssistant } from '../src/assistant.js'
import type { Figure } from '../src/figure/figure.js'
import type { Notice } from '../src/knowledge/notice.js'
import type { Language } from '../src/language/language.js'
import { menuOf } from '../src/menu.js'

export interface Drawing {
  readonly figures: number
  /** Medians. The answer with all that its picture is to show, and the picture. */
  readonly answer_ms: number
  readonly draw_ms: number
  readonly ratio: number
  /** With the font to be read. */
  readonly first_ms: number
  readonly largest_bytes: number
}

const ROUNDS = 20
const NOW = new Date('2022-11-05T04:00:00Z')

export function measureDrawing(language: Language, notices: readonly Notice[]): Drawing {
  const assistant = createAssistant(language, notices)
  const ids = notices.flatMap((notice) => {
    const { timeline, map } = menuOf(assistant.library, notice)
    return [timeline, map].filter((id) => id !== null)
  })
  const asked = ids.flatMap((id) => (['zh-Hans', 'zh-Hant', 'en'] as const).map((lang) => ({ id, lang })))
  const figures: Figure[] = []
  const answers = timed(asked, ({ id, lang }) => {
    const { blocks } = assistant.ask({ input: { kind: 'suggestion', id }, now: NOW, lang })
    for (const block of blocks) if (block.kind === 'figure' && figures.length < asked.length) figures.push(block.figure)
  })
  const began = performance.now()
  const sizes = figures.slice(0, 1).map((figure) => pngOf(figureSvg(figure)).length)
  const first_ms = performance.now() - began
  const drawn = timed(figures, (figure) => void sizes.push(pngOf(figureSvg(figure)).length))
  return {
    figures: figures.length,
    answer_ms: answers,
    draw_ms: drawn,
    ratio: drawn / answers,
    first_ms,
    largest_bytes: Math.max(0, ...sizes),
  }
}

/** The median of one, each done several times. */
function timed<T>(items: readonly T[], run: (item: T) => void): number {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const item of items) {
      const began = performance.now()
      run(item)
      times.push(performance.now() - began)
    }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
