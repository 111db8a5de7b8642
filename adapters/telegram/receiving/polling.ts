// Updates by long polling. What was answered is confirmed with the next request; what was not comes again after a restart.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../log.js'
import { nameOf } from '../../name-of-error.js'
import { ApiError, type BotApi } from '../api/bot-api.js'
import { ALLOWED_UPDATES } from '../handlers/on-update.js'
import type { Intake } from './intake.js'

/** Telegram holds a request open for so long when there is nothing. */
const POLL_SECONDS = 50
/** So much longer may it take to hear of it. */
const LATE_MS = 10_000
/** The last request, which only confirms. */
const CONFIRM_MS = 500
/** Most answers are given within this: the next request confirms them then. */
const SETTLE_MS = 150
/** As long as one waits to be answered Telegram tells it again with every request: not more often than this. */
const AGAIN_MS = 250
/** Telegram tells a hundred at most: older ones are confirmed even when they wait, or nothing new would be told. */
const MOST_UNCONFIRMED = 50
const FIRST_BACK_OFF_MS = 500
const LONGEST_BACK_OFF_MS = 15_000
/** While one program takes over from another both poll; after so long another one is there to stay. */
const HAND_OVER_MS = 60_000

export interface PollingOptions {
  readonly intake: Intake
  readonly log: Log
  readonly signal: AbortSignal
  /** Told when updates come again after they did not. */
  readonly onReconnect: () => void
  /** How long another poller is put up with before it is told, in milliseconds. */
  readonly handOverMs?: number | undefined
  /** For how long a request is held open, in seconds, and how much longer it may take, in milliseconds. */
  readonly pollSeconds?: number | undefined
  readonly lateMs?: number | undefined
}

export class Polling {
  readonly #api: BotApi
  readonly #options: PollingOptions
  /** After the newest update that was told. */
  #next = 0
  /** Whether the last request came back as it should. */
  isReceiving = false

  constructor(api: BotApi, options: PollingOptions) {
    this.#api = api
    this.#options = options
  }

  /** Resolves when `signal` has ended it; `onFirst` is called when the first request came back. Throws ApiError 401 when the token is not valid any more. */
  async run(onFirst: () => void): Promise<void> {
    const { log, signal, handOverMs = HAND_OVER_MS, pollSeconds = POLL_SECONDS, lateMs = LATE_MS, intake, onReconnect } = this.#options
    let [seconds, backOff, told, rivalSince] = [0, FIRST_BACK_OFF_MS, '', 0]
    while (!signal.aborted) {
      const began = performance.now()
      try {
        const news = await this.#receive(seconds, pollSeconds * 1000 + lateMs)
        if (!this.isReceiving && seconds > 0) onReconnect()
        this.isReceiving = true
        if (told !== '') log('Telegram: receiving again', { event: 'telegram.receiving' })
        // The first request does not wait: it says that all is well.
        if (seconds === 0) onFirst()
        ;[seconds, backOff, told, rivalSince] = [pollSeconds, FIRST_BACK_OFF_MS, '', 0]
        await intake.settled(SETTLE_MS)
        // Nor is a server or proxy that does not hold requests to be asked without end.
        if (!news) await sleep(Math.max(0, began + AGAIN_MS - performance.now()), undefined, { signal }).catch(() => {})
        while (intake.isFull && !signal.aborted) await intake.settled(AGAIN_MS)
      } catch (error) {
        if (signal.aborted) break
        this.isReceiving = false
        if (error instanceof ApiError && error.code === 401) throw error
        if (isRival(error)) rivalSince ||= performance.now()
        const line = isRival(error) && performance.now() - rivalSince < handOverMs ? '' : complaint(error)
        // One line for one trouble, however long it lasts.
        if (line !== '' && line !== told) log(line, { event: 'telegram.not-receiving', level: 'warn' })
        if (line !== '') told = line
        const wait = error instanceof ApiError && error.retryAfterMs !== undefined ? error.retryAfterMs : backOff
        await sleep(wait, undefined, { signal }).catch(() => {})
        backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_MS)
      }
    }
  }

  /** @returns whether there was anything new */
  async #receive(seconds: number, timeoutMs: number): Promise<boolean> {
    const { intake, signal } = this.#options
    const args = { offset: this.#confirmed, timeout: seconds, allowed_updates: [...ALLOWED_UPDATES] as never }
    const updates = await this.#api.call('getUpdates', args, { timeoutMs, signal })
    // All is confirmed now. After a week without any, Telegram counts from another number, which may be lower.
    if (updates.length === 0 && intake.pending === 0) this.#next = 0
    const before = this.#next
    for (const update of updates) {
      if (intake.isClosed) break
      void intake.take(update)
      this.#next = Math.max(this.#next, update.update_id + 1)
    }
    return this.#next > before
  }

  /** Up to where nothing has to be told again. */
  get #confirmed(): number {
    return Math.max(this.#options.intake.oldest ?? this.#next, this.#next - MOST_UNCONFIRMED)
  }

  /** So that nothing that was answered is answered again at the next start. */
  async confirm(): Promise<void> {
    if (this.#next === 0) return
    const offset = this.#options.intake.oldest ?? this.#next
    await this.#api.call('getUpdates', { offset, limit: 1, timeout: 0 }, { timeoutMs: CONFIRM_MS }).catch(() => {})
  }
}

/** Another program polls, or is about to end: one hands over to the other. */
function isRival(error: unknown): boolean {
  return error instanceof ApiError && error.code === 409 && !/webhook/i.test(error.said)
}

function complaint(error: unknown): string {
  if (isRival(error))
    return 'Telegram: another program receives with the same token. Stop it, or give this one a token of its own; until then some questions reach only the other.'
  if (error instanceof ApiError && error.code === 409)
    return 'Telegram: somebody set a webhook for this bot, so it cannot be polled: start again, or set PUBLIC_URL to serve by webhook.'
  return `Telegram: cannot receive (${nameOf(error)}); trying again`
}
