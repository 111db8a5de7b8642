// The Bot API carried out by telegraf. Its errors hold the request, and so the text of a message: they go no further than this file.
import { Agent } from 'node:https'
import { Telegram, TelegramError } from 'telegraf'
import type { TelegramSettings } from '../settings.js'
import { ApiError, type Args, type BotApi, type CallOptions, type Method, type Result, Unreachable, Upload } from './bot-api.js'

/** telegraf's own is 500 seconds. */
const TIMEOUT_MS = 10_000
/** A server that says more is not believed: Node counts no longer than 24 days, and then not at all. */
const LONGEST_WAIT_S = 3600
/** Node's own 250 ms for each address are too short for many networks with two kinds of addresses. */
const ADDRESS_MS = 2000

export function telegrafApi({ token, apiRoot, requestMs = TIMEOUT_MS }: TelegramSettings): BotApi {
  const telegram = new Telegram(token, {
    // Methods sent as the answer to a webhook report no errors.
    webhookReply: false,
    agent: new Agent({ keepAlive: true, autoSelectFamilyAttemptTimeout: ADDRESS_MS }),
    // A root with a path has to end in a slash, or its last part is dropped.
    ...(apiRoot ? { apiRoot: apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/` } : {}),
  })
  // Methods that are newer than telegraf's types are called by their names like all others.
  const callApi = telegram.callApi.bind(telegram) as unknown as (
    method: string,
    payload: object,
    options: { signal: AbortSignal },
  ) => Promise<unknown>
  return {
    async call<M extends Method>(method: M, args: Args<M>, { timeoutMs = requestMs, signal }: CallOptions = {}): Promise<Result<M>> {
      // AbortSignal.timeout would keep its timer after the call, and AbortSignal.any leave something at `signal` for good.
      const end = new AbortController()
      let timedOut = false
      const timer = setTimeout(() => {
        timedOut = true
        end.abort()
      }, timeoutMs)
      const giveUp = (): void => end.abort()
      if (signal?.aborted) giveUp()
      signal?.addEventListener('abort', giveUp)
      try {
        return (await callApi(method, plain(args), { signal: end.signal })) as Result<M>
      } catch (error) {
        throw known(method, error, timedOut)
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
      }
    },
  }
}

/**
 * telegraf takes any object with a `url` or a `source` for a file to upload: what is none goes through as text. Beside a file it drops the
 * objects that it does not know, so that all of them are text then.
 */
function plain(args: object): object {
  const values = Object.entries(args)
  const isForm = values.some(([, value]) => value instanceof Upload)
  return Object.fromEntries(
    values.map(([key, value]) => {
      if (value instanceof Upload) return [key, { source: value.bytes, filename: value.name }]
      const isObject = typeof value === 'object' && value !== null
      return [key, isObject && (isForm || 'url' in value || 'source' in value) ? JSON.stringify(value) : value]
    }),
  )
}

function known(method: Method, error: unknown, timedOut: boolean): ApiError | Unreachable {
  if (error instanceof TelegramError) {
    const { retry_after: seconds, migrate_to_chat_id: migratedTo } = error.parameters ?? {}
    // A proxy's page comes without a code that Telegram uses.
    if (error.code >= 500) return new Unreachable(method, String(error.code))
    return new ApiError(method, error.code, error.description, {
      ...(Number.isFinite(seconds) ? { retryAfterMs: Math.min(Math.max(Number(seconds), 0), LONGEST_WAIT_S) * 1000 } : {}),
      ...(migratedTo === undefined ? {} : { migratedTo }),
    })
  }
  const code = timedOut ? 'timeout' : error instanceof Error && 'code' in error ? String(error.code) : nameOfType(error)
  return new Unreachable(method, code)
}

/** node-fetch says what went wrong in `type`. */
function nameOfType(error: unknown): string {
  return error instanceof Error && 'type' in error ? String(error.type) : error instanceof Error ? error.name : 'unknown'
}
