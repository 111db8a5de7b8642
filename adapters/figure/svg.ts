// A figure → SVG. Letters are outlines of the font: it looks the same wherever it is shown, whatever fonts there are.
import type { Figure } from '../../src/figure/figure.js'
import { layMap } from './lay-map.js'
import { layTimeline } from './lay-timeline.js'
import type { Shape, Sheet, Weight } from './sheet.js'
import { THEMES, type Theme } from './theme.js'
import { outlineOf, widthOf } from './typeface.js'

export function sheetOf(figure: Figure): Sheet {
  return figure.kind === 'timeline' ? layTimeline(figure) : layMap(figure)
}

/** The picture as a whole SVG document that says in words what it shows. It takes some tens of milliseconds, the first one more. */
export function figureSvg(figure: Figure, theme: Theme = 'light'): string {
  const { width, height, shapes } = sheetOf(figure)
  const glyphs = new Glyphs()
  const drawn = shapes.map((shape) => drawShape(shape, theme, glyphs)).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">` +
    `<title>${escaped(figure.title)}</title><desc>${escaped(figure.alt)}</desc><defs>${glyphs.defined}</defs>` +
    `<rect width="${width}" height="${height}" fill="${THEMES[theme].ground}"/>${drawn}</svg>`
  )
}

/** Each outline once, however often its letter is written. */
class Glyphs {
  readonly #ids = new Map<string, string>()
  defined = ''

  idOf(character: string, weight: Weight): string {
    const key = `${weight} ${character}`
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = `g${this.#ids.size}`
      this.#ids.set(key, id)
      const { path, unitsPerEm } = outlineOf(character, weight)
      this.defined += `<path id="${id}" transform="scale(${1 / unitsPerEm} ${-1 / unitsPerEm})" d="${path}"/>`
    }
    return id
  }
}

function drawShape(shape: Shape, theme: Theme, glyphs: Glyphs): string {
  const colours = THEMES[theme]
  switch (shape.kind) {
    case 'text': {
      const { x, y, text, style } = shape
      let at = 0
      const uses = [...text].map((character) => {
        const use = character.trim() === '' ? '' : `<use href="#${glyphs.idOf(character, style.weight)}" x="${round(at / style.size)}"/>`
        at += widthOf(character, style)
        return use
      })
      return `<g fill="${colours[style.ink]}" transform="translate(${round(x)} ${round(y)}) scale(${style.size})">${uses.join('')}</g>`
    }
    case 'box': {
      const { x, y, width, height, round: r, fill } = shape
      return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${round(r)}" fill="${colours[fill]}"/>`
    }
    case 'dot': {
      const { x, y, r, fill, edge } = shape
      const inside = fill ? colours[fill] : 'none'
      return `<circle cx="${round(x)}" cy="${round(y)}" r="${r}" fill="${inside}" stroke="${colours[edge]}" stroke-width="${r / 3}"/>`
    }
    case 'line': {
      const { from, to, ink, width, dashed } = shape
      const ends = `x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}"`
      const dashes = dashed ? ` stroke-dasharray="0 ${width * 2.2}"` : ''
      return `<line ${ends} stroke="${colours[ink]}" stroke-width="${width}" stroke-linecap="round"${dashes}/>`
    }
  }
}

function round(n: number): number {
  return Math.round(n * 1000) / 1000
}

/** Text for XML, without the characters that it has no way to hold. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
}
