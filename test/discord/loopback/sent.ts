// A message that the bot sent, as it stands now, with all that was sent to make it so.
import { type APIEmbed, type APIMessage, MessageFlags } from 'discord.js'
import { controls, textDisplays } from './components.js'
import { asText, type JsonObject } from './json.js'
import type { FakeChannel } from './world.js'

export class SentMessage {
  readonly channel: FakeChannel
  /** The message as Discord would show it now. */
  data: APIMessage
  /** The bodies that created and edited it, in order. */
  readonly bodies: JsonObject[] = []
  deleted = false

  constructor(channel: FakeChannel, data: APIMessage) {
    this.channel = channel
    this.data = data
  }

  get id(): string {
    return this.data.id
  }

  get content(): string {
    return this.data.content
  }

  /** Seen by one person only. */
  get ephemeral(): boolean {
    return this.has(MessageFlags.Ephemeral)
  }

  /** Deferred: shown as "thinking…" until it is edited. */
  get loading(): boolean {
    return this.has(MessageFlags.Loading)
  }

  /** All that can be read in it, line by line: content, embeds, text displays; not the labels of controls. */
  get text(): string {
    return [this.data.content, ...this.data.embeds.flatMap(embedTexts), ...textDisplays(this.data.components)].filter(Boolean).join('\n')
  }

  /** Its buttons and selects, wherever they stand. */
  get controls(): readonly JsonObject[] {
    return controls(this.data.components)
  }

  /** The custom ids of its buttons and selects that are not switched off. */
  get usable(): readonly string[] {
    return this.controls.filter(({ disabled }) => disabled !== true).map(({ custom_id }) => asText(custom_id))
  }

  private has(flag: MessageFlags): boolean {
    return (Number(this.data.flags ?? 0) & flag) !== 0
  }
}

function embedTexts(embed: APIEmbed): string[] {
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value])
  return [embed.author?.name, embed.title, embed.description, ...fields, embed.footer?.text].filter((text) => text !== undefined)
}
