// Logging in to Discord: with a deadline, for discord.js waits for ever for a gateway that says nothing, and with what failed in words.
import { type Client, Events } from 'discord.js'
import type { Context } from '../context.js'
import { nameOf } from '../name-of-error.js'
import { StartError } from '../platform.js'
import type { DiscordSettings } from './settings.js'

/**
 * Resolves with a client that is ready; rejects with what keeps it from that, or after the deadline. A login that fails is tried with a new
 * client: discord.js makes one whose login failed deaf. A gateway that says nothing is waited for with the same one: a client that is given
 * up connects again by itself, and would answer everything twice.
 */
export async function ready(make: () => Client, settings: DiscordSettings, context: Context): Promise<Client> {
  const { readyMs = 60_000 } = settings
  return patiently(
    async () => {
      const client = make()
      try {
        await login(client, settings.token, readyMs)
        return client
      } catch (error) {
        await letGo(client)
        throw error
      }
    },
    settings,
    context,
  )
}

/** What is asked of Discord at the beginning, again as long as that may help. Throws StartError. */
export async function patiently<T>(ask: () => Promise<T>, settings: DiscordSettings, context: Context): Promise<T> {
  const { tries = 5, backOffMs = 1000 } = settings
  // What no header can hold was never a token.
  if (!/^[\x21-\x7e]+$/.test(settings.token)) throw new StartError('config', REFUSED_TOKEN)
  for (let i = 1; ; i++) {
    try {
      return await ask()
    } catch (error) {
      const fatal = fatalError(error)
      if (fatal) throw fatal
      if (i >= tries) throw unavailable(error)
      context.log(`Discord: try ${i} of ${tries} to log in failed (${nameOf(error)})`, { event: 'discord.login-failed', level: 'warn' })
      await new Promise((resolve) => setTimeout(resolve, backOffMs * 2 ** (i - 1)))
    }
  }
}

async function login(client: Client, token: string, readyMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(new TimeoutError())), readyMs)
  })
  const isReady = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
  try {
    await Promise.race([client.login(token).then(() => isReady), late])
  } finally {
    clearTimeout(timer)
  }
}

const LET_GO_MS = 500

/** discord.js waits up to a minute for a gateway that says nothing, before it lets go of it: nobody else has to. */
export async function letGo(client: Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LET_GO_MS)
  })
  await Promise.race([client.destroy().catch(() => {}), late])
  clearTimeout(timer)
}

export function unavailable(error: unknown): StartError {
  return new StartError(
    'unavailable',
    `Discord cannot be reached (${nameOf(error)}): check the network and DISCORD_API_URL, then start again.`,
  )
}

class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
}

export const REFUSED_TOKEN = 'Discord refuses the token: copy it again from the Bot page of your application and set DISCORD_TOKEN.'

export const MORE_SHARDS =
  'Discord wants the connection of a bot in so many servers divided into more shards: set DISCORD_SHARDS=auto, or to a larger number.'

/** What trying again does not mend, in a line that says what to do; null for all else. */
export function fatalError(error: unknown): StartError | null {
  if (error instanceof StartError) return error
  const { code, status, message } = error as { code?: unknown; status?: unknown; message?: unknown }
  if (code === 'TokenInvalid' || status === 401) return new StartError('config', REFUSED_TOKEN)
  if (/disallowed intents/i.test(String(message)))
    return new StartError(
      'config',
      'Discord refuses the intents: this program needs no privileged one; check that the token belongs to its own application.',
    )
  if (/sharding is required/i.test(String(message))) return new StartError('config', MORE_SHARDS)
  if (status === 403)
    return new StartError(
      'config',
      'Discord refuses the commands for this server: invite the application with the scope applications.commands, or unset DISCORD_GUILD_ID.',
    )
  return null
}
