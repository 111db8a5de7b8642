// What every picture has: title and subtitle above, notes and sources below.
import type { Figure } from '../../src/figure/figure.js'
import { Pen } from './pen.js'
import type { Sheet, Style } from './sheet.js'

export const WIDTH = 480
export const MARGIN = 28
const INNER = WIDTH - 2 * MARGIN

const TITLE: Style = { size: 28, weight: 'bold', ink: 'ink' }
const SUBTITLE: Style = { size: 15, weight: 'regular', ink: 'soft' }
const NOTE: Style = { size: 14, weight: 'regular', ink: 'ink' }
const SOURCE: Style = { size: 13, weight: 'regular', ink: 'soft' }

/** @param draw puts the picture itself below `top`, and tells where it ends */
export function framed({ lang, title, subtitle, notes, cited }: Figure, draw: (pen: Pen, top: number) => number): Sheet {
  const pen = new Pen(lang)
  const column = { x: MARGIN, width: INNER }
  let y = pen.write(title, TITLE, { ...column, y: MARGIN - 6 })
  y = pen.write(subtitle, SUBTITLE, { ...column, y: y + 2 })
  y = draw(pen, y + 22)
  for (const note of notes) y = pen.write(note, NOTE, { ...column, y: y + 14 })
  y += 20
  pen.add({ kind: 'line', from: { x: MARGIN, y }, to: { x: WIDTH - MARGIN, y }, ink: 'edge', width: 1, dashed: false })
  y += 12
  for (const line of cited) y = pen.write(line, SOURCE, { ...column, y })
  return { width: WIDTH, height: Math.ceil(y + MARGIN - 8), shapes: pen.shapes }
}
