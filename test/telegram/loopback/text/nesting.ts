// Which entities may stand within which.
import type { MessageEntity } from '@grammyjs/types'
import { bad } from '../refusal.js'
import { touch } from './found.js'

const QUOTES = ['blockquote', 'expandable_blockquote']
const CODE = ['pre', 'code']
/** Fit everywhere but into code. */
const STYLES = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler']

/** Refuses quotations within quotations; remembers what Telegram would mend in its own way. */
export function checkNesting(entities: readonly MessageEntity[], note: (description: string) => void): void {
  entities.forEach((a, index) => {
    for (const b of entities.slice(index + 1)) {
      if (!touch(a, b)) continue
      if (QUOTES.includes(a.type) && QUOTES.includes(b.type)) throw bad("can't parse entities: block quotations can't be nested")
      const problem = clash(a, b)
      if (problem !== undefined) note(`${problem}: ${described(a)} and ${described(b)}`)
    }
  })
}

function clash(a: MessageEntity, b: MessageEntity): string | undefined {
  if (!within(a, b) && !within(b, a)) return 'entities overlap without one being within the other'
  if (QUOTES.includes(a.type) || QUOTES.includes(b.type)) return undefined
  if (CODE.includes(a.type) || CODE.includes(b.type)) return 'code is formatted or contains what is formatted'
  return STYLES.includes(a.type) || STYLES.includes(b.type) ? undefined : 'entities that cannot contain each other'
}

function within(inner: MessageEntity, outer: MessageEntity): boolean {
  return inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length
}

function described({ type, offset, length }: MessageEntity): string {
  return `${type} at ${offset} to ${offset + length}`
}
