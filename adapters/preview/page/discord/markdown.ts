// Discord's markup → elements. Text stays text: markup of any other kind has no meaning here.
import { parse } from 'discord-markdown-parser'
import { html, type TemplateResult } from 'lit'
import type { State } from '../state.js'
import { timeOf } from './time.js'

interface Node {
  readonly type: string
  readonly content?: string | readonly Node[]
  readonly target?: string
  readonly timestamp?: string
  readonly format?: string
  readonly level?: number
}

/** Line by line; items of a list, which the parser does not know, are gathered. (The library's own lists are none to a screen reader.) */
export function markdown(text: string, state: State): TemplateResult {
  const lines = text.split('\n')
  const groups: { readonly isList: boolean; readonly lines: string[] }[] = []
  for (const line of lines) {
    const item = /^\s*[-*] (.*)$/.exec(line)
    const last = groups.at(-1)
    if (last && last.isList === (item !== null)) last.lines.push(item?.[1] ?? line)
    else groups.push({ isList: item !== null, lines: [item?.[1] ?? line] })
  }
  return html`${groups.map(({ isList, lines: own }) =>
    isList
      ? html`<ul class="list">${own.map((line) => html`<li dir="auto">${nodes(parsed(line), state)}</li>`)}</ul>`
      : own.map((line) => html`<div class="line" dir="auto">${nodes(parsed(line), state)}</div>`),
  )}`
}

function parsed(line: string): readonly Node[] {
  return parse(line, 'extended') as unknown as readonly Node[]
}

function nodes(content: Node['content'], state: State): unknown {
  return typeof content === 'string' || content === undefined ? content : content.map((one) => node(one, state))
}

function node({ type, content, target, timestamp, format, level }: Node, state: State): unknown {
  const inside = nodes(content, state)
  const light = state.theme === 'light'
  switch (type) {
    case 'strong':
      return html`<discord-bold>${inside}</discord-bold>`
    case 'em':
      return html`<discord-italic>${inside}</discord-italic>`
    case 'underline':
      return html`<discord-underlined>${inside}</discord-underlined>`
    case 'strikethrough':
      return html`<s>${inside}</s>`
    case 'inlineCode':
    case 'codeBlock':
      return html`<discord-code>${inside}</discord-code>`
    case 'blockQuote':
      return html`<discord-quote>${inside}</discord-quote>`
    case 'spoiler':
      return html`<discord-spoiler>${inside}</discord-spoiler>`
    case 'subtext':
      return html`<discord-subscript ?light-theme=${light}>${inside}</discord-subscript>`
    case 'heading':
      return html`<discord-header level=${level ?? 1}>${inside}</discord-header>`
    case 'timestamp':
      return html`<discord-time>${timeOf(Number(timestamp), format, state)}</discord-time>`
    case 'url':
    case 'autolink':
      return /^https?:\/\//.test(target ?? '')
        ? html`<a href=${target ?? ''} target="_blank" rel="noopener noreferrer">${inside}</a>`
        : inside
    case 'br':
    case 'newline':
      return html`<br />`
    default:
      return inside
  }
}
