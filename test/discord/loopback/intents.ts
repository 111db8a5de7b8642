// Which intents there are, which need a switch, and which events come only with one.
import { GatewayIntentBits } from 'discord.js'
import type { PrivilegedIntent } from './options.js'

const PRIVILEGED: readonly PrivilegedIntent[] = ['GuildMembers', 'GuildPresences', 'MessageContent']

const KNOWN = Object.values(GatewayIntentBits).reduce<number>((all, bit) => (typeof bit === 'number' ? all | bit : all), 0)

/** The close code for intents that no session may have, if these are such. */
export function refusedIntents(intents: unknown, enabled: readonly PrivilegedIntent[]): 4013 | 4014 | undefined {
  if (typeof intents !== 'number' || !Number.isInteger(intents) || (intents & ~KNOWN) !== 0) return 4013
  const disallowed = PRIVILEGED.some((name) => !enabled.includes(name) && (intents & GatewayIntentBits[name]) !== 0)
  return disallowed ? 4014 : undefined
}

/** The intent without which an event is not sent; interactions come always. */
export function intentFor(event: string, inGuild: boolean): number | undefined {
  if (/^MESSAGE_(?:CREATE|UPDATE|DELETE)$/.test(event)) return inGuild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages
  return /^(?:GUILD|CHANNEL|THREAD)_/.test(event) ? GatewayIntentBits.Guilds : undefined
}
