// What is said in a chat in answer to something, and the saying of it.
import type { Answer, Memory } from '../../../src/answer.js'
import { wantsVote } from '../../context.js'
import { explained } from '../api/explained.js'
import type { Place, Sent } from '../api/messenger.js'
import { type Keyboard, keyboardOf, voteRow } from '../showing/keyboard.js'
import { type Page, type RenderOptions, renderAnswer, textOnly } from '../showing/render.js'
import { messageKey, type TelegramContext } from '../telegram-context.js'

export interface Reply {
  readonly pages: readonly Page[]
  readonly keyboard: Keyboard
  /** Its pictures follow it. */
  readonly answer?: Answer | undefined
  /** What it was about, for replies to it. */
  readonly memory?: Memory | undefined
  /** The words that it answers, where thumbs under it are wanted. */
  readonly question?: string | undefined
}

/** What is recalled need not be rendered again. */
const rendered = new WeakMap<Answer, Reply>()

export function replyWith(answer: Answer, options?: RenderOptions): Reply {
  const before = options ? undefined : rendered.get(answer)
  if (before) return before
  const reply = { pages: renderAnswer(answer, options), keyboard: keyboardOf(answer), answer, memory: answer.memory }
  if (!options) rendered.set(answer, reply)
  return reply
}

/** The answer to words, with thumbs under it where they are wanted. */
export function replyToWords(answer: Answer, question: string, context: TelegramContext): Reply {
  const reply = replyWith(answer)
  return wantsVote(context, answer) ? { ...reply, keyboard: [...reply.keyboard, ...voteRow(answer.lang)], question } : reply
}

/** A reply of one sentence of our own. */
export function say(text: string, keyboard: Keyboard = []): Reply {
  return { pages: [textOnly(text)], keyboard }
}

export async function deliver({ pages, keyboard, answer, memory, question }: Reply, place: Place, context: TelegramContext): Promise<void> {
  const { messenger, conversations, feedback } = context
  const sent = await messenger.send(place, pages, keyboard)
  // A reply to the answer goes on from it, whoever writes it.
  const messages = sent.map(({ chat, message }) => messageKey(chat, message))
  if (memory) await conversations.set(memory, ...messages)
  if (question !== undefined) await feedback?.remember(question, ...messages)
  if (answer) await illustrate(answer, place, sent.at(-1), context)
}

/** The pictures of an answer that has been given: it lacks nothing where they fail. */
async function illustrate(answer: Answer, place: Place, to: Sent | undefined, context: TelegramContext): Promise<void> {
  try {
    for (const picture of (await context.pictures?.of(answer)) ?? []) {
      // The chat may have moved meanwhile.
      const { chat, message } = await context.messenger.sendPhoto({ ...place, chat: to?.chat ?? place.chat }, picture, to)
      await context.conversations.set(answer.memory, messageKey(chat, message))
    }
  } catch (error) {
    context.log(`Telegram: a picture was not sent (${explained(error)})`, { event: 'telegram.picture', level: 'warn' })
  }
}

/** In place of an earlier message of ours; where it cannot be edited any more, as a new one. */
export async function replace(reply: Reply, message: number, place: Place, context: TelegramContext): Promise<void> {
  const [page, ...rest] = reply.pages
  if (!page) return
  const edited = await context.messenger.edit(place.chat, message, page, rest.length === 0 ? reply.keyboard : [])
  if (!edited) return deliver(reply, place, context)
  if (reply.memory) await context.conversations.set(reply.memory, messageKey(place.chat, message))
  if (rest.length > 0) await deliver({ ...reply, pages: rest }, place, context)
}
