// The Bot API carried out by telegraf. Its errors hold the request, and so the text of a message: they go no further than this file.
import type { TelegramSettings } from '../settings.js'
import { ApiError, type Args, type BotApi, type CallOptions, type Method, type Result, Unreachable, Upload } from './bot-api.js'
import { LightTelegram, TelegramError } from './light-telegram.js'

/** telegraf's own is 500 seconds. */
const TIMEOUT_MS = 10_000
/** A server that says more is not believed: Node counts no longer than 24 days, and then not at all. */
const LONGEST_WAIT_S = 3600

export function telegrafApi({ token, apiRoot, requestMs = TIMEOUT_MS }: TelegramSettings): BotApi {
  const telegram = new LightTelegram(token, apiRoot)
  return {
    async call<M extends Method>(method: M, args: Args<M>, { timeoutMs = requestMs, signal }: CallOptions = {}): Promise<Result<M>> {
      const hasFile = Object.values(args).some((value) => value instanceof Upload)
      try {
        return (await (hasFile
          ? sendForm(telegram, method, args, timeoutMs)
          : telegram.callJson(method, args, { timeoutMs, signal }))) as Result<M>
      } catch (error) {
        throw known(method, error)
      }
    },
  }
}

/** By telegraf's form, beside which it drops the objects that it does not know: all of them are text then. */
function sendForm(telegram: LightTelegram, method: Method, args: object, timeoutMs: number): Promise<unknown> {
  const form = Object.entries(args).map(([key, value]) => {
    if (value instanceof Upload) return [key, { source: value.bytes, filename: value.name }]
    return [key, typeof value === 'object' && value !== null ? JSON.stringify(value) : value]
  })
  // telegraf names another library's type of signal.
  return telegram.callApi(method as 'sendPhoto', Object.fromEntries(form), { signal: AbortSignal.timeout(timeoutMs) as never })
}

function known(method: Method, error: unknown): ApiError | Unreachable {
  if (error instanceof TelegramError) {
    const { retry_after: seconds, migrate_to_chat_id: migratedTo } = error.parameters ?? {}
    // A proxy's page comes without a code that Telegram uses.
    if (error.code >= 500) return new Unreachable(method, String(error.code))
    return new ApiError(method, error.code, error.description, {
      ...(Number.isFinite(seconds) ? { retryAfterMs: Math.min(Math.max(Number(seconds), 0), LONGEST_WAIT_S) * 1000 } : {}),
      ...(migratedTo === undefined ? {} : { migratedTo }),
    })
  }
  return new Unreachable(method, codeOf(error))
}

/** undici has codes of its own, which stand for the network's; node-fetch, beneath telegraf's forms, says in `type` what has no code. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  // A form has no signal but that of its time.
  if (error.name === 'AbortError') return 'timeout'
  if ('code' in error) return NETWORK_CODE[String(error.code)] ?? String(error.code)
  return 'type' in error ? String(error.type) : error.name
}

const NETWORK_CODE: Readonly<Record<string, string>> = { UND_ERR_SOCKET: 'ECONNRESET', UND_ERR_CONNECT_TIMEOUT: 'ENETUNREACH' }
