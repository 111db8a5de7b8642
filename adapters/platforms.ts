// The platforms that are asked for, each with its settings; its library is loaded only then.
import type { Context } from './context.js'
import type { Running } from './platform.js'
import type { Settings } from './settings/read-settings.js'

export interface Platform {
  readonly name: string
  /** What its replicas have in common, and another bot has not: an id, not a secret. */
  readonly account: string
  /** `signal` gives the start up. */
  start(context: Context, signal: AbortSignal): Promise<Running>
}

export function platformsOf({ discord, telegram }: Settings): Platform[] {
  return [
    ...(discord
      ? [
          {
            name: 'Discord',
            account: accountOfDiscord(discord.token),
            start: async (context: Context) => (await import('./discord/start.js')).startDiscord(discord, context),
          },
        ]
      : []),
    ...(telegram
      ? [
          {
            name: 'Telegram',
            account: telegram.token.split(':', 1)[0] ?? '',
            start: async (context: Context, signal: AbortSignal) =>
              (await import('./telegram/start.js')).startTelegram(telegram, context, signal),
          },
        ]
      : []),
  ]
}

/** A token begins with the id of its application. */
export function accountOfDiscord(token: string): string {
  return Buffer.from(token.split('.', 1)[0] ?? '', 'base64url')
    .toString('latin1')
    .replace(/\D/g, '')
}
