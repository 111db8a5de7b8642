// Whether a message speaks to us, and with which words: in private everything does; in a group commands, mentions and replies to us do.
import type { Message, MessageEntity, UserFromGetMe } from '@grammyjs/types'

export interface Said {
  /** Without slash and name of the bot, in lower case; undefined for plain words. */
  readonly command?: string | undefined
  /** The words, without command and mention. */
  readonly text: string
  /** The message of ours that it replies to. */
  readonly repliesTo?: number | undefined
  /** What somebody else wrote that it replies to, or the part that it quotes. */
  readonly quoted?: string | undefined
}

/** Null where it does not speak to us. */
export function addressed(message: Message, me: UserFromGetMe): Said | null {
  if (!fromSomebody(message)) return null
  const isPrivate = message.chat.type === 'private'
  const full = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  const replied = repliedTo(message)
  // What inline mode sent stands under the name of the one who chose it.
  const toUs = replied?.from?.id === me.id || replied?.via_bot?.id === me.id
  const said = {
    text: full,
    repliesTo: toUs ? replied?.message_id : undefined,
    quoted: replied && !toUs ? (message.quote?.text ?? replied.text ?? replied.caption) : undefined,
  }
  const command = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (command) {
    const [name = '', bot] = full.slice(1, command.length).toLowerCase().split('@')
    if (bot !== undefined && bot !== me.username.toLowerCase()) return null
    return { ...said, command: name, text: full.slice(command.length).trim() }
  }
  const mentions = entities.filter((entity) => isUs(entity, full, me))
  if (!isPrivate && mentions.length === 0 && !(toUs && full !== '')) return null
  const text = without(full, mentions)
  return { ...said, text: /[\p{L}\p{N}]/u.test(text) || said.quoted === undefined ? text : '' }
}

/** People, also those who write as their group or channel; not other bots, not what a bot was told to write, not copies of posts. */
function fromSomebody(message: Message): boolean {
  if (message.via_bot || message.is_automatic_forward) return false
  return Boolean(message.sender_chat) || message.from?.is_bot === false
}

/** The message that it replies to. In a topic every message replies to its beginning, which is no reply. */
function repliedTo({ reply_to_message: replied }: Message): NonNullable<Message['reply_to_message']> | undefined {
  return replied && !replied.forum_topic_created ? replied : undefined
}

function isUs(entity: MessageEntity, text: string, me: UserFromGetMe): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id
  if (entity.type !== 'mention') return false
  return text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === `@${me.username.toLowerCase()}`
}

/** The text without these; the last one first, so that the places of the others stay what they are. */
function without(text: string, entities: readonly MessageEntity[]): string {
  const backwards = [...entities].sort((a, b) => b.offset - a.offset)
  return backwards.reduce((rest, { offset, length }) => `${rest.slice(0, offset)} ${rest.slice(offset + length)}`, text).trim()
}
