// Calls that are told to wait are waited for, and those that got no answer are made again: an answer that can still be given is given.
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError, type Args, type BotApi, type CallOptions, type Method, type Result, Unreachable } from './bot-api.js'

/** How long a call may take with all its waits. What people wait for at the other end is not waited for longer than they do. */
const GIVE_UP_MS: Partial<Record<Method, number>> = { answerCallbackQuery: 10_000, answerInlineQuery: 10_000, answerGuestQuery: 30_000 }
const GIVE_UP_OTHERWISE_MS = 5 * 60_000
const FIRST_BACK_OFF_MS = 250
const LONGEST_BACK_OFF_MS = 15_000

export interface PatientOptions {
  /** Ends every wait: the program is to end. */
  readonly signal: AbortSignal
  /** Told when a call has to wait. */
  readonly onWait?: (method: Method, reason: 'told to' | 'no answer') => void
}

/** The same API, with patience. A call that may have been carried out is made again: an answer twice is better than none. */
export function patient(api: BotApi, { signal, onWait }: PatientOptions): BotApi {
  return {
    async call<M extends Method>(method: M, args: Args<M>, options: CallOptions = {}): Promise<Result<M>> {
      const until = performance.now() + (GIVE_UP_MS[method] ?? GIVE_UP_OTHERWISE_MS)
      let current = args
      for (let backOff = FIRST_BACK_OFF_MS; ; ) {
        try {
          return await api.call(method, current, options)
        } catch (error) {
          const migrated = moved(error, current)
          if (migrated) {
            current = migrated as Args<M>
            continue
          }
          const wait = waitAfter(error, backOff)
          if (wait === undefined || signal.aborted || performance.now() + wait > until) throw error
          onWait?.(method, error instanceof ApiError ? 'told to' : 'no answer')
          await sleep(wait, undefined, { signal }).catch(() => {
            throw error
          })
          backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_MS)
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
function moved(error: unknown, args: object): object | null {
  if (!(error instanceof ApiError) || error.migratedTo === undefined || !('chat_id' in args) || args.chat_id === error.migratedTo)
    return null
  return { ...args, chat_id: error.migratedTo }
}
