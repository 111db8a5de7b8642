// An answer → Telegram messages. Formatting is said in entities beside the text, so nothing that anybody writes can break it.
import type { MessageEntity } from '@grammyjs/types'
import type { Answer, Block, DateStamp } from '../../../src/answer.js'
import { packLines } from '../../split.js'

/** What one message says. */
export interface Page {
  readonly text: string
  readonly entities: readonly MessageEntity[]
}

/** In UTF-16 units; the limit is Telegram's. */
const LONGEST_TEXT = 4096

interface Line {
  readonly text: string
  readonly kind: 'plain' | 'title' | 'cited' | 'date'
  readonly stamp?: DateStamp
}

export interface RenderOptions {
  /** The question that is answered, where the chat does not show it. */
  readonly heading?: string | undefined
  /** Lines of our own, before the answer. */
  readonly before?: readonly string[]
}

/** The pages of an answer, in order: the sentence that answers first, its source last. */
export function renderAnswer(answer: Answer, { heading = answer.title, before = [] }: RenderOptions = {}): Page[] {
  const lines: Line[] = [
    ...(heading === '' ? [] : [{ text: heading, kind: 'title' } as const]),
    ...before.map((text): Line => ({ text, kind: 'plain' })),
    ...answer.blocks.flatMap(linesOf),
    ...answer.dates.map((stamp): Line => ({ text: `${stamp.day} ${stamp.time} · ${utc(stamp.at)}`, kind: 'date', stamp })),
    ...answer.cited.map((text): Line => ({ text, kind: 'cited' })),
  ]
  return packLines(lines, LONGEST_TEXT).map(toPage)
}

/** A page of one sentence of our own. */
export function textOnly(text: string): Page {
  return { text, entities: [] }
}

function linesOf(block: Block): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ text: block.text, kind: 'plain' }]
    case 'list':
      return block.items.map((item) => ({ text: `• ${item}`, kind: 'plain' }))
    case 'figure':
      // Goes out as a photo of its own.
      return []
    default:
      return unknownBlock(block)
  }
}

function unknownBlock(block: never): never {
  throw new Error(`a block of an unknown kind: ${JSON.stringify(block)}`)
}

function toPage(lines: readonly Line[]): Page {
  const entities: MessageEntity[] = []
  let text = ''
  for (const { text: line, kind, stamp } of lines) {
    if (text !== '') text += '\n'
    const offset = text.length
    text += line
    if (kind === 'title') entities.push({ type: 'bold', offset, length: line.length })
    if (kind === 'cited') quote(entities, offset, line.length)
    // Beside the notice's day and time the reader's client shows its own; one that cannot shows those of UTC.
    if (stamp && line.endsWith(utc(stamp.at))) {
      const { length } = utc(stamp.at)
      const unix_time = Math.floor(stamp.at.getTime() / 1000)
      entities.push({ type: 'date_time', offset: offset + line.length - length, length, unix_time, date_time_format: 'Dt' })
    }
  }
  return { text, entities }
}

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Sources one under the other are one quotation. */
function quote(entities: MessageEntity[], offset: number, length: number): void {
  const last = entities.at(-1)
  if (last?.type === 'expandable_blockquote' && last.offset + last.length + 1 === offset) last.length += length + 1
  else entities.push({ type: 'expandable_blockquote', offset, length })
}
