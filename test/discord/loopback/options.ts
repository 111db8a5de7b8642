// What a test may choose when it starts a loopback Discord.
import type { Locale } from 'discord.js'

export interface LoopbackOptions {
  /** How long an interaction may wait for its first response: 3,000 ms at Discord. */
  readonly responseMs?: number
  /** How long an interaction's token may be used afterwards: 15 minutes at Discord. */
  readonly tokenMs?: number
  /** The interval that HELLO asks for: 41,250 ms at Discord. */
  readonly heartbeatMs?: number
  /** Privileged intents switched on for the application: none unless told. */
  readonly privileged?: readonly PrivilegedIntent[]
  /** Whether a mention of the bot's own role lets it read the message: not to be relied on, so no unless told. */
  readonly roleMentionsShowContent?: boolean
  /** How many sessions may still be started today. */
  readonly sessionStarts?: number
  /** How many shards Discord recommends: 1. */
  readonly shards?: number
  /** How many shards it insists on: 1. */
  readonly fewestShards?: number
  /** How many shards may identify at once, and again after how long: 1 in 5,000 ms at Discord, 16 and more for large bots. */
  readonly maxConcurrency?: number
  readonly identifyMs?: number
  /** The language that the guild prefers. */
  readonly guildLocale?: `${Locale}`
  /** How long the waits of the test itself (`reply`, `nextMessage`, `until`) last before they fail: 5,000 ms. */
  readonly waitMs?: number
}

export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent'

export interface Settings {
  readonly responseMs: number
  readonly tokenMs: number
  readonly heartbeatMs: number
  readonly privileged: readonly PrivilegedIntent[]
  readonly roleMentionsShowContent: boolean
  readonly shards: number
  readonly guildLocale: `${Locale}`
  readonly waitMs: number
}

export function settings(options: LoopbackOptions): Settings {
  return {
    responseMs: options.responseMs ?? 3_000,
    tokenMs: options.tokenMs ?? 15 * 60_000,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    privileged: options.privileged ?? [],
    roleMentionsShowContent: options.roleMentionsShowContent ?? false,
    shards: options.shards ?? 1,
    guildLocale: options.guildLocale ?? 'en-US',
    waitMs: options.waitMs ?? 5_000,
  }
}
