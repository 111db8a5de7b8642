// The bar at the top: which platform, how it is lit, in which language the page is; and who asks, of what, when.
import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Lang } from '../../../src/answer.js'
import type { Circumstances } from '../view.js'
import type { Showing, State } from './state.js'
import { LANGS } from './words.js'

const SHOWINGS: readonly Showing[] = ['discord', 'telegram', 'plain']

export function barOf(state: State): TemplateResult {
  const { words, theme, lang, change } = state
  const other = theme === 'light' ? 'dark' : 'light'
  return html`
    <header>
      <div class="bar">
        <h1><img src="/icon.svg" alt="" width="28" height="28" />${words('title')}</h1>
        <div class="switch" role="group" aria-label=${words('platform')}>${SHOWINGS.map((one) => showingButton(one, state))}</div>
        <div class="looks">
          <button type="button" class="quiet" @click=${() => change({ theme: other })}>${words(`theme-${other}`)}</button>
          <label><span class="hidden">${words('page-language')}</span>${langSelect(lang, (to) => change({ lang: to }))}</label>
        </div>
      </div>
      ${circumstancesOf(state)}
    </header>
  `
}

function showingButton(one: Showing, { words, showing, change }: State): TemplateResult {
  return html`<button type="button" aria-pressed=${one === showing} @click=${() => change({ showing: one })}>${words(`on-${one}`)}</button>`
}

function langSelect(value: Lang, onChange: (to: Lang) => void): TemplateResult {
  return html`<select .value=${live(value)} @change=${(event: Event) => onChange(chosen(event) as Lang)}>
    ${LANGS.map(([id, name]) => html`<option value=${id} lang=${id} ?selected=${id === value}>${name}</option>`)}
  </select>`
}

function circumstancesOf({ words, view, act }: State): TemplateResult {
  const { circumstances, notices, turns } = view
  const show = (change: Partial<Circumstances>): void => act({ kind: 'show', circumstances: { ...circumstances, ...change } })
  return html`
    <div class="circumstances" role="group" aria-label=${words('circumstances')}>
      <label>${words('notice')}
        <select .value=${live(circumstances.notice)} @change=${(event: Event) => show({ notice: chosen(event) })}>
          <option value="" ?selected=${circumstances.notice === ''}>${words('notice-any')}</option>
          ${notices.map(({ id, name }) => html`<option value=${id} ?selected=${id === circumstances.notice}>${name}</option>`)}
        </select>
      </label>
      <label>${words('asker-language')}${langSelect(circumstances.lang, (lang) => show({ lang }))}</label>
      <label>${words('clock')}${clockSelect(circumstances.day, view.days, words, (day) => show({ day }))}</label>
      <label>${words('clock-day')}
        <input type="date" .value=${live(circumstances.day)} @change=${(event: Event) => show({ day: chosen(event) })} />
      </label>
      <button type="button" class="quiet" ?disabled=${turns.length === 0} @click=${() => act({ kind: 'clear' })}>${words('clear')}</button>
    </div>
  `
}

/** The real day, and the days around those that the notice speaks of. */
function clockSelect(day: string, days: State['view']['days'], words: State['words'], onChange: (to: string) => void): TemplateResult {
  const around = days.map(({ id, name }) => ({ id, name, days: [-1, 0, 1].map((by) => ({ day: moved(id, by), by })) }))
  const isOther = day !== '' && !around.some((one) => one.days.some((two) => two.day === day))
  return html`<select .value=${live(isOther ? 'other' : day)} @change=${(event: Event) => onChange(chosen(event))}>
    <option value="" ?selected=${day === ''}>${words('clock-now')}</option>
    ${isOther ? html`<option value="other" disabled selected>${day}</option>` : ''}
    ${around.map(
      (one) =>
        html`<optgroup label=${`${one.id} · ${one.name}`}>
          ${one.days.map((two) => html`<option value=${two.day} ?selected=${two.day === day}>${words(BY[two.by + 1] ?? '')} · ${two.day}</option>`)}
        </optgroup>`,
    )}
  </select>`
}

const BY = ['clock-before', 'clock-on', 'clock-after']

function moved(day: string, by: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}

function chosen({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value
}
