// Interactions as Discord writes them: what somebody typed or pressed in the direct messages with the application.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  type InteractionType,
} from 'discord.js'
import type { Lang } from '../../../src/answer.js'
import type { Library } from '../../../src/knowledge/library.js'
import { commandsOf } from '../../discord/commands.js'
import { commandIn } from './chat.js'

/** Ids of a Discord that is not there. */
const APPLICATION = '100000000000000001'
export const CHANNEL = '100000000000000002'
const PERSON = { id: '100000000000000003', username: 'you', discriminator: '0', global_name: null, avatar: null }
export const BOT = { id: APPLICATION, username: 'Asknotice', discriminator: '0', global_name: null, avatar: null, bot: true }

const LOCALES: Readonly<Record<Lang, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' }
const EPOCH = 1_420_070_400_000n
const EVERYTHING = String((1n << 53n) - 1n)

/** @param token by which its answers are known again @param about what happened, and the message that it happened under */
export function interaction(
  token: string,
  lang: Lang,
  about: { readonly type: InteractionType; readonly data: object; readonly message?: object },
): object {
  return {
    // An interaction is answered only while it is new, whatever day it is supposed to be.
    id: String((BigInt(Date.now()) - EPOCH) << 22n),
    application_id: APPLICATION,
    token,
    version: 1,
    entitlements: [],
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: ChannelType.DM, flags: 0, last_message_id: null, recipients: [BOT, PERSON], permissions: EVERYTHING },
    user: PERSON,
    locale: LOCALES[lang],
    app_permissions: EVERYTHING,
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: { 0: '0' },
    context: InteractionContextType.BotDM,
    ...about,
  }
}

/** A command that was typed, plain words as /ask; null where Discord has no such command. */
export function slash(text: string, library: Library, notice: string): object | null {
  const { name, words } = commandIn(text) ?? { name: library.language.commands.get('ask')?.name.en ?? 'ask', words: text }
  const command = commandsOf(library).find((one) => one.name === name && one.type === ApplicationCommandType.ChatInput)
  if (!command) return null
  const known = 'options' in command ? (command.options ?? []) : []
  const first = known.find(({ type }) => type === ApplicationCommandOptionType.String)
  const named = known.find((option) => option.name === library.language.commands.get('option-notice')?.name.en)
  const options = [
    ...(first && first !== named && words !== '' ? [{ name: first.name, type: first.type, value: words }] : []),
    ...(named && library.notices.has(notice) ? [{ name: named.name, type: named.type, value: notice }] : []),
  ]
  return { id: '100000000000000004', name, type: ApplicationCommandType.ChatInput, options }
}

export function component(customId: string, value: string): object {
  return value === ''
    ? { component_type: ComponentType.Button, custom_id: customId }
    : { component_type: ComponentType.StringSelect, custom_id: customId, values: [value] }
}
