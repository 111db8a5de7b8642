// Puts the parts of a loopback Discord together.
import { Changes } from './changes.js'
import { Commands } from './commands.js'
import type { Core } from './core.js'
import { Endpoint } from './endpoint.js'
import type { Faults } from './faults.js'
import { Gateway } from './gateway.js'
import { createRest, type Rest } from './http.js'
import { Messages } from './messages.js'
import { type LoopbackOptions, settings } from './options.js'
import { applicationPayload, guildPayload } from './payloads.js'
import { callbackRoutes } from './routes/callback.js'
import { channelRoutes } from './routes/channels.js'
import { commandRoutes } from './routes/commands.js'
import { identityRoutes } from './routes/identity.js'
import { webhookRoutes } from './routes/webhooks.js'
import { IdentifyRate } from './shards.js'
import { Snowflakes } from './snowflakes.js'
import { World } from './world.js'

export interface Assembled {
  readonly token: string
  readonly core: Core
  readonly rest: Rest
}

export function assemble(options: LoopbackOptions, faults: Faults, gatewayUrl: () => string): Assembled {
  const chosen = settings(options)
  const { privileged, heartbeatMs } = chosen
  const ids = new Snowflakes()
  const changes = new Changes(chosen.waitMs)
  const world = new World(ids, chosen.guildLocale)
  const application = world.bot.id
  const token = `${Buffer.from(application).toString('base64url')}.loopback.a-token-of-the-loopback-Discord`
  const doorway = {
    ...{ token, heartbeatMs, privileged, resumeUrl: gatewayUrl, fewestShards: options.fewestShards ?? 1 },
    ready: () => ({ user: world.bot, application: applicationPayload(world, privileged) }),
    guilds: () => [...world.guilds.values()].filter(({ joined }) => joined).map((guild) => guildPayload(guild, world)),
  }
  const rate = new IdentifyRate(options.maxConcurrency ?? 1, options.identifyMs ?? 5_000)
  const gateway = new Gateway(doorway, options.sessionStarts ?? 1_000, rate, changes)
  const [messages, commands] = [new Messages(world, ids), new Commands(application, ids)]
  const core: Core = {
    settings: chosen,
    ids,
    world,
    messages,
    commands,
    changes,
    gateway,
    endpoint: new Endpoint(),
    interactions: new Map(),
  }
  const routes = [identityRoutes(core, gatewayUrl), commandRoutes(core), callbackRoutes(core), webhookRoutes(core), channelRoutes(core)]
  const rest = createRest(token, routes.flat(), faults, changes)
  rest.server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head))
  return { token, core, rest }
}
