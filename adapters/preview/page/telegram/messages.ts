// Messages as Telegram shows them: bubbles, each with its buttons beneath. A preview of links is never drawn: it is always switched off.
import type { InlineKeyboardButton } from '@grammyjs/types'
import { html, nothing, type TemplateResult } from 'lit'
import type { TelegramMessage } from '../../view.js'
import type { State } from '../state.js'
import { formatted } from './formatted.js'

export function telegramMessages(messages: readonly TelegramMessage[], state: State): TemplateResult {
  return html`<div class="telegram">${messages.map((message) => messageOf(message, state))}</div>`
}

function messageOf({ id, text, entities, keyboard, pictures }: TelegramMessage, state: State): TemplateResult {
  return html`<div class="message">
    <div class="body" dir="auto">${pictures.map(({ url }) => html`<img class="picture" src=${url} alt="" />`)}${formatted(text, entities, state)}</div>
    ${
      keyboard.length === 0
        ? nothing
        : html`<div class="keyboard">${keyboard.map((row) => html`<div class="keys">${row.map((one) => buttonOf(one, id, state))}</div>`)}</div>`
    }
  </div>`
}

function buttonOf(one: InlineKeyboardButton, message: string, { step }: State): TemplateResult {
  const control = 'callback_data' in one ? one.callback_data : undefined
  const press = (): void => {
    if (control !== undefined) step({ kind: 'press', platform: 'telegram', message, control, value: '' })
  }
  return html`<button type="button" ?disabled=${control === undefined} @click=${press}><bdi>${one.text}</bdi></button>`
}
