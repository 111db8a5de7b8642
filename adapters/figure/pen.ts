// Puts shapes on a sheet from top to bottom.
import type { Lang } from '../../src/answer.js'
import type { Ink, Shape, Style } from './sheet.js'
import { wrap } from './wrap.js'

/** The height of a line of text, in its size. */
const LEADING = 1.45
/** Of a Chinese character so much stands above the baseline. */
const ABOVE = 0.88

export interface Place {
  readonly x: number
  /** The top of the first line. */
  readonly y: number
  readonly width: number
  readonly on?: Ink
}

export class Pen {
  readonly shapes: Shape[] = []
  readonly #lang: Lang

  constructor(lang: Lang) {
    this.#lang = lang
  }

  add(shape: Shape): void {
    this.shapes.push(shape)
  }

  /** Writes a text in as many lines as it needs. @returns where the next may stand */
  write(text: string, style: Style, { x, y, width, on = 'ground' }: Place): number {
    const lines = text === '' ? [] : wrap(typeset(text, this.#lang), style, width)
    for (const [i, line] of lines.entries())
      this.add({ kind: 'text', x, y: y + i * heightOf(style) + baseline(style), text: line, style, on })
    return y + lines.length * heightOf(style)
  }
}

/** The font's curved quotation marks are as wide as a Chinese character: in English they would stand apart. */
function typeset(text: string, lang: Lang): string {
  return lang === 'en' ? text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") : text
}

export function heightOf({ size }: Pick<Style, 'size'>): number {
  return size * LEADING
}

/** From the top of a line down to where its letters stand. */
function baseline(style: Pick<Style, 'size'>): number {
  return (heightOf(style) - style.size) / 2 + style.size * ABOVE
}

/** From the top of a line down to the middle of its letters. */
export function middle(style: Pick<Style, 'size'>): number {
  return baseline(style) - style.size * 0.36
}
