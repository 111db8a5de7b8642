// What an application without the MessageContent intent is shown of a message.
import type { APIMessage } from 'discord.js'
import type { FakeChannel, World } from './world.js'

export interface Sight {
  readonly world: World
  /** Whether the session asked for and was given the MessageContent intent. */
  readonly all: boolean
  /** Whether a mention of the bot's own role counts as a mention of the bot. */
  readonly roleMentions: boolean
}

export function asSeen(message: APIMessage, channel: FakeChannel, sight: Sight): APIMessage {
  const answered = message.referenced_message ?? undefined
  const seen = answered === undefined ? message : { ...message, referenced_message: asSeen(answered, channel, sight) }
  return shown(message, channel, sight) ? seen : { ...seen, content: '', embeds: [], attachments: [], components: [] }
}

function shown(message: APIMessage, channel: FakeChannel, { world, all, roleMentions }: Sight): boolean {
  if (all || channel.guild === undefined || message.author.id === world.bot.id) return true
  if (roleMentions && message.mention_roles.includes(channel.guild.botRole)) return true
  if (!message.mentions.some(({ id }) => id === world.bot.id)) return false
  // A reply mentions whom it answers. That counts, but not where the message answered was itself the response to an interaction.
  const onlyByReply = !new RegExp(`<@!?${world.bot.id}>`).test(message.content)
  return !(onlyByReply && message.referenced_message?.interaction_metadata !== undefined)
}
