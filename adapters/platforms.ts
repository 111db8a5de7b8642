// The platforms that the environment asks for, each with its settings; its library is loaded only then.
import type { Context } from './context.js'
import type { HttpSettings } from './http-server.js'
import { type Running, StartError } from './platform.js'

export interface Platform {
  readonly name: string
  start(context: Context): Promise<Running>
}

export function platformsOf(env: NodeJS.ProcessEnv): Platform[] {
  return [
    ...(env.DISCORD_TOKEN ? [discord(env, env.DISCORD_TOKEN)] : []),
    ...(env.TELEGRAM_BOT_TOKEN ? [telegram(env, env.TELEGRAM_BOT_TOKEN)] : []),
  ]
}

function discord({ DISCORD_API_URL: apiUrl, DISCORD_GUILD_ID: guildId }: NodeJS.ProcessEnv, token: string): Platform {
  return {
    name: 'Discord',
    start: async (context) => {
      const { startDiscord } = await import('./discord/start.js')
      return startDiscord({ token, apiUrl: apiUrl || undefined, guildId: guildId || undefined }, context)
    },
  }
}

function telegram(env: NodeJS.ProcessEnv, token: string): Platform {
  return {
    name: 'Telegram',
    start: async (context) => {
      const [publicUrl, http, apiRoot] = [publicUrlOf(env), httpOf(env), env.TELEGRAM_API_ROOT || undefined]
      // The library would print whole requests and the secret of the webhook.
      if (/telegraf|(^|,)\*/.test(env.DEBUG ?? ''))
        throw new StartError('config', 'DEBUG would print messages and secrets of Telegram: unset it, or leave telegraf out of it.')
      const { startTelegram } = await import('./telegram/start.js')
      return startTelegram({ token, apiRoot, publicUrl, http }, context)
    },
  }
}

function publicUrlOf({ PUBLIC_URL: url }: NodeJS.ProcessEnv): string | undefined {
  if (!url) return undefined
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new StartError(
      'config',
      'PUBLIC_URL is not a web address: write it as https://bot.example.org, or unset it to ask Telegram by polling.',
    )
  return url
}

function httpOf({ HTTP_HOST: host, HTTP_PORT: port }: NodeJS.ProcessEnv): HttpSettings {
  const number = Number(port || 8787)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new StartError('config', 'HTTP_PORT is not a port: write a number from 1 to 65535.')
  return { host: host || '127.0.0.1', port: number }
}
