// Who the bot is, where the gateway is, and the guilds it is in.
import type { Core } from '../core.js'
import { REFUSED } from '../errors.js'
import { applicationPayload, memberPayload, rolePayloads } from '../payloads.js'
import type { Route } from '../route.js'
import type { FakeGuild } from '../world.js'

export function identityRoutes(core: Core, gatewayUrl: () => string): readonly Route[] {
  const { world, settings, gateway } = core
  const guild = (id: string): FakeGuild => {
    const found = world.guilds.get(id)
    if (found === undefined || !found.joined) throw REFUSED.unknownGuild()
    return found
  }
  return [
    {
      name: 'GET /gateway/bot',
      answer: () => {
        const { concurrency } = gateway.rate
        const remaining = Math.max(0, gateway.sessionStarts)
        const limit = { total: 1_000, remaining, reset_after: 14_400_000, max_concurrency: concurrency }
        return { status: 200, body: { url: gatewayUrl(), shards: settings.shards, session_start_limit: limit } }
      },
    },
    { name: 'GET /users/@me', answer: () => ({ status: 200, body: { ...world.bot, bio: '', mfa_enabled: false, verified: true } }) },
    { name: 'GET /applications/@me', answer: () => ({ status: 200, body: applicationPayload(world, settings.privileged) }) },
    { name: 'GET /guilds/{guild_id}/roles', answer: ({ param }) => ({ status: 200, body: rolePayloads(guild(param('guild_id')), world) }) },
    {
      name: 'GET /guilds/{guild_id}/members/{user_id}',
      answer: ({ param }) => {
        const user = world.users.get(param('user_id'))
        if (user === undefined) throw REFUSED.unknownMember()
        return { status: 200, body: { ...memberPayload(user, guild(param('guild_id')), world), user } }
      },
    },
  ]
}
