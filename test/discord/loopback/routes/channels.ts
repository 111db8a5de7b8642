// Channels and the messages that the bot sends to them as itself.
import type { APIMessage } from 'discord.js'
import { announce, type Core, remove, seen } from '../core.js'
import { REFUSED } from '../errors.js'
import { asObject, type JsonObject } from '../json.js'
import { channelPayload } from '../payloads.js'
import { type Call, DONE, type Reply, type Route } from '../route.js'
import type { SentMessage } from '../sent.js'
import type { FakeChannel } from '../world.js'

export function channelRoutes(core: Core): readonly Route[] {
  const { world, messages } = core
  const message = (body: unknown): JsonObject => asObject(body) ?? {}

  const place = ({ param }: Call): FakeChannel => {
    const channel = world.channels.get(param('channel_id'))
    if (channel === undefined) throw REFUSED.unknownChannel()
    if (!channel.accessible) throw REFUSED.missingAccess()
    return channel
  }
  const any = (call: Call): APIMessage => {
    const found = messages.any(call.param('message_id'), place(call))
    if (found === undefined) throw REFUSED.unknownMessage()
    return found
  }
  /** Only its own messages can be changed. */
  const own = (call: Call): SentMessage => {
    const sent = messages.find(any(call).id)
    if (sent === undefined) throw REFUSED.notTheAuthor()
    return sent
  }
  const create = (call: Call): Reply => {
    const body = message(call.body)
    const channel = place(call)
    // A message sent again after a lost answer is recognised by its nonce, if the bot asked for that.
    const same =
      body.enforce_nonce === true && messages.sent.find(({ data }) => data.channel_id === channel.id && data.nonce === body.nonce)
    if (same) return { status: 200, body: same.data }
    const sent = messages.create(channel, body, call.files)
    announce('MESSAGE_CREATE', sent, core)
    return { status: 200, body: sent.data }
  }
  const edit = (call: Call): Reply => {
    const sent = own(call)
    messages.edit(sent, message(call.body), call.files)
    announce('MESSAGE_UPDATE', sent, core)
    return { status: 200, body: sent.data }
  }
  const erase = (call: Call): Reply => {
    remove(own(call), core)
    return DONE
  }
  const look = (call: Call): Reply => {
    // Reading blanks what the gateway would have blanked.
    return { status: 200, body: seen(any(call), place(call), core) }
  }
  const typing = (call: Call): Reply => {
    place(call)
    return DONE
  }
  return [
    { name: 'GET /channels/{channel_id}', answer: (call) => ({ status: 200, body: channelPayload(place(call), world) }) },
    { name: 'POST /channels/{channel_id}/messages', message, answer: create },
    { name: 'GET /channels/{channel_id}/messages/{message_id}', answer: look },
    { name: 'PATCH /channels/{channel_id}/messages/{message_id}', message, answer: edit },
    { name: 'DELETE /channels/{channel_id}/messages/{message_id}', answer: erase },
    { name: 'POST /channels/{channel_id}/typing', answer: typing },
  ]
}
