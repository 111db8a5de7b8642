// Polling or webhook, as the operator has set it: the one thing that differs is how updates come in.

import { listen } from '../http-server.js'
import type { InFlight } from '../in-flight.js'
import { StartError } from '../platform.js'
import { ApiError, type BotApi } from './bot-api.js'
import type { Intake } from './intake.js'
import { REFUSED_TOKEN, unavailable } from './login.js'
import { ALLOWED_UPDATES } from './on-update.js'
import { poll } from './polling.js'
import type { TelegramSettings } from './settings.js'
import { onWebhook, secretOf, WEBHOOK_PATH } from './webhook.js'

/** More than this in the works, and nothing new is taken: Telegram keeps it. */
const MOST_IN_FLIGHT = 1000
/** What is taken is answered within this, as a rule; only then is it confirmed, so that a crash loses little. */
const SETTLE_MS = 500
const CLOSE_MS = 1000
const HTTP = { host: '127.0.0.1', port: 8787 }

export interface Receiving {
  /** In words, for the operator. */
  readonly how: string
  /** Resolves with the reason when nothing can be received any more. */
  readonly lost: Promise<unknown>
  /** Resolves when nothing more comes in, and what was taken is confirmed. */
  end(): Promise<void>
}

export interface Line {
  readonly raw: BotApi
  /** The same, with patience. */
  readonly api: BotApi
  readonly intake: Intake
  readonly inFlight: InFlight
  readonly log: (line: string) => void
  /** Nothing new from then on. */
  readonly signal: AbortSignal
}

export function receive(settings: TelegramSettings, line: Line): Promise<Receiving> {
  return settings.publicUrl === undefined ? byPolling(settings, line) : byWebhook(settings, settings.publicUrl, line)
}

async function byPolling(
  { handOverMs, pollSeconds, requestMs: lateMs }: TelegramSettings,
  { raw, api, intake, inFlight, log, signal }: Line,
): Promise<Receiving> {
  await configured(api.call('deleteWebhook', { drop_pending_updates: false }), signal)
  const ready = (): Promise<void> => inFlight.settled(MOST_IN_FLIGHT, SETTLE_MS, signal)
  let first = (): void => {}
  const began = new Promise<void>((resolve) => {
    first = resolve
  })
  const take = (update: Parameters<Intake['take']>[0]): void => void intake.take(update)
  const polling = poll(raw, { take, ready, log, signal, handOverMs, pollSeconds, lateMs }, first)
  // Only a refusal ends it before it is told to.
  const lost = new Promise<unknown>((resolve) => polling.catch(resolve))
  await Promise.race([began, polling.catch(() => {})])
  return { how: 'by polling', lost, end: () => polling.catch(() => {}) }
}

async function byWebhook(
  { token, http = HTTP }: TelegramSettings,
  publicUrl: string,
  { api, intake, inFlight, log, signal }: Line,
): Promise<Receiving> {
  const secret = secretOf(token)
  const take = (update: Parameters<Intake['take']>[0]): void => void intake.take(update)
  const isFull = (): boolean => signal.aborted || inFlight.count >= MOST_IN_FLIGHT
  const server = await listen(http, { [WEBHOOK_PATH]: (request, response) => onWebhook(request, response, { secret, take, isFull }) }, log)
  const url = publicUrl.replace(/\/+$/, '') + WEBHOOK_PATH
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
      // Whoever has not finished sending by then has no say.
      setTimeout(() => server.closeAllConnections(), CLOSE_MS).unref()
    })
  try {
    await configured(api.call('setWebhook', { url, secret_token: secret, allowed_updates: [...ALLOWED_UPDATES] as never }), signal)
  } catch (error) {
    await close()
    throw error
  }
  return { how: `by webhook at ${url}, listening on ${http.host}:${http.port}`, lost: new Promise(() => {}), end: close }
}

/** What Telegram says to how it is to send updates, as a reason not to start. */
async function configured(call: Promise<unknown>, signal: AbortSignal): Promise<void> {
  try {
    await call
  } catch (error) {
    if (signal.aborted || !(error instanceof ApiError)) throw unavailable(error)
    if (error.code === 401) throw new StartError('config', REFUSED_TOKEN)
    throw new StartError(
      'config',
      `Telegram refuses the webhook (code ${error.code}): PUBLIC_URL has to be an https address that reaches this program, with port 443, 80, 88 or 8443.`,
    )
  }
}
