// A text and its entities → elements. Entities lie within or beside one another; offsets count UTF-16 units.
import type { MessageEntity } from '@grammyjs/types'
import { html } from 'lit'
import type { State } from '../state.js'

export function formatted(text: string, entities: readonly MessageEntity[], state: State): unknown[] {
  // The outer one before those within it.
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return piece(text, 0, text.length, sorted, state)
}

function piece(text: string, start: number, end: number, entities: readonly MessageEntity[], state: State): unknown[] {
  const out: unknown[] = []
  let at = start
  for (const [i, entity] of entities.entries()) {
    const stop = entity.offset + entity.length
    if (entity.offset < at || stop > end) continue
    out.push(text.slice(at, entity.offset))
    const within = entities.slice(i + 1).filter((other) => other.offset + other.length <= stop)
    out.push(element(entity, piece(text, entity.offset, stop, within, state), state))
    at = stop
    // The line after a quotation begins by itself.
    if (entity.type.endsWith('blockquote') && text[at] === '\n') at += 1
  }
  return [...out, text.slice(at, end)]
}

function element(entity: MessageEntity, inside: unknown[], { lang }: State): unknown {
  switch (entity.type) {
    case 'bold':
      return html`<b>${inside}</b>`
    case 'italic':
      return html`<i>${inside}</i>`
    case 'underline':
      return html`<u>${inside}</u>`
    case 'strikethrough':
      return html`<s>${inside}</s>`
    case 'code':
      return html`<code>${inside}</code>`
    case 'pre':
      return html`<pre tabindex="0">${inside}</pre>`
    case 'blockquote':
    case 'expandable_blockquote':
      return html`<blockquote>${inside}</blockquote>`
    case 'date_time': {
      const at = new Date(entity.unix_time * 1000)
      // Telegram shows the reader's own day and time in place of the text.
      const own = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(at)
      return html`<time datetime=${at.toISOString()}>${own}</time>`
    }
    case 'bot_command':
    case 'mention':
    case 'url':
      return html`<span class="link">${inside}</span>`
    case 'text_link':
      return /^https?:\/\//.test(entity.url)
        ? html`<a class="link" href=${entity.url} target="_blank" rel="noopener noreferrer">${inside}</a>`
        : inside
    default:
      return inside
  }
}
