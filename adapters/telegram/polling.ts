// Updates by long polling: what was taken is confirmed with the next request, and with a last one at the end.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from '@grammyjs/types'
import { nameOf } from '../in-flight.js'
import { ApiError, type BotApi } from './bot-api.js'
import { ALLOWED_UPDATES } from './on-update.js'

/** Telegram holds a request open for so long when there is nothing. */
const POLL_SECONDS = 50
/** So much longer may it take to hear of it. */
const LATE_MS = 10_000
/** The last request, which only confirms. */
const CONFIRM_MS = 500
/** An empty answer that came sooner is waited for so long before the next request. */
const EMPTY_MS = 300
const FIRST_BACK_OFF_MS = 500
const LONGEST_BACK_OFF_MS = 15_000
/** While one program takes over from another both poll; after so long another one is there to stay. */
const HAND_OVER_MS = 60_000

export interface PollingOptions {
  readonly take: (update: Update) => void
  /** Resolves when there is room for more, and what was taken is on its way. */
  readonly ready: () => Promise<void>
  readonly log: (line: string) => void
  readonly signal: AbortSignal
  /** How long another poller is put up with before it is told, in milliseconds. */
  readonly handOverMs?: number | undefined
  /** For how long a request is held open, in seconds, and how much longer it may take, in milliseconds. */
  readonly pollSeconds?: number | undefined
  readonly lateMs?: number | undefined
}

/** Resolves when `signal` has ended it; `onFirst` is called when the first request came back. Throws ApiError 401 when the token is not valid any more. */
export async function poll(
  api: BotApi,
  { take, ready, log, signal, handOverMs = HAND_OVER_MS, pollSeconds = POLL_SECONDS, lateMs = LATE_MS }: PollingOptions,
  onFirst: () => void,
): Promise<void> {
  let offset = 0
  let seconds = 0
  let backOff = FIRST_BACK_OFF_MS
  let told = ''
  let rivalSince: number | undefined
  while (!signal.aborted) {
    const began = performance.now()
    try {
      const updates = await api.call(
        'getUpdates',
        { offset, timeout: seconds, allowed_updates: [...ALLOWED_UPDATES] as never },
        { timeoutMs: pollSeconds * 1000 + lateMs, signal },
      )
      if (told !== '') log('Telegram: receiving again')
      // The first request does not wait: it says that all is well.
      if (seconds === 0) onFirst()
      ;[told, rivalSince, backOff, seconds] = ['', undefined, FIRST_BACK_OFF_MS, pollSeconds]
      for (const update of updates) {
        offset = update.update_id + 1
        take(update)
      }
      await ready()
      // A server or proxy that does not hold the request must not be asked without end.
      if (updates.length === 0 && pollSeconds > 0)
        await sleep(Math.max(0, began + EMPTY_MS - performance.now()), undefined, { signal }).catch(() => {})
    } catch (error) {
      if (signal.aborted) break
      if (error instanceof ApiError && error.code === 401) throw error
      if (error instanceof ApiError && error.code === 409) rivalSince ??= performance.now()
      const line = complaint(error, rivalSince === undefined ? 0 : performance.now() - rivalSince, handOverMs)
      // One line for one trouble, however long it lasts.
      if (line !== '' && line !== told) log(line)
      if (line !== '') told = line
      const wait = error instanceof ApiError && error.retryAfterMs !== undefined ? error.retryAfterMs : backOff
      await sleep(wait, undefined, { signal }).catch(() => {})
      backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_MS)
    }
  }
  if (offset > 0) await confirm(api, offset)
}

/** What to tell the operator; nothing while one program hands over to another. */
function complaint(error: unknown, rivalMs: number, handOverMs: number): string {
  if (!(error instanceof ApiError && error.code === 409)) return `Telegram: cannot receive (${nameOf(error)}); trying again`
  if (/webhook/i.test(error.said))
    return 'Telegram: somebody set a webhook for this bot, so it cannot be polled: start again, or set PUBLIC_URL to serve by webhook.'
  return rivalMs < handOverMs
    ? ''
    : 'Telegram: another program receives with the same token. Stop it, or give this one a token of its own; until then some questions reach only the other.'
}

/** So that nothing is answered again at the next start. What waits is left to it. */
async function confirm(api: BotApi, offset: number): Promise<void> {
  await api.call('getUpdates', { offset, limit: 1, timeout: 0 }, { timeoutMs: CONFIRM_MS }).catch(() => {})
}
