// A chat with the Telegram adapter, in private: words, commands and buttons.
import type { Message, Update, UserFromGetMe } from '@grammyjs/types'
import type { Lang } from '../../../src/answer.js'
import type { Context } from '../../context.js'
import { InFlight } from '../../in-flight.js'
import { InOrder } from '../../in-order.js'
import { Formatting } from '../../telegram/api/formatting.js'
import { Messenger } from '../../telegram/api/messenger.js'
import { Pace } from '../../telegram/api/pace.js'
import { type Lanes, onUpdate } from '../../telegram/handlers/on-update.js'
import { languagesIn, type TelegramContext } from '../../telegram/telegram-context.js'
import type { Circumstances, Step, TelegramMessage } from '../view.js'
import { type Chat, commandIn, type Effect } from './chat.js'
import { BOT, CHAT, RecordingApi } from './telegram-api.js'

const CODES: Readonly<Record<Lang, string>> = { 'zh-Hans': 'zh-hans', 'zh-Hant': 'zh-hant', en: 'en' }
const ME = { ...BOT, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: true } as UserFromGetMe
/** Nothing is sent, so nothing has to wait; one for all chats, for it makes room for many. */
const AT_ONCE = { messages: 1, seconds: 0 }
const pace = new Pace(new AbortController().signal, { group: AT_ONCE, private: AT_ONCE })

export class TelegramChat implements Chat<TelegramMessage> {
  readonly #api = new RecordingApi()
  readonly #context: TelegramContext
  readonly #lanes: Lanes
  readonly #circumstances: Circumstances
  #failed = false
  #updates = 0

  constructor(context: Context, circumstances: Circumstances) {
    const formatting = new Formatting()
    const messenger = new Messenger(this.#api, pace, formatting)
    this.#context = {
      ...context,
      assistant: knowingOnly(circumstances.notice, context),
      api: this.#api,
      me: ME,
      messenger,
      formatting,
      languages: languagesIn(context.state),
    }
    const inFlight = new InFlight(() => {
      this.#failed = true
    })
    this.#lanes = { inFlight, inOrder: new InOrder() }
    this.#circumstances = circumstances
  }

  async take(step: Step, first: number): Promise<Effect<TelegramMessage>> {
    this.#api.begin(first + 1)
    const update = this.#update(step, first)
    if (update) await onUpdate(update, this.#context, this.#lanes)
    if (this.#failed) throw new Error('the Telegram adapter failed')
    return this.#api.effect
  }

  /** Null for what happened elsewhere. */
  #update(step: Step, id: number): Update | null {
    const from = { id: CHAT.id, is_bot: false, first_name: CHAT.first_name, language_code: CODES[this.#circumstances.lang] }
    const update_id = this.#updates++
    if (step.kind === 'say') {
      const { text } = step
      const command = commandIn(text)
      const entities = command ? [{ type: 'bot_command', offset: 0, length: command.name.length + 1 }] : []
      const date = Math.floor(this.#context.clock().getTime() / 1000)
      return {
        update_id,
        message: { message_id: id, date, chat: CHAT, from, text: command ? text.trim() : text, entities } as Message,
      } as Update
    }
    const message = step.platform === 'telegram' ? this.#api.known.get(Number(step.message)) : undefined
    if (!message) return null
    const query = { id: String(update_id), from, message, chat_instance: '1', data: step.control }
    return { update_id, callback_query: query } as Update
  }
}

/** Telegram's commands have no option for a notice: what they offer is of the chosen one, where there is one. */
function knowingOnly(id: string, { assistant }: Context): Context['assistant'] {
  return () => {
    const all = assistant()
    const notice = all.library.notices.get(id)
    return notice ? { ...all, library: { ...all.library, notices: new Map([[id, notice]]) } } : all
  }
}
