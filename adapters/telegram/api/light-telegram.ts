// telegraf's calls over undici: where many are answered, telegraf's own client takes more of the processor than everything else together.
import { Telegram, TelegramError } from 'telegraf'
import { connections, type Limits, postJson } from './post-json.js'

export { TelegramError }

const TELEGRAM = 'https://api.telegram.org'

type Answered = { readonly ok: true; readonly result: unknown } | ({ readonly ok: false } & ConstructorParameters<typeof TelegramError>[0])

export class LightTelegram extends Telegram {
  readonly #connections = connections()
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
  }

  /** Rejects as telegraf's own: with TelegramError where Telegram says no, otherwise with what went wrong on the way. */
  async callJson(method: string, payload: object, limits: Limits): Promise<unknown> {
    const post = { origin: this.#origin, path: this.#path + method, body: JSON.stringify(payload) }
    const { status, text } = await postJson(this.#connections, post, limits)
    if (status >= 500) throw new TelegramError({ error_code: status, description: '' }, { method, payload })
    const answered = JSON.parse(text) as Answered
    if (!answered.ok) throw new TelegramError(answered, { method, payload })
    return answered.result
  }
}
