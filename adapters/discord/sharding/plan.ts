// How many shards there are to be, and how many of them may identify at once: Discord says it, to the program's own REST client.
import { REST, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js'
import type { Context } from '../../context.js'
import { REQUEST_MS } from '../client.js'
import { patiently } from '../login.js'
import type { DiscordSettings } from '../settings.js'

export interface Plan {
  readonly count: number
  /** Discord's max_concurrency: shards whose ids differ modulo it may identify at the same time. */
  readonly concurrency: number
}

/** Throws StartError where the token is refused or Discord cannot be reached. */
export async function planShards(wanted: number | 'auto', settings: DiscordSettings, context: Context): Promise<Plan> {
  const rest = new REST({ timeout: REQUEST_MS, ...(settings.apiUrl ? { api: settings.apiUrl } : {}) }).setToken(settings.token)
  const { shards, session_start_limit: limit } = await patiently(
    async () => (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult,
    settings,
    context,
  )
  return { count: wanted === 'auto' ? shards : wanted, concurrency: limit.max_concurrency }
}
