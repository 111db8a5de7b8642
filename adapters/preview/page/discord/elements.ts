// Skyra's components, with the few changes that they need here: contrast, focus, and long labels on narrow screens.
import { DiscordActionRow } from '@skyra/discord-components-core/discord-action-row.js'
import '@skyra/discord-components-core/discord-attachments.js'
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js'
import '@skyra/discord-components-core/discord-bold.js'
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js'
import '@skyra/discord-components-core/discord-code.js'
import '@skyra/discord-components-core/discord-header.js'
import '@skyra/discord-components-core/discord-italic.js'
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js'
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js'
import '@skyra/discord-components-core/discord-quote.js'
import '@skyra/discord-components-core/discord-spoiler.js'
import { DiscordSubscript } from '@skyra/discord-components-core/discord-subscript.js'
import { DiscordTime } from '@skyra/discord-components-core/discord-time.js'
import '@skyra/discord-components-core/discord-underlined.js'
import { css, html } from 'lit'

DiscordMessages.elementStyles.push(css`
  :host { background-color: #313338; border-color: transparent; line-height: 1.4; }
  :host([light-theme]) { background-color: #fff; color: #2e3338; border-color: #e1e3e8; }
`)
DiscordMessage.elementStyles.push(css`
  :host { padding-right: 16px; }
  :host .discord-message-timestamp { color: #a3a9b3; }
  :host([light-theme]) .discord-message-timestamp { color: #5c5e66; }
`)
DiscordSubscript.elementStyles.push(css`
  small { color: #b0b5bd; }
  :host([light-theme]) > small { color: #5c5e66; }
`)
DiscordTime.elementStyles.push(css`
  :host { white-space: normal; background-color: #8080802e; }
`)
DiscordActionRow.elementStyles.push(css`
  :host { min-width: 0; gap: 8px; }
`)
DiscordButton.elementStyles.push(css`
  :host { max-width: 100%; }
  :host > *:first-child { margin: 0; height: auto; padding: 7px 16px; border-radius: 8px; line-height: 18px; min-width: 0; max-width: 100%; box-sizing: border-box; }
  :host([light-theme]) .secondary { background-color: #e3e5e8; color: #2e3338; }
  :host([light-theme]) .secondary.hoverable:hover { background-color: #d3d6da; }
  :host > *:first-child:focus-visible { outline: 2px solid #00a8fc; outline-offset: 2px; }
`)

// Its own sets a style attribute for the colours of roles, which the policy of the page does not let pass.
Object.assign(DiscordAuthorInfo.prototype, {
  render(this: DiscordAuthorInfo) {
    return html`<span class="discord-author-username">${this.author}</span><discord-verified-author-tag></discord-verified-author-tag>`
  },
})
