// What is said in a chat in answer to something, and the saying of it.
import type { Answer, Memory } from '../../../src/answer.js'
import { wantsVote } from '../../context.js'
import type { Place } from '../api/messenger.js'
import { type Keyboard, keyboardOf, voteRow } from '../showing/keyboard.js'
import { type Page, type RenderOptions, renderAnswer, textOnly } from '../showing/render.js'
import { messageKey, type TelegramContext } from '../telegram-context.js'

export interface Reply {
  readonly pages: readonly Page[]
  readonly keyboard: Keyboard
  /** What it was about, for replies to it. */
  readonly memory?: Memory | undefined
  /** The words that it answers, where thumbs under it are wanted. */
  readonly question?: string | undefined
}

export function replyWith(answer: Answer, options?: RenderOptions): Reply {
  return { pages: renderAnswer(answer, options), keyboard: keyboardOf(answer), memory: answer.memory }
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

export async function deliver(
  { pages, keyboard, memory, question }: Reply,
  place: Place,
  { messenger, conversations, feedback }: TelegramContext,
): Promise<void> {
  const sent = await messenger.send(place, pages, keyboard)
  // A reply to the answer goes on from it, whoever writes it.
  const messages = sent.map(({ chat, message }) => messageKey(chat, message))
  if (memory) await conversations.set(memory, ...messages)
  if (question !== undefined) await feedback?.remember(question, ...messages)
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
