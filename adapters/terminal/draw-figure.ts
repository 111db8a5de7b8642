// A picture in plain characters: a timeline as a line, a map as a tree.
import type { Answer } from '../../src/answer.js'
import type { Figure, Group, Member, ThingsMap, Timeline } from '../../src/figure/figure.js'

/** The pictures that were asked for; the text of other answers says what theirs show. */
export function drawingsOf({ blocks }: Answer): string[] {
  return blocks.flatMap((block) => (block.kind === 'figure' && block.asked ? drawFigure(block.figure) : []))
}

/** Lines. */
function drawFigure(figure: Figure): string[] {
  return [`${figure.title} · ${figure.subtitle}`, ...(figure.kind === 'timeline' ? lineOf(figure) : treeOf(figure)), ...figure.notes]
}

/** A full dot is a known day, an open one some day of a month or a year. */
function lineOf({ moments, periods }: Timeline): string[] {
  return [
    ...moments.flatMap(({ kind, label, when, exact, gap, days }) => [
      `${kind === 'today' ? '◆' : exact ? '●' : '○'} ${when}  ${label}`,
      ...(days > 0 ? [gap === '' ? '│' : `│  ${gap}`] : []),
    ]),
    ...periods.map(({ label, length, note }) => `↔ ${label}  ${length}${note === '' ? '' : ` · ${note}`}`),
  ]
}

function treeOf({ groups, legend }: ThingsMap): string[] {
  const marks = [`● ${legend?.marked}`, ...(legend?.unmarked ? [`○ ${legend.unmarked}`] : [])]
  return [...groups.flatMap((group) => branchOf(group, legend !== null)), ...(legend ? [marks.join('  ')] : [])]
}

function branchOf({ name, members }: Group, marks: boolean): string[] {
  const twigs = members.map((member, i) => `${i === members.length - 1 ? '└' : '├'} ${memberText(member, marks)}`)
  return name === '' ? twigs : [name, ...twigs]
}

function memberText({ name, marked, lead }: Member, marks: boolean): string {
  return `${marks ? (marked ? '● ' : '○ ') : ''}${name}${lead === '' ? '' : ` — ${lead}`}`
}
