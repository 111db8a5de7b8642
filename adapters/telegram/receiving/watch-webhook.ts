// A webhook fails where nobody here sees it: at Telegram's end. So Telegram is asked from time to time.
import { setTimeout as sleep } from 'node:timers/promises'
import type { BotApi } from '../api/bot-api.js'

const EVERY_MS = 5 * 60_000
/** So many waiting are more than a moment's. */
const MANY = 100

export interface Watch {
  readonly url: string
  /** Sets it again. */
  readonly set: () => Promise<unknown>
  readonly log: (line: string) => void
  readonly signal: AbortSignal
  readonly everyMs?: number
}

/** Goes on until `signal`; says what is wrong once, and sets the webhook again where somebody took it away. */
export async function watchWebhook(api: BotApi, { url, set, log, signal, everyMs = EVERY_MS }: Watch): Promise<void> {
  let told = ''
  const pause = (): Promise<unknown> => sleep(everyMs, undefined, { signal, ref: false }).catch(() => {})
  for (await pause(); !signal.aborted; await pause()) {
    // A call that fails says nothing of the webhook.
    const info = await api.call('getWebhookInfo', {}).catch(() => undefined)
    if (!info) continue
    const taken = info.url !== url
    const line = taken
      ? 'Telegram: somebody took the webhook away; it is set again. Is another program running with the same token?'
      : (info.pending_update_count ?? 0) >= MANY && info.last_error_message !== undefined
        ? `Telegram: ${info.pending_update_count} updates wait because Telegram cannot deliver them: does PUBLIC_URL reach this program?`
        : ''
    if (line !== '' && line !== told) log(line)
    told = line
    if (taken) await set().catch(() => {})
  }
}
