// telegraf's calls over undici: where many are answered, telegraf's own client takes more of the processor than everything else together.

import { Telegram, TelegramError } from 'telegraf'
import { Agent, type Dispatcher } from 'undici'
import { type Limits, postJson } from './post-json.js'

/** Node's own 250 ms for each address are too short for many networks with two kinds of addresses. */
const ADDRESS_MS = 2000
/** Telegram's answers are small, but for a hundred updates at once. */
const LARGEST_ANSWER = 64 * 1024 * 1024

export { TelegramError }

const TELEGRAM = 'https://api.telegram.org'

type Answered = { readonly ok: true; readonly result: unknown } | ({ readonly ok: false } & ConstructorParameters<typeof TelegramError>[0])

export class LightTelegram extends Telegram {
  readonly #agent: Dispatcher
  readonly #origin: string
  readonly #path: string

  constructor(token: string, apiRoot = TELEGRAM) {
    // A root with a path has to end in a slash, or its last part is dropped.
    const root = apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`
    // Methods sent as the answer to a webhook report no errors.
    super(token, { apiRoot: root, webhookReply: false })
    const { origin, pathname } = new URL(root)
    this.#origin = origin
    this.#path = `${pathname}bot${token}/`
    this.#agent = new Agent({ autoSelectFamilyAttemptTimeout: ADDRESS_MS, maxResponseSize: LARGEST_ANSWER })
  }

  /** Rejects as telegraf's own: with TelegramError where Telegram says no, otherwise with what went wrong on the way. */
  async callJson(method: string, payload: object, limits: Limits): Promise<unknown> {
    const post = { origin: this.#origin, path: this.#path + method, body: JSON.stringify(payload) }
    const { status, text } = await postJson(this.#agent, post, limits)
    if (status >= 500) throw new TelegramError({ error_code: status, description: '' }, { method, payload })
    const answered = JSON.parse(text) as Answered
    if (!answered.ok) throw new TelegramError(answered, { method, payload })
    return answered.result
  }
}
