// What the bot does with an interaction after its first response: read, edit and delete messages, and follow up.
import type { Core } from '../core.js'
import { announce, remove } from '../core.js'
import { REFUSED } from '../errors.js'
import type { Interaction } from '../interaction.js'
import { asObject, type JsonObject } from '../json.js'
import { type Call, DONE, type Reply, type Route } from '../route.js'
import type { SentMessage } from '../sent.js'
import { origin } from './callback.js'

/** Where only the person installed the application. */
const FOLLOW_UPS = 5

export function webhookRoutes(core: Core): readonly Route[] {
  const message = (body: unknown): JsonObject => asObject(body) ?? {}

  /** The interaction behind a token: unknown before it was answered, and no longer valid after a while. */
  const using = (call: Call, act: (interaction: Interaction) => Reply): Reply => {
    const interaction = core.interactions.get(call.param('webhook_token'))
    if (interaction === undefined || call.param('webhook_id') !== core.world.bot.id) throw REFUSED.unknownWebhook()
    return interaction.refusing(() => {
      if (Date.now() - interaction.facts.created > core.settings.tokenMs) throw REFUSED.invalidWebhookToken()
      if (interaction.first === undefined) throw REFUSED.unknownWebhook()
      return act(interaction)
    })
  }
  const target = (interaction: Interaction, id: string): SentMessage => {
    const named = id === '' ? interaction.original : [interaction.original, ...interaction.followUps].find((sent) => sent?.id === id)
    if (named === undefined || named.deleted) throw REFUSED.unknownMessage()
    return named
  }
  const fill = (sent: SentMessage, call: Call): Reply => {
    core.messages.edit(sent, message(call.body), call.files)
    announce('MESSAGE_UPDATE', sent, core)
    return { status: 200, body: sent.data }
  }
  const follow = (call: Call): Reply =>
    using(call, (interaction) => {
      // The first follow-up to a deferred response takes the place of "thinking…".
      if (interaction.original?.loading === true && !interaction.original.deleted) return fill(interaction.original, call)
      if (interaction.facts.userInstallOnly && interaction.followUps.length >= FOLLOW_UPS) throw REFUSED.tooManyFollowUps()
      const sent = core.messages.create(interaction.facts.channel, message(call.body), call.files, origin(interaction, core))
      interaction.followUps.push(sent)
      announce('MESSAGE_CREATE', sent, core)
      return { status: 200, body: sent.data }
    })
  const look = (call: Call): Reply =>
    using(call, (interaction) => ({ status: 200, body: target(interaction, call.param('message_id')).data }))
  const edit = (call: Call): Reply => using(call, (interaction) => fill(target(interaction, call.param('message_id')), call))
  const erase = (call: Call): Reply =>
    using(call, (interaction) => {
      remove(target(interaction, call.param('message_id')), core)
      return DONE
    })
  return [
    { name: 'POST /webhooks/{webhook_id}/{webhook_token}', open: true, message, answer: follow },
    { name: 'GET /webhooks/{webhook_id}/{webhook_token}/messages/@original', open: true, answer: look },
    { name: 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original', open: true, message, answer: edit },
    { name: 'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original', open: true, answer: erase },
    { name: 'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}', open: true, answer: look },
    { name: 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}', open: true, message, answer: edit },
    { name: 'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}', open: true, answer: erase },
  ]
}
