// A timeline from top to bottom: days on a line, the distances between them by their length, lengths without a place below.
import type { Moment, Period, Timeline } from '../../src/figure/figure.js'
import { framed, MARGIN, WIDTH } from './frame.js'
import { heightOf, middle, type Pen } from './pen.js'
import type { Sheet, Style } from './sheet.js'
import { widthOf } from './typeface.js'

const WHEN: Style = { size: 20, weight: 'bold', ink: 'ink' }
const TODAY: Style = { size: 18, weight: 'bold', ink: 'on-today' }
const LABEL: Style = { size: 16, weight: 'regular', ink: 'soft' }
const GAP: Style = { size: 14, weight: 'regular', ink: 'soft' }
const LENGTH: Style = { size: 17, weight: 'bold', ink: 'ink' }

/** Days stand on it. */
const AXIS = MARGIN + 26
const TEXT = AXIS + 28
const ROOM = WIDTH - MARGIN - TEXT
const DOT = 7
/** Above the box of today. */
const AIR = 4
/** Between two days: at least, and at the longest distance. */
const LEAST_GAP = 14
const MOST_GAP = 74

export function layTimeline(figure: Timeline): Sheet {
  const { moments, periods } = figure
  const longest = Math.max(1, ...moments.map(({ days }) => days))
  return framed(figure, (pen, top) => {
    const marks: number[] = []
    let y = top
    for (const moment of moments) {
      const air = moment.kind === 'today' ? AIR : 0
      marks.push(y + air + middle(WHEN))
      y = moment.kind === 'today' ? writeToday(pen, moment, y + AIR) : writeEvent(pen, moment, y)
      y = writeGap(pen, moment, y, longest)
    }
    drawAxis(pen, moments, marks)
    for (const [i, period] of periods.filter(({ between }) => between).entries()) drawBar(pen, period, marks, i)
    for (const period of periods) y = writePeriod(pen, period, y + 16)
    return y
  })
}

function writeEvent(pen: Pen, { when, label }: Moment, y: number): number {
  const below = pen.write(when, WHEN, { x: TEXT, y, width: ROOM })
  return pen.write(label, LABEL, { x: TEXT, y: below, width: ROOM })
}

function writeToday(pen: Pen, { when, label }: Moment, y: number): number {
  const text = `${label} · ${when}`
  const at = pen.shapes.length
  const below = pen.write(text, TODAY, { x: TEXT, y: y + 1, width: ROOM - 12, on: 'today' }) + 7
  const width = Math.min(widthOf(text, TODAY), ROOM - 12) + 24
  pen.shapes.splice(at, 0, {
    kind: 'box',
    x: TEXT - 12,
    y: y - 3,
    width,
    height: below - y,
    round: (heightOf(TODAY) + 8) / 2,
    fill: 'today',
  })
  return below
}

/** Long spans are longer than short ones, and every span says how long it is: a century is not drawn to scale beside a week. */
function writeGap(pen: Pen, { gap, days }: Moment, y: number, longest: number): number {
  if (days === 0 && gap === '') return y + LEAST_GAP
  const room = LEAST_GAP + (MOST_GAP - LEAST_GAP) * Math.sqrt(days / longest)
  const height = Math.max(room, heightOf(GAP) + 12)
  pen.write(gap, GAP, { x: TEXT, y: y + (height - heightOf(GAP)) / 2, width: ROOM })
  return y + height
}

/** Time that has gone by is a line, time to come a dashed one. */
function drawAxis(pen: Pen, moments: readonly Moment[], marks: readonly number[]): void {
  for (const [i, moment] of moments.entries()) {
    const [from, to] = [marks[i] ?? 0, marks[i + 1]]
    if (to === undefined) break
    const dashed = !moment.past
    pen.add({ kind: 'line', from: { x: AXIS, y: from }, to: { x: AXIS, y: to }, ink: dashed ? 'accent' : 'edge', width: 3, dashed })
  }
  for (const [i, { kind, exact }] of moments.entries()) {
    const ink = kind === 'today' ? 'today' : 'accent'
    pen.add({ kind: 'dot', x: AXIS, y: marks[i] ?? 0, r: DOT, fill: exact ? ink : 'ground', edge: ink })
  }
}

/** A length whose beginning and end are known, beside the line. */
function drawBar(pen: Pen, { between }: Period, marks: readonly number[], order: number): void {
  const [from, to] = (between ?? []).map((i) => marks[i])
  if (from === undefined || to === undefined) return
  const x = AXIS - 16 - order * 9
  pen.add({ kind: 'line', from: { x, y: from }, to: { x, y: to }, ink: 'accent', width: 5, dashed: false })
}

function writePeriod(pen: Pen, { label, length, note, between }: Period, y: number): number {
  const inner = { x: MARGIN + 48, width: WIDTH - 2 * MARGIN - 48 - 16, on: 'card' as const }
  const at = pen.shapes.length
  let below = pen.write(`${label} · ${length}`, LENGTH, { ...inner, y: y + 11 })
  const bar = y + 11 + middle(LENGTH)
  below = pen.write(note, GAP, { ...inner, y: below }) + 11
  pen.shapes.splice(at, 0, { kind: 'box', x: MARGIN, y, width: WIDTH - 2 * MARGIN, height: below - y, round: 12, fill: 'card' })
  const [from, to] = [
    { x: MARGIN + 16, y: bar },
    { x: MARGIN + 39, y: bar },
  ]
  pen.add({ kind: 'line', from, to, ink: 'accent', width: 5, dashed: between === null })
  return below
}
