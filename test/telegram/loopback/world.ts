// Who and where: the bot, people, chats, topics, and what became of them.
import type { Chat, User, UserFromGetMe } from '@grammyjs/types'
import type { Settings } from './options.js'

interface Topic {
  readonly id: number
  readonly name: string
  closed: boolean
  deleted: boolean
}

/** A chat with all that only the server knows of it. */
export interface Place {
  readonly chat: Chat
  readonly topics: Map<number, Topic>
  /** The group that this one became. */
  migratedTo: number | undefined
  /** The person has blocked the bot, or the group has thrown it out. */
  out: boolean
  /** The bot may read but not write. */
  muted: boolean
  /** The bot that spoke last: a bare command is meant for it. */
  lastBot: number | undefined
}

export interface GroupProps {
  readonly title?: string
  readonly type?: 'group' | 'supergroup'
  readonly is_forum?: boolean
}

export class World {
  readonly me: UserFromGetMe
  readonly users = new Map<number, User>()
  readonly places = new Map<number, Place>()
  /** Identifiers as large as today's: they do not fit into 32 bits. */
  private nextUser = 5_000_000_001
  private nextGroup = 4_200_000_001
  private readonly messageIds = new Map<number, number>()

  constructor(settings: Settings) {
    this.me = {
      ...{ id: Number(settings.token.split(':')[0]), is_bot: true, first_name: 'Ask Notice', username: settings.username },
      ...{ can_join_groups: true, can_read_all_group_messages: settings.canReadAllGroupMessages },
      ...{ supports_inline_queries: settings.supportsInlineQueries, supports_guest_queries: settings.supportsGuestQueries },
      ...{ can_connect_to_business: false, has_main_web_app: false, has_topics_enabled: false },
      ...{ allows_users_to_create_topics: false, can_manage_bots: false, supports_join_request_queries: false },
    }
  }

  addUser(props: Partial<User> = {}): User {
    const id = props.id ?? this.nextUser++
    const user: User = { id, is_bot: false, first_name: `Person ${this.users.size + 1}`, language_code: 'en', ...props }
    this.users.set(id, user)
    return user
  }

  /** The chat between the bot and this person. */
  privateChat({ id, first_name, last_name, username }: User): Chat {
    const chat: Chat = { id, type: 'private', first_name, ...(last_name && { last_name }), ...(username && { username }) }
    return this.places.get(id)?.chat ?? this.keep(chat)
  }

  /** A group that the bot is in. */
  addGroup({ title = 'Workshop', is_forum = false, type = is_forum ? 'supergroup' : 'group' }: GroupProps = {}): Chat {
    const number = this.nextGroup++
    if (type === 'group') return this.keep({ id: -number, type, title })
    return this.keep({ id: -1_000_000_000_000 - number, type, title, ...(is_forum && { is_forum: true as const }) })
  }

  place(chat: Chat): Place {
    const place = this.places.get(chat.id)
    if (place === undefined) throw new Error(`there is no chat ${chat.id} in this Telegram`)
    return place
  }

  /** In supergroups messages are numbered from 1; everywhere else in one sequence for the bot. */
  nextMessageId(chat: Chat): number {
    const sequence = chat.type === 'supergroup' ? chat.id : 0
    const id = (this.messageIds.get(sequence) ?? 0) + 1
    this.messageIds.set(sequence, id)
    return id
  }

  private keep(chat: Chat): Chat {
    this.places.set(chat.id, { chat, topics: new Map(), migratedTo: undefined, out: false, muted: false, lastBot: undefined })
    return chat
  }
}

export function isGroup(chat: Chat): boolean {
  return chat.type === 'group' || chat.type === 'supergroup'
}
