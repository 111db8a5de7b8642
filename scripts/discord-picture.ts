// `npm run discord:picture`: how an answer looks in Discord, drawn from what the adapter renders. The README shows it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ComponentType } from 'discord.js'
import { type Components, renderAnswer } from '../adapters/discord/render.js'
import { loadAssistant } from '../adapters/load.js'
import { packageRoot } from '../adapters/root.js'
import type { Assistant } from '../src/assistant.js'
import { widthOf, wrap, xml } from './svg-text.js'

/** A fixed clock and question: the picture changes only when the answer does. */
const NOW = new Date('2022-06-01T04:00:00Z')
const WIDTH = 640
const LEFT = 72
const FONT = "'gg sans', 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

interface Line {
  readonly text: string
  readonly size: number
  readonly colour: string
}

function drawPicture(assistant: Assistant, question: string): string {
  const answer = assistant.ask({ input: { kind: 'text', text: question }, now: NOW })
  const [page = []] = renderAnswer(answer)
  const shapes: string[] = []
  let y = 28
  const write = (line: Line): void => {
    y += line.size + 7
    shapes.push(`<text x="${LEFT}" y="${y}" font-size="${line.size}" fill="${line.colour}">${xml(line.text)}</text>`)
  }
  shapes.push(`<circle cx="40" cy="40" r="20" fill="#5865f2"/><text x="40" y="46" font-size="18" fill="#fff" text-anchor="middle">?</text>`)
  write({ text: 'Asknotice', size: 16, colour: '#f2f3f5' })
  for (const line of linesOf(page)) write(line)
  y += 12
  let x = LEFT
  for (const label of labelsOf(page)) {
    const width = widthOf(label, 14) + 32
    if (x + width > WIDTH - 16 && x > LEFT) [x, y] = [LEFT, y + 40]
    shapes.push(`<rect x="${x}" y="${y}" width="${width}" height="32" rx="8" fill="#4e5058"/>`)
    shapes.push(`<text x="${x + 16}" y="${y + 21}" font-size="14" fill="#f2f3f5">${xml(label)}</text>`)
    x += width + 8
  }
  const height = y + 52
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}"><title>${xml(`An answer in Discord to: ${question}`)}</title><rect width="${WIDTH}" height="${height}" rx="8" fill="#313338"/>\n${shapes.join('\n')}\n</svg>\n`
}

function linesOf(page: Components): Line[] {
  return page
    .flatMap((component) => (component.type === ComponentType.TextDisplay ? component.content.split('\n') : []))
    .flatMap((line): Line[] => {
      const small = line.startsWith('-# ')
      const text = (small ? line.slice(3) : line).replace(/\\(.)/g, '$1').replace(/^- /, '• ')
      const size = small ? 13 : 16
      return wrap(text, WIDTH - LEFT - 16, (part) => widthOf(part, size)).map((part) => ({
        text: part,
        size,
        colour: small ? '#949ba4' : '#dbdee1',
      }))
    })
}

function labelsOf(page: Components): string[] {
  return page.flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? component.components.flatMap((one) => ('label' in one && one.label ? [one.label] : []))
      : [],
  )
}

const [question = ''] = process.argv.slice(2)
writeFileSync(join(packageRoot(), 'docs', 'discord-answer.svg'), drawPicture(loadAssistant(), question))
