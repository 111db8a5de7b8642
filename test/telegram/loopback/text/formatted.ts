// A text with its entities, from whichever of the two ways of formatting was used.
import type { MessageEntity } from '@grammyjs/types'
import { bad } from '../refusal.js'
import { checkEntities } from './entities.js'
import { parseHtml } from './html.js'
import { checkNesting } from './nesting.js'

export interface Formatted {
  readonly text: string
  readonly entities: readonly MessageEntity[]
}

export interface Source {
  readonly text: unknown
  readonly parse_mode?: unknown
  readonly entities?: unknown
}

export interface Rules {
  readonly unsupported: readonly string[]
  readonly note: (description: string) => void
}

/** The longest text of a message, in UTF-16 units, after its formatting was taken out. */
const LONGEST = 4_096

/** What is shown of a message; refused if that is nothing or too much. */
export function formatted(source: Source, rules: Rules): Formatted {
  const { text, parse_mode, entities } = source
  if (typeof text !== 'string' || text === '') throw bad('message text is empty')
  if (parse_mode !== undefined && entities !== undefined) rules.note('both parse_mode and entities: one of them is lost')
  const read = parsed(text, parse_mode, entities, rules)
  checkNesting(read.entities, rules.note)
  const shown = trimmed(read)
  if (shown.text === '') throw bad('text must be non-empty')
  if (shown.text.length > LONGEST) throw bad('message is too long')
  return shown
}

function parsed(text: string, mode: unknown, entities: unknown, { unsupported, note }: Rules): Formatted {
  if (mode === undefined || mode === '') return { text, entities: checkEntities(entities, text, unsupported) }
  if (String(mode).toUpperCase() !== 'HTML') throw bad(`unsupported parse_mode, here at least: ${String(mode)}`)
  return parseHtml(text, unsupported, note)
}

/** Telegram drops the white space around a message. */
function trimmed({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length
  const shown = text.trim()
  const moved = entities.map((entity) => {
    const from = Math.max(entity.offset - start, 0)
    const to = Math.min(entity.offset + entity.length - start, shown.length)
    return { ...entity, offset: from, length: to - from }
  })
  return { text: shown, entities: moved.filter(({ length }) => length > 0) }
}
