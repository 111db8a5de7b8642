// A million conversations in one process, each of a person of its own in a chat of its own: what stays of them in memory.
import type { Message, UserFromGetMe } from '@grammyjs/types'
import type { Context } from '../../adapters/context.js'
import { Conversations } from '../../adapters/conversations.js'
import { InFlight } from '../../adapters/in-flight.js'
import { InOrder } from '../../adapters/in-order.js'
import { Limits } from '../../adapters/limits.js'
import { alone } from '../../adapters/shared-state/local/alone.js'
import type { BotApi } from '../../adapters/telegram/api/bot-api.js'
import { Formatting } from '../../adapters/telegram/api/formatting.js'
import { Messenger } from '../../adapters/telegram/api/messenger.js'
import { Pace } from '../../adapters/telegram/api/pace.js'
import { onUpdate } from '../../adapters/telegram/handlers/on-update.js'
import { Intake } from '../../adapters/telegram/receiving/intake.js'
import { languagesIn } from '../../adapters/telegram/telegram-context.js'
import type { Assistant } from '../../src/assistant.js'
import { heapUsed } from '../heap.js'
import { newChat, updateOf } from './updates.js'

interface Conversation {
  readonly conversations: number
  /** After a full collection. */
  readonly heap_mb: number
}

export interface ConversationsResult {
  readonly heap: readonly Conversation[]
  readonly updates: number
  readonly answers: number
  readonly seconds: number
}

const AT_ONCE = 100

/** One in so many is asked in words; the others are commands, which take less time and leave the same behind. */
const IN_WORDS = 10
const COMMANDS = ['/deadline', '/source', '/domains']

/** Every tenth conversation has a second question in it. */
export async function measureConversations(
  assistant: Assistant,
  questions: readonly string[],
  { conversations, looks }: { conversations: number; looks: number },
  say: (line: string) => void,
): Promise<ConversationsResult> {
  let answers = 0
  const intake = intakeOf(assistant, () => {
    answers += 1
  })
  let [begun, updates] = [0, 0]
  const ask = (chat: number): Promise<boolean> => {
    updates += 1
    const text = updates % IN_WORDS === 0 ? questions[(updates / IN_WORDS) % questions.length] : COMMANDS[updates % COMMANDS.length]
    return intake.take(updateOf(chat, text ?? '') as never)
  }
  const began = performance.now()
  const heap: Conversation[] = []
  const look = (): void => {
    heap.push({ conversations: begun, heap_mb: Math.round((heapUsed() / 2 ** 20) * 10) / 10 })
    say(`${begun} conversations: ${heap.at(-1)?.heap_mb} MB`)
  }
  look()
  for (let until = conversations / looks; begun < conversations; until += conversations / looks) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (begun < until) {
          begun += 1
          const chat = newChat()
          const isLong = begun % 10 === 0
          await ask(chat)
          if (isLong) await ask(chat)
        }
      }),
    )
    look()
  }
  return { heap, updates, answers, seconds: Math.round((performance.now() - began) / 1000) }
}

/** As the program has it, from what comes in to what goes out; only that what goes out goes nowhere. */
function intakeOf(assistant: Assistant, onSent: () => void): Intake {
  const state = alone()
  const context: Context = {
    assistant: () => assistant,
    conversations: new Conversations(state),
    state,
    clock: () => new Date(),
    log: () => {},
    limits: new Limits({ user: { questions: 20, seconds: 60 }, chat: { questions: 120, seconds: 60 } }, state),
  }
  const api = nowhere(onSent)
  const formatting = new Formatting()
  const messenger = new Messenger(api, new Pace(new AbortController().signal), formatting)
  const me = { id: 1, is_bot: true, first_name: 'Load', username: 'load_bot' } as UserFromGetMe
  const telegram = { ...context, api, me, messenger, formatting, languages: languagesIn(state) }
  const lanes = { inFlight: new InFlight(console.error), inOrder: new InOrder() }
  return new Intake(state.claims('update'), (update) => onUpdate(update, telegram, lanes))
}

function nowhere(onSent: () => void): BotApi {
  let id = 0
  const send = async (_: string, { chat_id: chat }: { chat_id: number }): Promise<Partial<Message>> => {
    onSent()
    id += 1
    // As a server would: later, and not in the same turn.
    await new Promise((resolve) => setImmediate(resolve))
    return { message_id: id, date: 0, chat: { id: chat, type: 'private', first_name: '' } }
  }
  return { call: send as unknown as BotApi['call'] }
}
