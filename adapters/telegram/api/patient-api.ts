// Calls that are told to wait are waited for, and those that got no answer are made again: an answer that can still be given is given.
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError, type Args, type BotApi, type CallOptions, type Method, type Result, Unreachable } from './bot-api.js'

/** How long a call may take with all its waits. What people wait for at the other end is not waited for longer than they do. */
const GIVE_UP_MS: Partial<Record<Method, number>> = { answerCallbackQuery: 10_000, answerInlineQuery: 10_000, answerGuestQuery: 30_000 }
const GIVE_UP_OTHERWISE_MS = 5 * 60_000
const FIRST_BACK_OFF_MS = 250
const LONGEST_BACK_OFF_MS = 15_000
/** A message that may have been sent is sent again so often: twice is better than not at all, and more than thrice is worse. */
const MOST_COPIES = 3
const SENDING: readonly Method[] = ['sendMessage', 'sendPhoto']

/** The same API, with patience, which `signal` ends: the program is to end. */
export function patient(api: BotApi, signal: AbortSignal): BotApi {
  return {
    async call<M extends Method>(method: M, args: Args<M>, options: CallOptions = {}): Promise<Result<M>> {
      const until = performance.now() + (GIVE_UP_MS[method] ?? GIVE_UP_OTHERWISE_MS)
      let current = args
      let copies = 0
      for (let backOff = FIRST_BACK_OFF_MS; ; backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_MS)) {
        try {
          return await api.call(method, current, options)
        } catch (error) {
          const moved = movedTo(error, current)
          if (moved) {
            current = moved as Args<M>
            continue
          }
          if (SENDING.includes(method) && error instanceof Unreachable && error.mayBeDone) copies += 1
          const wait = waitAfter(error, backOff)
          if (wait === undefined || copies >= MOST_COPIES || signal.aborted || performance.now() + wait > until) throw error
          await sleep(wait, undefined, { signal }).catch(() => {
            throw error
          })
        }
      }
    },
  }
}

function waitAfter(error: unknown, backOff: number): number | undefined {
  if (error instanceof ApiError && error.code === 429) return error.retryAfterMs ?? backOff
  // Replicas that lost the connection at once do not come back at once.
  return error instanceof Unreachable ? backOff * (0.75 + Math.random() / 2) : undefined
}

/** The call to the chat that the group has become, or null where it has not moved. */
function movedTo(error: unknown, args: object): object | null {
  if (!(error instanceof ApiError) || error.migratedTo === undefined || !('chat_id' in args) || args.chat_id === error.migratedTo)
    return null
  return { ...args, chat_id: error.migratedTo }
}
