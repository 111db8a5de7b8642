// A message → the answer as a reply: mentions, replies to an answer, and direct messages. Without the MessageContent intent Discord shows
// the text of just these.
import { type Client, type Message, MessageFlags, MessageType } from 'discord.js'
import { type Asker, ask, type Context, langOf, mayAsk, wantsVote } from '../context.js'
import { sentence } from '../wording.js'
import { type File, filesOf, sendWith } from './attach.js'
import { type Components, renderAnswer, textOnly } from './render.js'

const QUIET = { parse: [], repliedUser: false } as const

export async function onMessage(message: Message, client: Client<true>, context: Context): Promise<void> {
  const asked = addressed(message, client)
  if (!asked) return
  const lang = message.inGuild() ? langOf(message.guild.preferredLocale) : undefined
  const asker: Asker = { channel: message.channelId, user: message.author.id, lang }
  const text = message.content.replace(new RegExp(`<@!?${client.user.id}>|<@&\\d+>`, 'g'), ' ').trim()
  // Of a reply to the answer of a command Discord shows nothing, not even the mention; of a mention of our role neither.
  if (message.inGuild() && (message.content === '' || (asked === 'role' && text === ''))) {
    const { language } = context.assistant().library
    const key = asked === 'role' ? 'mention-role' : 'cannot-read'
    await send(message, [...textOnly(sentence(language, 'zh-Hans', key)), ...textOnly(sentence(language, 'en', key))])
    return
  }
  const repliesTo = message.mentions.repliedUser?.id === client.user.id ? message.reference?.messageId : undefined
  const may = await mayAsk(context, asker)
  if (may === 'silent') return
  if (may === 'tell') {
    await send(message, textOnly(sentence(context.assistant().library.language, lang ?? 'en', 'too-many')))
    return
  }
  const answer = await ask(context, asker, { kind: 'text', text }, { repliesTo })
  const votes = wantsVote(context, answer)
  const pictures = (await context.pictures?.of(answer)) ?? []
  const pages = renderAnswer(answer, { votes, pictures })
  const sent: Message[] = []
  for (const [i, components] of pages.entries()) {
    const files = i === pages.length - 1 ? filesOf(pictures) : []
    sent.push(await send(sent.at(-1) ?? message, components, i === 0 ? message.id : `${message.id}-${i}`, files))
  }
  const ids = sent.map(({ id }) => id)
  await context.conversations.set(answer.memory, ...ids)
  if (votes) await context.feedback?.remember(text, ...ids)
}

/** How a message speaks to us, or null: other programs, system messages and @everyone do not. */
export function addressed(message: Message, client: Client<true>): 'us' | 'role' | null {
  if (message.author.bot || message.webhookId || message.system || message.author.id === client.user.id) return null
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return null
  if (!message.inGuild()) return 'us'
  if (message.mentions.users.has(client.user.id)) return 'us'
  if (message.mentions.everyone) return null
  return message.mentions.roles.some((role) => role.tags?.botId === client.user.id) ? 'role' : null
}

/** @param nonce Discord knows by it what it was sent before, by whichever replica */
function send(message: Message, components: Components, nonce = message.id, files: readonly File[] = []): Promise<Message> {
  return sendWith(components, files, (content) =>
    message.reply({ ...content, flags: MessageFlags.IsComponentsV2, allowedMentions: QUIET, nonce, enforceNonce: true }),
  )
}
