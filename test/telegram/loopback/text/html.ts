// Telegram's HTML: a text and its entities, or the refusal that Telegram would give.
import type { MessageEntity } from '@grammyjs/types'
import { Refusal } from '../refusal.js'
import { decodeReference } from './html-reference.js'
import { type StartTag, startTag } from './html-tag.js'
import { entityOf, withoutLanguage } from './html-tags.js'

interface Open extends StartTag {
  /** Where its text begins in the text that is shown, in UTF-16 units. */
  readonly offset: number
}

export interface Html {
  readonly source: string
  readonly unsupported: readonly string[]
  /** For what Telegram takes, though it does not do what was meant. */
  readonly note: (description: string) => void
}

export function parseHtml(source: string, unsupported: readonly string[], note: (description: string) => void) {
  const html: Html = { source, unsupported, note }
  const open: Open[] = []
  const entities: MessageEntity[] = []
  let text = ''
  for (let at = 0; at < source.length; ) {
    const letter = source[at] ?? ''
    if (letter === '&') {
      const reference = decodeReference(source, at)
      if (reference === undefined) note(`an & that was not escaped at byte offset ${bytes(source, at)}`)
      text += reference?.text ?? letter
      at = reference?.end ?? at + 1
    } else if (letter !== '<') {
      text += letter
      at += 1
    } else if (source[at + 1] === '/') {
      const tag = open.pop()
      at = endTag(source, at, tag)
      const entity = tag === undefined || text.length === tag.offset ? undefined : entityOf(tag, text, entities, html)
      if (entity !== undefined) entities.push(entity)
    } else {
      const tag = startTag(html, at)
      open.push({ ...tag, offset: text.length })
      at = tag.end
    }
  }
  const unclosed = open.pop()
  if (unclosed !== undefined) throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  if (!text.isWellFormed()) throw unparsable('Text contains invalid Unicode characters after decoding HTML entities')
  return { text, entities: entities.map(withoutLanguage).sort((a, b) => a.offset - b.offset || b.length - a.length) }
}

/** Where what comes after the end tag begins. */
function endTag(source: string, at: number, tag: StartTag | undefined): number {
  if (tag === undefined) throw unparsable(`Unexpected end tag at byte offset ${bytes(source, at)}`)
  const found = /<\/([^\s>]*)\s*(>?)/y
  found.lastIndex = at
  const [whole = '', name = '', end = ''] = found.exec(source) ?? []
  if (end === '') throw unparsable(`Unclosed end tag at byte offset ${bytes(source, at)}`)
  if (name !== '' && name.toLowerCase() !== tag.name)
    throw unparsable(`Unmatched end tag at byte offset ${bytes(source, at)}, expected "</${tag.name}>", found "</${name.toLowerCase()}>"`)
  return at + whole.length
}

/** `own`: whether the bot is to blame, and not a server that is too old for what it sent. */
export function unparsable(what: string, own = true): Error {
  return new Refusal(400, `Bad Request: can't parse entities: ${what}`, { own })
}

/** Telegram counts in bytes of UTF-8 when it complains. */
export function bytes(source: string, at: number): number {
  return Buffer.byteLength(source.slice(0, at))
}
