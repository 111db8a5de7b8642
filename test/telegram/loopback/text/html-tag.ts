// A start tag with its attributes.
import { bytes, type Html, unparsable } from './html.js'
import { decodeAll } from './html-reference.js'
import { isKnown, isMeant } from './html-tags.js'

export interface StartTag {
  /** In lower case. */
  readonly name: string
  /** Where it began, in bytes. */
  readonly begin: number
  /** Where what comes after it begins. */
  readonly end: number
  readonly attributes: ReadonlyMap<string, string>
}

export function startTag(html: Html, at: number): StartTag {
  const { source } = html
  const begin = bytes(source, at)
  const written = /<([^\s>]*)/y
  written.lastIndex = at
  const name = (written.exec(source)?.[1] ?? '').toLowerCase()
  let next = at + 1 + name.length
  if (next >= source.length) throw unparsable(`Unclosed start tag at byte offset ${begin}`)
  if (!isKnown(name, html.unsupported)) throw unparsableTag(html, name, `Unsupported start tag "${name}" at byte offset ${begin}`)
  const attributes = new Map<string, string>()
  for (;;) {
    next = skipSpace(source, next)
    if (next >= source.length) throw unparsable(`Unclosed start tag "${name}" at byte offset ${begin}`)
    if (source[next] === '>') return { name, begin, end: next + 1, attributes }
    const attribute = readAttribute(html, name, begin, next)
    if (!isMeant(name, attribute.name)) html.note(`the attribute ${attribute.name} of <${name}> means nothing`)
    attributes.set(attribute.name, attribute.value)
    next = attribute.end
  }
}

interface Attribute {
  readonly name: string
  readonly value: string
  readonly end: number
}

function readAttribute({ source, unsupported }: Html, tag: string, begin: number, at: number): Attribute {
  const written = /[^\s=>]*/y
  written.lastIndex = at
  const name = written.exec(source)?.[0] ?? ''
  if (name === '') throw unparsable(`Empty attribute name in the tag "${tag}" at byte offset ${begin}`)
  const equals = skipSpace(source, at + name.length)
  if (source[equals] !== '=') {
    // Attributes without a value came with expandable quotations.
    if (!unsupported.includes('expandable_blockquote')) return { name, value: '', end: at + name.length }
    throw unparsable(`Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${begin}`, false)
  }
  const start = skipSpace(source, equals + 1)
  const quote = source[start] ?? ''
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, start + 1)
    if (close < 0) throw unparsable(`Unclosed start tag at byte offset ${begin}`)
    return { name, value: decodeAll(source.slice(start + 1, close)), end: close + 1 }
  }
  const token = /[A-Za-z0-9.-]*/y
  token.lastIndex = start
  const value = token.exec(source)?.[0] ?? ''
  const end = start + value.length
  if (end < source.length && !/[\s>]/.test(source[end] ?? ''))
    throw unparsable(`Unexpected end of name token at byte offset ${bytes(source, start)}`)
  return { name, value: value.toLowerCase(), end }
}

function unparsableTag({ unsupported }: Html, name: string, what: string): Error {
  return unparsable(what, !(unsupported.includes(name) || isKnown(name, [])))
}

function skipSpace(source: string, at: number): number {
  let next = at
  while (next < source.length && /\s/.test(source[next] ?? '')) next += 1
  return next
}
