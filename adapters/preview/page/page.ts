// The page as a whole.
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { barOf } from './bar.js'
import { composer } from './composer.js'
import { problemsOf } from './problems.js'
import type { State } from './state.js'
import { turnOf } from './turn.js'

export function pageOf(state: State): TemplateResult {
  const { words, view, isLost } = state
  return html`
    ${barOf(state)}
    <main>
      ${isLost ? html`<p class="problems" role="alert">${words('lost')}</p>` : nothing} ${problemsOf(state)}
      <div class="turns" role="log" aria-label=${words('chat')}>
        ${
          view.turns.length === 0
            ? welcome(state)
            : repeat(
                view.turns,
                ({ id }) => id,
                (turn) => turnOf(turn, state),
              )
        }
      </div>
    </main>
    ${composer(state)}
  `
}

function welcome({ words, view, step }: State): TemplateResult {
  return html`
    <section class="welcome">
      <h2>${words('welcome')}</h2>
      <p>${words('welcome-more')}</p>
      <ul class="starters">
        ${view.starters.map((text) => html`<li><button type="button" @click=${() => step({ kind: 'say', text })}>${text}</button></li>`)}
      </ul>
    </section>
  `
}
