// One row: what was asked at the left, what a platform shows for it beside it, and beneath that how it came about.
import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Drawing, Row, Sent, Turn, Why } from '../view.js'
import { discordMessages } from './discord/messages.js'
import type { State } from './state.js'
import { telegramMessages } from './telegram/messages.js'

export function turnOf(turn: Turn, state: State): TemplateResult {
  const { words, showing } = state
  const shown = showing === 'telegram' ? turn.telegram : turn.discord
  // Both platforms ask the same; one may have asked nothing where it has no such command.
  const whys = shown.whys.length > 0 || showing !== 'plain' ? shown.whys : turn.telegram.whys
  const drawings = whys.flatMap((why) => why.drawings)
  return html`
    <article class="turn" id=${`turn-${turn.id}`} aria-labelledby=${`asked-${turn.id}`}>
      <div class="asked">
        <h2 id=${`asked-${turn.id}`} class=${turn.isPressed ? 'bubble pressed' : 'bubble'} dir="auto">${turn.asked}</h2>
        ${whys.map(({ status }) => html`<p class="status" data-status=${status}>${words(`status-${status}`)}</p>`)}
      </div>
      <div class="told">
        ${answerOf(turn, whys, state)}
        ${shown.notes.map((note) => html`<p class="note" role="status">${note}</p>`)}
        ${showing !== 'plain' && drawings.length > 0 ? detailsOf(words('picture'), html`${drawings.map((one) => drawingOf(one, state))}`) : nothing}
        ${whys.length > 0 ? detailsOf(words('why'), html`${whys.map((why) => whyOf(why, state))}`) : nothing}
        ${showing !== 'plain' && shown.sent.length > 0 ? detailsOf(words('payload'), html`${shown.sent.map((sent) => sentOf(sent))}`) : nothing}
      </div>
    </article>
  `
}

function answerOf(turn: Turn, whys: readonly Why[], state: State): TemplateResult | unknown {
  const { words, showing } = state
  if (showing === 'plain') {
    const texts = whys.map(
      ({ text, lang, drawings }) =>
        html`<pre class="plain" tabindex="0" dir="auto" lang=${lang}>${text}</pre>${drawings.map((one) => drawingOf(one, state))}`,
    )
    return texts.length > 0 ? texts : html`<p class="note">${words('nothing-asked')}</p>`
  }
  if (turn[showing].messages.length === 0)
    return turn[showing].notes.length > 0 ? nothing : html`<p class="note">${words(`nothing-on-${showing}`)}</p>`
  return guard([turn, showing, state.theme, state.lang, state.view.circumstances.day], () =>
    showing === 'discord' ? discordMessages(turn.discord.messages, state) : telegramMessages(turn.telegram.messages, state),
  )
}

/** As an image of our own server: what stands in it never becomes part of the page. */
function drawingOf({ light, dark, alt, lang }: Drawing, { theme }: State): TemplateResult {
  return html`<img class="picture" src=${theme === 'light' ? light : dark} alt=${alt} lang=${lang} />`
}

function detailsOf(title: string, inside: TemplateResult): TemplateResult {
  return html`<details><summary>${title}</summary><div class="inside">${inside}</div></details>`
}

function whyOf({ sections }: Why, { words }: State): TemplateResult {
  return html`<dl class="why">
    ${sections.map(
      ({ about, rows }) => html`
        <dt>${words(`why-${about}`)}</dt>
        <dd>${rows.map((row) => rowOf(row, words))}</dd>
      `,
    )}
  </dl>`
}

function rowOf({ pieces, depth, isTold }: Row, words: State['words']): TemplateResult {
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : words(piece.word, piece.args))).join('')
  return html`<p dir="auto" class="line" data-depth=${depth} ?data-told=${isTold}>${text}</p>`
}

function sentOf({ request, body }: Sent): TemplateResult {
  return html`<figure class="sent" lang="en">
    <figcaption>${request}</figcaption>
    <pre tabindex="0" aria-label=${request}>${JSON.stringify(body, null, 2)}</pre>
  </figure>`
}
