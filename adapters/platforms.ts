// The platforms that are asked for, each with its settings; its library is loaded only then.
import type { Context } from './context.js'
import type { Running } from './platform.js'
import type { Settings } from './settings/read-settings.js'

export interface Platform {
  readonly name: string
  /** `signal` gives the start up. */
  start(context: Context, signal: AbortSignal): Promise<Running>
}

export function platformsOf({ discord, telegram }: Settings): Platform[] {
  return [
    ...(discord
      ? [{ name: 'Discord', start: async (context: Context) => (await import('./discord/start.js')).startDiscord(discord, context) }]
      : []),
    ...(telegram
      ? [
          {
            name: 'Telegram',
            start: async (context: Context, signal: AbortSignal) =>
              (await import('./telegram/start.js')).startTelegram(telegram, context, signal),
          },
        ]
      : []),
  ]
}
