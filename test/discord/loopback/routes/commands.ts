// Registering commands and looking at what is registered.
import { withoutLanguages } from '../commands.js'
import type { Core } from '../core.js'
import { REFUSED } from '../errors.js'
import type { Call, Reply, Route } from '../route.js'

export function commandRoutes({ world, commands }: Core): readonly Route[] {
  const guildOf = ({ param }: Call): string | undefined => {
    if (param('application_id') !== world.bot.id) throw REFUSED.unknownApplication()
    const id = param('guild_id')
    if (id !== '' && world.guilds.get(id)?.joined !== true) throw REFUSED.missingAccess()
    return id === '' ? undefined : id
  }
  const show = (call: Call): Reply => {
    const all = commands.all(guildOf(call))
    return { status: 200, body: call.query.get('with_localizations') === 'true' ? all : all.map(withoutLanguages) }
  }
  const replace = (call: Call): Reply => ({ status: 200, body: commands.replace(call.body, guildOf(call)) })
  return [
    { name: 'GET /applications/{application_id}/commands', answer: show },
    { name: 'PUT /applications/{application_id}/commands', answer: replace },
    { name: 'GET /applications/{application_id}/guilds/{guild_id}/commands', answer: show },
    { name: 'PUT /applications/{application_id}/guilds/{guild_id}/commands', answer: replace },
  ]
}
