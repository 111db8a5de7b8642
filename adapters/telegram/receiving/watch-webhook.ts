// A webhook fails where nobody here sees it: at Telegram's end. So Telegram is asked from time to time.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../log.js'
import type { BotApi } from '../api/bot-api.js'

const EVERY_MS = 5 * 60_000
/** So many waiting are more than a moment's. */
const MANY = 100

export interface Watch {
  readonly url: string
  /** Sets it again. */
  readonly set: () => Promise<unknown>
  readonly log: Log
  readonly signal: AbortSignal
  readonly everyMs?: number
}

export interface Watching {
  /** Whether nothing was wrong at the last look. */
  isWell(): boolean
}

/** Goes on until `signal`; says what is wrong once, and sets the webhook again where somebody took it away. */
export function watchWebhook(api: BotApi, { url, set, log, signal, everyMs = EVERY_MS }: Watch): Watching {
  let told = ''
  const look = async (): Promise<void> => {
    // A call that fails says nothing of the webhook.
    const info = await api.call('getWebhookInfo', {}).catch(() => undefined)
    if (!info) return
    const taken = info.url !== url
    const stuck = info.pending_update_count >= MANY && info.last_error_message !== undefined
    const line = taken ? TAKEN : stuck ? `Telegram: ${info.pending_update_count} ${STUCK}` : ''
    if (line !== '' && line !== told) log(line, { event: 'telegram.webhook', level: 'warn' })
    told = line
    if (taken) await set().catch(() => {})
  }
  const goOn = async (): Promise<void> => {
    const pause = (): Promise<unknown> => sleep(everyMs, undefined, { signal, ref: false }).catch(() => {})
    for (await pause(); !signal.aborted; await pause()) await look()
  }
  void goOn()
  return { isWell: () => told === '' }
}

const TAKEN = 'Telegram: somebody took the webhook away; it is set again. Is another program running with the same token?'
const STUCK = 'updates wait because Telegram cannot deliver them: does PUBLIC_URL reach this program?'
