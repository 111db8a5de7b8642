// Groups as cards in two columns, in their order: the things of each with a mark, and who leads them below the name.
import type { Group, Member, ThingsMap } from '../../src/figure/figure.js'
import { framed, MARGIN, WIDTH } from './frame.js'
import { middle, Pen } from './pen.js'
import type { Sheet, Style } from './sheet.js'
import { widthOf } from './typeface.js'

const GROUP: Style = { size: 18, weight: 'bold', ink: 'accent' }
const COUNT: Style = { size: 15, weight: 'regular', ink: 'soft' }
const NAME: Style = { size: 16, weight: 'regular', ink: 'ink' }
const MARKED: Style = { size: 16, weight: 'bold', ink: 'ink' }
const LEAD: Style = { size: 13, weight: 'regular', ink: 'accent' }
const LEGEND: Style = { size: 14, weight: 'regular', ink: 'soft' }

const BETWEEN = 12
const CARD = (WIDTH - 2 * MARGIN - BETWEEN) / 2
const PADDING = 14
const DOT = 4.5
/** Names stand to the right of the marks. */
const INDENT = 17

interface Card {
  readonly name: string
  /** '' where the card only goes on with what another has begun. */
  readonly count: string
  readonly members: readonly Member[]
}

export function layMap(figure: ThingsMap): Sheet {
  const { groups, legend } = figure
  const marks = legend !== null
  return framed(figure, (pen, top) => {
    const columns = inColumns(groups.length > 1 ? groups.map(cardOf) : halves(groups[0]), figure)
    const ends = columns.map((cards, i) => {
      let y = top
      for (const card of cards) y = drawCard(pen, card, { x: MARGIN + i * (CARD + BETWEEN), y }, marks) + BETWEEN
      return y
    })
    const end = Math.max(top, ...ends) - BETWEEN
    return legend ? drawLegend(pen, legend, end + 16) : end
  })
}

function cardOf({ name, members }: Group): Card {
  return { name, count: name === '' ? '' : String(members.length), members }
}

/** One group alone fills both columns. */
function halves(group: Group | undefined): Card[] {
  if (!group) return []
  const half = Math.ceil(group.members.length / 2)
  const rest = { name: '', count: '', members: group.members.slice(half) }
  return [{ ...cardOf(group), members: group.members.slice(0, half) }, ...(rest.members.length > 0 ? [rest] : [])]
}

/** The cards in two columns, in order, broken where these come out most alike. */
function inColumns(cards: readonly Card[], { lang, legend }: ThingsMap): Card[][] {
  const heights = cards.map((card) => drawCard(new Pen(lang), card, { x: 0, y: 0 }, legend !== null) + BETWEEN)
  const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0)
  const tallest = (at: number): number => Math.max(sum(heights.slice(0, at)), sum(heights.slice(at)))
  const breaks = cards.map((_, i) => i + 1).sort((a, b) => tallest(a) - tallest(b) || a - b)
  const at = breaks[0] ?? 0
  return [cards.slice(0, at), cards.slice(at)]
}

/** @returns where the card ends */
function drawCard(pen: Pen, { name, count, members }: Card, { x, y }: { x: number; y: number }, marks: boolean): number {
  const at = pen.shapes.length
  const room = CARD - 2 * PADDING
  let below = y + PADDING - 2
  if (name !== '') {
    pen.write(count, COUNT, { x: x + CARD - PADDING - widthOf(count, COUNT), y: below + 2, width: room, on: 'card' })
    below = pen.write(name, GROUP, { x: x + PADDING, y: below, width: room - widthOf(count, COUNT) - 8, on: 'card' }) + 4
  }
  for (const member of members) below = drawMember(pen, member, { x: x + PADDING, y: below + 3, width: room }, marks)
  const height = below + PADDING - 3 - y
  pen.shapes.splice(at, 0, { kind: 'box', x, y, width: CARD, height, round: 14, fill: 'card' })
  return y + height
}

function drawMember(
  pen: Pen,
  { name, marked, lead }: Member,
  { x, y, width }: { x: number; y: number; width: number },
  marks: boolean,
): number {
  const place = marks ? { x: x + INDENT, width: width - INDENT, on: 'card' as const } : { x, width, on: 'card' as const }
  if (marks) drawMark(pen, marked, { x: x + DOT + 0.5, y: y + middle(NAME) })
  const below = pen.write(name, marked ? MARKED : NAME, { ...place, y })
  return lead === '' ? below : pen.write(lead, LEAD, { ...place, y: below - 1 }) + 3
}

function drawMark(pen: Pen, marked: boolean, { x, y }: { x: number; y: number }, on: 'card' | 'ground' = 'card'): void {
  pen.add({ kind: 'dot', x, y, r: DOT, fill: marked ? 'accent' : on, edge: marked ? 'accent' : 'soft' })
}

function drawLegend(pen: Pen, { marked, unmarked }: NonNullable<ThingsMap['legend']>, top: number): number {
  const room = WIDTH - 2 * MARGIN
  let [x, y, below] = [MARGIN, top, top]
  const entries = [{ text: marked, isMarked: true }, ...(unmarked === '' ? [] : [{ text: unmarked, isMarked: false }])]
  for (const { text, isMarked } of entries) {
    const width = INDENT + widthOf(text, LEGEND)
    // Beside one another where there is room.
    if (x > MARGIN && x + width > MARGIN + room) [x, y] = [MARGIN, below + 2]
    drawMark(pen, isMarked, { x: x + DOT + 0.5, y: y + middle(LEGEND) }, 'ground')
    below = Math.max(below, pen.write(text, LEGEND, { x: x + INDENT, y, width: room - INDENT }))
    x += width + 22
  }
  return below
}
