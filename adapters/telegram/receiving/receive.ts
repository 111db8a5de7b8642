// Polling or webhook, as the operator has set it: the one thing that differs is how updates come in.
import type { HttpServer } from '../../http-server.js'
import type { Log } from '../../log.js'
import { StartError } from '../../platform.js'
import { takeTurns } from '../../shared-state/only-one.js'
import type { SharedState } from '../../shared-state/shared-state.js'
import { ApiError, type BotApi } from '../api/bot-api.js'
import { patient } from '../api/patient-api.js'
import { ALLOWED_UPDATES } from '../handlers/on-update.js'
import { REFUSED_TOKEN, unavailable } from '../login.js'
import type { TelegramSettings } from '../settings.js'
import type { Intake } from './intake.js'
import { Polling } from './polling.js'
import { watchWebhook } from './watch-webhook.js'
import { onWebhook, secretOf, WEBHOOK_PATH } from './webhook.js'

export interface Receiving {
  /** In words, for the operator. */
  readonly how: string
  /** In words, what becomes of what is not answered at the end. */
  readonly fate: string
  /** Resolves when Telegram does not take the token any more. */
  readonly lost: Promise<unknown>
  /** Whether updates come in, as far as is known. */
  isReady(): boolean
  /** After the signal, and after the last answer: what was answered is confirmed, and nothing comes in any more. */
  end(): Promise<void>
}

export interface Line {
  readonly raw: BotApi
  readonly intake: Intake
  readonly log: Log
  readonly state: SharedState
  /** Where the webhook opens its door. */
  readonly http: HttpServer | undefined
  /** Told when what was lost is there again. */
  readonly onReconnect: () => void
  /** Told of every update for which there is no room. */
  readonly onBusy: () => void
  /** Nothing new from then on. */
  readonly signal: AbortSignal
}

/** As many as Telegram opens at most: each is held until its update is answered. */
const MOST_CONNECTIONS = 100

export function receive(settings: TelegramSettings, line: Line): Promise<Receiving> {
  return settings.publicUrl === undefined ? byPolling(settings, line) : byWebhook(settings, settings.publicUrl, line)
}

async function byPolling(
  { handOverMs, pollSeconds, requestMs: lateMs }: TelegramSettings,
  { raw, intake, log, signal, state, onReconnect }: Line,
): Promise<Receiving> {
  await settled(patient(raw, signal).call('deleteWebhook', { drop_pending_updates: false }))
  let [first, polling, stopped] = [(): void => {}, undefined as Polling | undefined, (): void => {}]
  const began = new Promise<void>((resolve) => {
    first = resolve
  })
  // The right to poll is kept until the last answer is confirmed.
  const answered = new Promise<void>((resolve) => {
    stopped = resolve
  })
  const turn = takeTurns(state, 'polling', signal, async (until) => {
    polling = new Polling(raw, { intake, log, signal: until, onReconnect, handOverMs, pollSeconds, lateMs })
    await polling.run(first)
    first()
    if (!signal.aborted) return void log('Telegram: another replica polls now', { event: 'telegram.standby' })
    await answered
    await polling.confirm()
  })
  // Only a refusal ends it before it is told to.
  const lost = new Promise<unknown>((resolve) => turn.ended.catch(resolve))
  await turn.settled
  await Promise.race([turn.isStandby ? turn.settled : began, lost])
  return {
    how: turn.isStandby ? 'by polling as soon as no other replica does' : 'by polling',
    fate: 'they are at the next start, if that is soon',
    lost,
    isReady: () => turn.isStandby || polling?.isReceiving === true,
    end: async () => {
      stopped()
      await turn.ended.catch(() => {})
    },
  }
}

async function byWebhook(
  { token }: TelegramSettings,
  publicUrl: string,
  { raw, intake, log, signal, http, onBusy }: Line,
): Promise<Receiving> {
  if (!http) throw new Error('a webhook needs an HTTP server to open its door on')
  const secret = secretOf(token)
  const url = publicUrl.replace(/\/+$/, '') + WEBHOOK_PATH
  // A proxy may take the path of its own away, or leave it.
  const paths = [WEBHOOK_PATH, new URL(url).pathname]
  const options = { secret, intake, isBehind: () => http.isBehind, onBusy }
  for (const path of paths) http.open(path, (request, response) => onWebhook(request, response, options), WEBHOOK_PATH)
  const end = async (): Promise<void> => {
    for (const path of paths) http.close(path)
  }
  const api = patient(raw, signal)
  const set = (): Promise<unknown> =>
    api.call('setWebhook', { url, secret_token: secret, max_connections: MOST_CONNECTIONS, allowed_updates: [...ALLOWED_UPDATES] as never })
  try {
    await settled(set())
  } catch (error) {
    await end()
    throw error
  }
  const watch = watchWebhook(api, { url, set, log, signal })
  return { how: `by webhook at ${shown(url)}`, fate: 'Telegram sends them again', lost: new Promise(() => {}), isReady: watch.isWell, end }
}

/** The address without the operator's own path, by which some keep it secret. */
function shown(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + (pathname === WEBHOOK_PATH ? pathname : `/…${WEBHOOK_PATH}`)
}

/** What Telegram says to how it is to send updates, as a reason not to start. */
async function settled(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof ApiError)) throw unavailable(error)
    if (error.code === 401) throw new StartError('config', REFUSED_TOKEN)
    if (error.code !== 400) throw unavailable(error)
    throw new StartError(
      'config',
      'Telegram refuses the webhook (code 400): PUBLIC_URL has to be an https address that reaches this program, with port 443, 80, 88 or 8443.',
    )
  }
}
