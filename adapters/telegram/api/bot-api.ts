// The few methods of the Bot API that the adapter uses, apart from who carries them out: telegraf today, another library tomorrow.
import type { ApiMethods } from '@grammyjs/types'

/** A file to be sent along. */
export class Upload {
  readonly bytes: Buffer
  readonly name: string

  constructor(bytes: Buffer, name: string) {
    this.bytes = bytes
    this.name = name
  }
}

type Methods = ApiMethods<Upload>

export type Method = Extract<
  keyof Methods,
  | 'answerCallbackQuery'
  | 'answerGuestQuery'
  | 'answerInlineQuery'
  | 'deleteWebhook'
  | 'editMessageText'
  | 'getMe'
  | 'getMyCommands'
  | 'getMyDescription'
  | 'getMyShortDescription'
  | 'getUpdates'
  | 'getWebhookInfo'
  | 'sendMessage'
  | 'sendPhoto'
  | 'setMyCommands'
  | 'setMyDescription'
  | 'setMyShortDescription'
  | 'setWebhook'
>
export type Args<M extends Method> = Parameters<Methods[M]> extends [] ? Record<string, never> : NonNullable<Parameters<Methods[M]>[0]>
export type Result<M extends Method> = Awaited<ReturnType<Methods[M]>>

export interface CallOptions {
  /** After so many milliseconds without an answer the call has failed. */
  readonly timeoutMs?: number
  /** Gives the call up. */
  readonly signal?: AbortSignal
}

export interface BotApi {
  /** Throws ApiError where Telegram refuses, Unreachable where nothing usable comes back. */
  call<M extends Method>(method: M, args: Args<M>, options?: CallOptions): Promise<Result<M>>
}

/** Telegram's refusal. The message names method and code only: what Telegram says may quote what people wrote. */
export class ApiError extends Error {
  readonly code: number
  /** Telegram's own words; to be matched, not to be logged. */
  readonly said: string
  /** When to try again, where Telegram says so. */
  readonly retryAfterMs: number | undefined
  /** The chat that the group has become. */
  readonly migratedTo: number | undefined

  constructor(
    method: string,
    code: number,
    said: string,
    { retryAfterMs, migratedTo }: { retryAfterMs?: number; migratedTo?: number } = {},
  ) {
    super(`Telegram refused ${method} with ${code}`)
    this.name = 'ApiError'
    this.code = code
    this.said = said
    this.retryAfterMs = retryAfterMs
    this.migratedTo = migratedTo
  }
}

/** No answer, or none that can be read: it may have been carried out all the same. */
export class Unreachable extends Error {
  /** What the network said, as a code: ECONNREFUSED, 502, timeout, … */
  readonly code: string
  /** Whether it may have been carried out all the same: nobody knows what a connection that broke had brought over. */
  readonly mayBeDone: boolean

  constructor(method: string, code: string) {
    super(`${method} got no answer (${code})`)
    this.name = 'Unreachable'
    this.code = code
    this.mayBeDone = !(/^5\d\d$/.test(code) || NOT_CONNECTED.has(code))
  }
}

/** The other side was never reached. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])
