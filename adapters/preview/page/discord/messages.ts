// A message of Components V2 as Discord shows it, with Skyra's web components for Discord's look.
import { html, nothing, type TemplateResult } from 'lit'
import { map } from 'lit/directives/map.js'
import type { DiscordMessage } from '../../view.js'
import { nowOf, type State } from '../state.js'
import './elements.js'
import { markdown } from './markdown.js'
import { shortTime } from './time.js'

/** Of all that a component may hold, what is drawn; numbers of types as Discord has them. */
interface Component {
  readonly type: number
  readonly content?: string
  readonly components?: readonly Component[]
  readonly accessory?: Component
  readonly items?: readonly { readonly media: { readonly url: string }; readonly description?: string }[]
  readonly media?: { readonly url: string }
  readonly custom_id?: string
  readonly label?: string
  readonly style?: number
  readonly url?: string
  readonly emoji?: { readonly name?: string }
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly options?: readonly {
    readonly label: string
    readonly value: string
    readonly description?: string
    readonly default?: boolean
  }[]
  readonly divider?: boolean
}

const TYPE = { row: 1, button: 2, select: 3, section: 9, text: 10, thumbnail: 11, gallery: 12, separator: 14, container: 17 } as const
const STYLES = ['secondary', 'primary', 'secondary', 'success', 'destructive', 'secondary']

export function discordMessages(messages: readonly DiscordMessage[], state: State): TemplateResult {
  const light = state.theme === 'light'
  return html`<discord-messages class="discord" ?light-theme=${light}>
    ${messages.map(
      (
        message,
      ) => html`<discord-message author="Asknotice" avatar="/icon.svg" bot timestamp=${shortTime(nowOf(state.view), state.lang)} ?light-theme=${light}>
        ${message.content === '' ? nothing : markdown(message.content, state)}
        <discord-attachments slot="components">${map(message.components as Component[], (one) => drawn(one, message, state))}</discord-attachments>
        ${message.isPrivate ? html`<p slot="components" class="only-you">${state.words('only-you')}</p>` : nothing}
      </discord-message>`,
    )}
  </discord-messages>`
}

function drawn(one: Component, message: DiscordMessage, state: State): TemplateResult | typeof nothing {
  const inside = (): unknown => map(one.components ?? [], (inner) => drawn(inner, message, state))
  switch (one.type) {
    case TYPE.text:
      return html`<div class="text">${markdown(one.content ?? '', state)}</div>`
    case TYPE.row:
      return html`<discord-action-row>${inside()}</discord-action-row>`
    case TYPE.button:
      return button(one, message, state)
    case TYPE.select:
      return select(one, message, state)
    case TYPE.separator:
      return one.divider === false ? html`<div class="gap"></div>` : html`<hr />`
    case TYPE.container:
      return html`<div class="container">${inside()}</div>`
    case TYPE.section:
      return html`<div class="section">${inside()} ${one.accessory ? drawn(one.accessory, message, state) : nothing}</div>`
    case TYPE.gallery:
      return html`${map(one.items ?? [], ({ media, description }) => picture(media.url, description, message))}`
    case TYPE.thumbnail:
      return picture(one.media?.url ?? '', undefined, message)
    default:
      return html`<p class="only-you">${state.words('not-drawn', { type: String(one.type) })}</p>`
  }
}

function button(
  { custom_id, label = '', style = 2, emoji, url, disabled }: Component,
  { id }: DiscordMessage,
  { step, theme }: State,
): TemplateResult {
  const press = (): void => {
    if (custom_id !== undefined) step({ kind: 'press', platform: 'discord', message: id, control: custom_id, value: '' })
  }
  return html`<discord-button type=${STYLES[style] ?? 'secondary'} url=${url ?? nothing} ?disabled=${disabled} ?light-theme=${theme === 'light'} @click=${press}
    ><bdi>${emoji?.name} ${label}</bdi></discord-button
  >`
}

/** The library's own select opens for the mouse only: this one is the browser's. */
function select({ custom_id = '', placeholder, options = [] }: Component, { id }: DiscordMessage, { step, words }: State): TemplateResult {
  const choose = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement
    if (value !== '') step({ kind: 'press', platform: 'discord', message: id, control: custom_id, value })
  }
  const isChosen = options.some((option) => option.default)
  return html`<select class="discord-select" aria-label=${placeholder ?? words('choose')} @change=${choose}>
    <option value="" ?selected=${!isChosen} disabled>${placeholder ?? words('choose')}</option>
    ${options.map(({ value, label, default: own }) => html`<option value=${value} ?selected=${own}>${label}</option>`)}
  </select>`
}

/** A file that is sent along is named `attachment://NAME`; nothing else is loaded. */
function picture(url: string, description: string | undefined, { pictures }: DiscordMessage): TemplateResult | typeof nothing {
  const found = pictures.find(({ name }) => url === `attachment://${name}`)
  return found ? html`<img class="picture" src=${found.url} alt=${description ?? ''} />` : nothing
}
