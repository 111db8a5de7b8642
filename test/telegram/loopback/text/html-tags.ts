// The tags there are, and the entities that they make.
import type { MessageEntity } from '@grammyjs/types'
import { isDateTimeFormat } from './entities.js'
import { type Html, unparsable } from './html.js'
import type { StartTag } from './html-tag.js'
import { urlProblem } from './url.js'

/** The entity that each tag makes, and the attributes that mean something to it. */
const TAGS: Readonly<Record<string, readonly [MessageEntity['type'], ...string[]]>> = {
  ...{ b: ['bold'], strong: ['bold'], i: ['italic'], em: ['italic'], u: ['underline'], ins: ['underline'] },
  ...{ s: ['strikethrough'], strike: ['strikethrough'], del: ['strikethrough'] },
  ...{ 'tg-spoiler': ['spoiler'], span: ['spoiler', 'class'], a: ['text_link', 'href'], code: ['code', 'class'], pre: ['pre'] },
  ...{ blockquote: ['blockquote', 'expandable'], 'tg-emoji': ['custom_emoji', 'emoji-id'], 'tg-time': ['date_time', 'unix', 'format'] },
}

export function isKnown(name: string, unsupported: readonly string[]): boolean {
  const [type] = Object.hasOwn(TAGS, name) ? (TAGS[name] ?? []) : []
  return type !== undefined && !unsupported.includes(name) && !unsupported.includes(type)
}

export function isMeant(name: string, attribute: string): boolean {
  return TAGS[name]?.slice(1).includes(attribute) === true
}

/** The entity of an element that has just ended; `before`: those within it, and earlier ones. */
export function entityOf(tag: StartTag & { offset: number }, text: string, before: MessageEntity[], html: Html): MessageEntity | undefined {
  const { name, attributes, offset } = tag
  const place = { offset, length: text.length - offset }
  if (name === 'pre' || name === 'code') return code(tag, place, before)
  if (name === 'a') return link(attributes.get('href') || text.slice(offset), place, html)
  if (name === 'tg-time') return time(tag, place)
  if (name === 'blockquote') return { type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...place }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler')
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${tag.begin}`)
  if (name !== 'tg-emoji') return { type: TAGS[name]?.[0] ?? 'bold', ...place } as MessageEntity
  const id = attributes.get('emoji-id') ?? ''
  if (!/^[1-9]\d*$/.test(id)) throw unparsable('Invalid custom emoji identifier specified')
  return { type: 'custom_emoji', custom_emoji_id: id, ...place }
}

interface Span {
  readonly offset: number
  readonly length: number
}

/** `<pre><code class="language-x">` is one entity; the language of `code` alone is lost. */
function code({ name, attributes }: StartTag, place: Span, before: MessageEntity[]): MessageEntity {
  const language = /^language-(.+)$/.exec(attributes.get('class') ?? '')?.[1]
  const last = before.at(-1)
  const nested = last !== undefined && last.offset === place.offset && last.length === place.length
  const within = nested && last.type === 'code' ? (last as MessageEntity & { language?: string }).language : undefined
  if (name === 'pre' && within !== undefined) {
    before.pop()
    return { type: 'pre', language: within, ...place }
  }
  if (name === 'pre') return { type: 'pre', ...place }
  return { type: 'code', ...place, ...(language !== undefined && { language }) } as MessageEntity
}

/** Only `pre` has a language in the end. */
export function withoutLanguage(entity: MessageEntity): MessageEntity {
  return entity.type === 'code' ? { type: 'code', offset: entity.offset, length: entity.length } : entity
}

/** A link that leads nowhere is dropped without a word. */
function link(url: string, place: Span, html: Html): MessageEntity | undefined {
  const problem = urlProblem(url)
  if (problem !== undefined) html.note(`a link is lost, '${url}': ${problem}`)
  return problem === undefined ? { type: 'text_link', url, ...place } : undefined
}

function time({ attributes, begin }: StartTag, place: Span): MessageEntity {
  const [unix, format] = [attributes.get('unix') ?? '', attributes.get('format') ?? '']
  if (!/^\d+$/.test(unix)) throw unparsable(`Tag "tg-time" must have a valid Unix time at byte offset ${begin}`)
  if (!isDateTimeFormat(format)) throw unparsable(`Tag "tg-time" has an invalid format at byte offset ${begin}`)
  return { type: 'date_time', unix_time: Number(unix), date_time_format: format, ...place } as MessageEntity
}
