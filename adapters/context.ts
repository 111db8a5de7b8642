// What every handler of a platform's events works with.
import type { Answer, Input, Lang, Memory, Status } from '../src/answer.js'
import type { Assistant } from '../src/assistant.js'
import { langOfTag } from '../src/query/language.js'
import type { Conversations } from './conversations.js'
import type { Pictures } from './figure/pictures.js'
import type { HttpServer } from './http-server.js'
import type { Limits, Verdict } from './limits.js'
import type { Log } from './log.js'
import type { Observer } from './observe.js'
import type { SharedState } from './shared-state/shared-state.js'
import type { Feedback } from './unanswered/feedback.js'

export interface Context {
  /** The assistant of the moment: reloaded knowledge brings another one. */
  readonly assistant: () => Assistant
  readonly conversations: Conversations
  /** What the replicas of the program know in common. */
  readonly state: SharedState
  readonly clock: () => Date
  readonly log: Log
  /** Undefined: no limits. */
  readonly limits?: Limits | undefined
  /** Told of what happens, where somebody counts it. */
  readonly observer?: Observer | undefined
  /** Told of questions in words that could not be answered, and of what is said of answers, where the operator wants to know. */
  readonly feedback?: Feedback | undefined
  /** Draws what answers have pictures of; undefined: no pictures. */
  readonly pictures?: Pictures | undefined
  /** Where a platform that is sent things opens its door. */
  readonly http?: HttpServer | undefined
}

/** Who asks, where: follow-ups belong to one person in one channel. */
export interface Asker {
  readonly channel: string
  readonly user: string
  /** The language of the asker's client, where it is told. */
  readonly lang?: Lang | undefined
}

function conversationOf({ channel, user }: Asker): string {
  return `${channel} ${user}`
}

/** What the asker's last question there was about. */
function remembered({ conversations }: Context, asker: Asker): Promise<Memory | undefined> {
  return conversations.get(conversationOf(asker))
}

/** Whether the asker may have an answer now; counts as a question. */
export async function mayAsk({ limits, observer }: Context, asker: Asker): Promise<Verdict> {
  const verdict = limits ? await limits.ask(asker) : 'answer'
  if (verdict !== 'answer') observer?.refused('limit')
  return verdict
}

export interface AskOptions {
  /** Answer in this language, whatever the words show. */
  readonly lang?: Lang | undefined
  readonly notice?: string | undefined
  /** The message of ours that is replied to: what it was about is what the question is about. */
  readonly repliesTo?: string | undefined
}

const UNANSWERED: ReadonlySet<Status> = new Set(['not_stated', 'clarify', 'out_of_scope'])

/** Asks, and remembers what the conversation is about. */
export async function ask(context: Context, asker: Asker, input: Input, { lang, notice, repliesTo }: AskOptions = {}): Promise<Answer> {
  const { conversations, observer } = context
  // A reply to what is not remembered any more is about something else than the last question.
  const memory = await (repliesTo === undefined ? remembered(context, asker) : conversations.get(repliesTo))
  const began = performance.now()
  const answer = context.assistant().ask({ input, now: context.clock(), memory, locale: asker.lang, lang, notice })
  // Before the answer goes out: a question that follows it may reach another replica.
  await conversations.set(answer.memory, conversationOf(asker))
  const { status, lang: told } = answer
  if (input.kind === 'text' && UNANSWERED.has(status)) context.feedback?.unanswered(input.text, asker.user)
  observer?.answered({ status, lang: told, ms: performance.now() - began, channel: asker.channel, user: asker.user })
  return answer
}

/** Whether thumbs are to be offered under an answer to words: where the operator wants to know, and there is an answer. */
export function wantsVote({ feedback }: Context, { status }: Answer): boolean {
  return feedback !== undefined && status === 'answered'
}

/** A platform's language tag (zh-TW, zh-hans, en) → a language that answers are written in; English where there is none in it. */
export function langOf(tag: string | null | undefined): Lang {
  return langOfTag(tag ?? undefined) ?? 'en'
}
