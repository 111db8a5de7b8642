// `npm run telegram:picture`: how an answer looks in Telegram, drawn from what the adapter renders. The README shows it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAssistant } from '../adapters/load.js'
import { packageRoot } from '../adapters/root.js'
import { type Keyboard, keyboardOf } from '../adapters/telegram/showing/keyboard.js'
import { type Page, renderAnswer } from '../adapters/telegram/showing/render.js'
import type { Assistant } from '../src/assistant.js'
import { widthOf, wrap, xml } from './svg-text.js'

/** A fixed clock and question: the picture changes only when the answer does. */
const NOW = new Date('2022-06-01T04:00:00Z')
const WIDTH = 640
const LEFT = 16
const BUBBLE = 520
const SIZE = 15
const FONT = "'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', Roboto, sans-serif"

function drawPicture(assistant: Assistant, question: string): string {
  const answer = assistant.ask({ input: { kind: 'text', text: question }, now: NOW })
  const [page = { text: '', entities: [] }] = renderAnswer(answer)
  const asked = bubble(WIDTH - LEFT - widthOf(question, SIZE) - 28, 16, widthOf(question, SIZE) + 28, '#effdde', [[question]])
  const told = bubble(LEFT, asked.bottom + 10, BUBBLE, '#ffffff', linesOf(page))
  const keys = keyboardDrawn(keyboardOf(answer), told.bottom + 6)
  const height = keys.bottom + 16
  const title = xml(`An answer in Telegram to: ${question}`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}"><title>${title}</title><rect width="${WIDTH}" height="${height}" rx="8" fill="#a9c3a2"/>\n${[...asked.shapes, ...told.shapes, ...keys.shapes].join('\n')}\n</svg>\n`
}

interface Drawn {
  readonly shapes: readonly string[]
  readonly bottom: number
}

/** A line of the text, with the formatting of the page that it has. */
type Line = readonly [text: string, kind?: string]

function linesOf({ text, entities }: Page): Line[] {
  let offset = 0
  return text.split('\n').map((line): Line => {
    const start = offset
    offset += line.length + 1
    const kind = entities.find((entity) => entity.offset <= start && entity.offset + entity.length >= start + line.length)?.type
    return kind === undefined ? [line] : [line, kind]
  })
}

function bubble(x: number, y: number, width: number, colour: string, lines: readonly Line[]): Drawn {
  const shapes: string[] = []
  let at = y + 10
  for (const [line, kind] of lines) {
    const quoted = kind?.includes('blockquote')
    const [left, size] = quoted ? [x + 26, SIZE - 2] : [x + 14, SIZE]
    const top = at
    for (const part of wrap(line, width - (left - x) - 14, (piece) => widthOf(piece, size))) {
      at += size + 6
      const weight = kind === 'bold' ? ' font-weight="bold"' : ''
      shapes.push(`<text x="${left}" y="${at}" font-size="${size}" fill="${quoted ? '#4f6b47' : '#000'}"${weight}>${xml(part)}</text>`)
    }
    if (quoted)
      shapes.unshift(
        `<rect x="${x + 14}" y="${top + 3}" width="${width - 28}" height="${at - top + 5}" rx="4" fill="#e8f3e4"/>`,
        `<rect x="${x + 14}" y="${top + 3}" width="3" height="${at - top + 5}" fill="#5a9a49"/>`,
      )
  }
  const bottom = at + 14
  return { shapes: [`<rect x="${x}" y="${y}" width="${width}" height="${bottom - y}" rx="12" fill="${colour}"/>`, ...shapes], bottom }
}

function keyboardDrawn(keyboard: Keyboard, y: number): Drawn {
  const shapes = keyboard.flatMap((row, i) =>
    row.map(({ text }, j) => {
      const width = (BUBBLE - 4 * (row.length - 1)) / row.length
      const [x, top] = [LEFT + j * (width + 4), y + i * 38]
      return `<rect x="${x}" y="${top}" width="${width}" height="34" rx="8" fill="#5b7f52" fill-opacity="0.75"/><text x="${x + width / 2}" y="${top + 22}" font-size="14" fill="#fff" text-anchor="middle">${xml(text)}</text>`
    }),
  )
  return { shapes, bottom: y + keyboard.length * 38 }
}

const [question = ''] = process.argv.slice(2)
writeFileSync(join(packageRoot(), 'docs', 'telegram-answer.svg'), drawPicture(loadAssistant(), question))
