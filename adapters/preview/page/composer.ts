// Where a question is typed.
import { html, type TemplateResult } from 'lit'
import type { State } from './state.js'

export function composer({ words, view, step }: State): TemplateResult {
  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    const field = (event.target as HTMLFormElement).elements.namedItem('question') as HTMLInputElement
    const text = field.value.trim()
    if (text === '') return
    field.value = ''
    step({ kind: 'say', text })
  }
  return html`
    <form class="composer" aria-label=${words('ask')} @submit=${send}>
      <label class="hidden" for="question">${words('question')}</label>
      <input id="question" name="question" type="text" maxlength="1000" autocomplete="off" dir="auto" list="commands" placeholder=${words('question-hint')} />
      <datalist id="commands">${view.commands.map(({ id, name }) => html`<option value=${id} label=${`${id} · ${name}`}></option>`)}</datalist>
      <button type="submit">${words('ask')}</button>
    </form>
  `
}
