// A chat with the Discord adapter, in direct messages: slash commands, buttons and selects.
import { InteractionResponseType, InteractionType, MessageFlags } from 'discord.js'
import type { Context } from '../../context.js'
import { onInteraction } from '../../discord/on-interaction.js'
import type { Circumstances, DiscordMessage, Sent, Step } from '../view.js'
import type { Chat, Effect } from './chat.js'
import type { DiscordDesk } from './discord-desk.js'
import { BOT, CHANNEL, component, interaction, slash } from './discord-events.js'
import type { Incoming, MessageBody } from './discord-request.js'

let count = 0

export class DiscordChat implements Chat<DiscordMessage> {
  readonly #desk: DiscordDesk
  readonly #context: Context
  readonly #circumstances: Circumstances
  /** Messages as Discord knows them, by their id. */
  readonly #known = new Map<string, RawMessage>()

  constructor(desk: DiscordDesk, context: Context, circumstances: Circumstances) {
    this.#desk = desk
    this.#context = context
    this.#circumstances = circumstances
  }

  async take(step: Step, first: number): Promise<Effect<DiscordMessage>> {
    const [messages, edited, sent, notes]: [DiscordMessage[], DiscordMessage[], Sent[], string[]] = [[], [], [], []]
    const token = `preview-${count++}`
    const about = this.#event(step)
    if (!about) return { messages, edited, sent, notes }
    const under = step.kind === 'press' ? step.message : ''
    await this.#desk.dispatch(token, interaction(token, this.#circumstances.lang, about), {
      handle: (event) => onInteraction(event, this.#context),
      take: (request) => {
        sent.push({ request: request.request, body: request.kind === 'callback' ? request.body : request.body.data })
        const isEdit = request.kind === 'callback' && request.body.type === InteractionResponseType.UpdateMessage
        const id = isEdit ? under : String(first + messages.length)
        const raw = rawMessage(id, request.body.data ?? {}, isEdit ? this.#known.get(id) : undefined)
        this.#known.set(id, raw)
        ;(isEdit ? edited : messages).push(messageOf(raw, request))
        if (request.kind === 'follow-up') return raw
        return isEdit ? undefined : { interaction: { id: '1', type: about.type }, resource: { type: request.body.type, message: raw } }
      },
    })
    return { messages, edited, sent, notes }
  }

  /** Null for what Discord has no command or message for. */
  #event(step: Step): Parameters<typeof interaction>[2] | null {
    if (step.kind === 'say') {
      const data = slash(step.text, this.#context.assistant().library, this.#circumstances.notice)
      return data && { type: InteractionType.ApplicationCommand, data }
    }
    const message = step.platform === 'discord' ? this.#known.get(step.message) : undefined
    return message ? { type: InteractionType.MessageComponent, data: component(step.control, step.value), message } : null
  }
}

type RawMessage = ReturnType<typeof rawMessage>

/** A message as Discord would send it. */
function rawMessage(id: string, { components = [], content = '', flags = 0 }: MessageBody, before: { readonly flags: number } | undefined) {
  return {
    ...{ id, channel_id: CHANNEL, author: BOT, type: 0, content, components },
    // Who sees a message is settled when it is sent.
    flags: flags | ((before?.flags ?? 0) & MessageFlags.Ephemeral),
    ...{ timestamp: new Date(0).toISOString(), edited_timestamp: null, tts: false, pinned: false, mention_everyone: false },
    ...{ mentions: [], mention_roles: [], attachments: [], embeds: [] },
  }
}

function messageOf({ id, components, content, flags }: RawMessage, { pictures }: Incoming): DiscordMessage {
  return { id, components, content, isPrivate: (flags & MessageFlags.Ephemeral) !== 0, pictures }
}
