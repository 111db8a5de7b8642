// The first response to an interaction: once, in time, and of a type that fits.
import { InteractionResponseType as Answer, type APIMessage } from 'discord.js'
import { announce, type Core } from '../core.js'
import { REFUSED } from '../errors.js'
import type { Interaction } from '../interaction.js'
import { asObject, copy, type JsonObject } from '../json.js'
import { checkCallback } from '../limits/callback.js'
import { type Call, DONE, type Reply, type Route } from '../route.js'

/** The types whose data is a message, so that it must say whom it may mention. */
const WITH_MESSAGE: readonly unknown[] = [Answer.ChannelMessageWithSource, Answer.UpdateMessage]

export function callbackRoutes(core: Core): readonly Route[] {
  const message = (body: unknown): JsonObject | undefined => {
    const callback = asObject(body)
    return WITH_MESSAGE.includes(callback?.type) ? (asObject(callback?.data) ?? {}) : undefined
  }
  const answer = (call: Call): Reply => {
    const interaction = core.interactions.get(call.param('interaction_token'))
    if (interaction === undefined || interaction.id !== call.param('interaction_id')) throw REFUSED.unknownInteraction()
    return interaction.refusing(() => respond(interaction, call, core))
  }
  return [{ name: 'POST /interactions/{interaction_id}/{interaction_token}/callback', open: true, message, answer }]
}

function respond(interaction: Interaction, call: Call, core: Core): Reply {
  const { facts } = interaction
  const body = asObject(call.body) ?? {}
  if (interaction.first !== undefined) throw REFUSED.alreadyAnswered()
  if (interaction.late) throw REFUSED.unknownInteraction()
  const problems = checkCallback(facts.type, facts.source !== undefined, body)
  if (problems.length > 0) throw REFUSED.invalidForm(problems)
  const type = Number(body.type)
  const data = asObject(body.data) ?? {}
  perform(interaction, type, data, call, core)
  interaction.first = { type, data: copy(data), after: Date.now() - facts.created }
  if (call.query.get('with_response') !== 'true') return DONE
  const { original } = interaction
  const state = original !== undefined && {
    response_message_id: original.id,
    response_message_loading: original.loading,
    response_message_ephemeral: original.ephemeral,
  }
  const shown = { id: facts.id, type: facts.type, channel_id: facts.channel.id, ...state }
  return { status: 200, body: { interaction: shown, ...(original !== undefined && { resource: { type, message: original.data } }) } }
}

function perform(interaction: Interaction, type: number, data: JsonObject, call: Call, core: Core): void {
  const { channel, source } = interaction.facts
  if (type === Answer.ChannelMessageWithSource) {
    interaction.original = core.messages.create(channel, data, call.files, origin(interaction, core))
    announce('MESSAGE_CREATE', interaction.original, core)
  } else if (type === Answer.DeferredChannelMessageWithSource) {
    interaction.original = core.messages.defer(channel, data, origin(interaction, core))
    announce('MESSAGE_CREATE', interaction.original, core)
  } else if (type === Answer.DeferredMessageUpdate) {
    interaction.original = source
  } else if (type === Answer.UpdateMessage && source !== undefined) {
    core.messages.edit(source, data, call.files)
    interaction.original = source
    announce('MESSAGE_UPDATE', source, core)
  }
}

/** What tells that a message came of an interaction. */
export function origin({ facts }: Interaction, { world }: Core): Partial<APIMessage> {
  const metadata = {
    id: facts.id,
    type: facts.type,
    user: facts.user,
    authorizing_integration_owners: facts.payload.authorizing_integration_owners,
  }
  return { webhook_id: world.bot.id, application_id: world.bot.id, interaction_metadata: metadata } as unknown as Partial<APIMessage>
}
