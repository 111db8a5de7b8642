// What a test may choose when it starts a loopback Telegram.
export interface LoopbackOptions {
  /** The only token that is accepted; its number is the bot's id. */
  readonly token?: string
  /** Without the `@`. */
  readonly username?: string
  /** Privacy mode switched off: no unless told. */
  readonly canReadAllGroupMessages?: boolean
  readonly supportsInlineQueries?: boolean
  readonly supportsGuestQueries?: boolean
  /** Whether a plain @mention reaches the bot in privacy mode; reports differ, so it can be switched off. */
  readonly deliversMentions?: boolean
  /** Types of entities, HTML tags and methods that this server is too old for. */
  readonly unsupported?: readonly string[]
  /** Messages a group takes within so many seconds before it answers 429; no limit unless told. */
  readonly groupLimit?: RateLimit
  /** The same for every single chat, groups among them. */
  readonly chatLimit?: RateLimit
  /** The longest that a long poll is held, in seconds: as long as it asks for unless told. */
  readonly pollSeconds?: number
  /** How long a press of a button may wait for its answer: 15,000 ms. */
  readonly callbackMs?: number
  /** How long an inline or guest query may wait for its answer: 30,000 ms. */
  readonly inlineMs?: number
  /** How long a webhook may take to answer: 1,000 ms. */
  readonly webhookTimeoutMs?: number
  /** How long after a failed delivery the next one follows: 20 ms. */
  readonly webhookRetryMs?: number
  /** How long the waits of the test itself (`message`, `answer`, `until`) last before they fail: 5,000 ms. */
  readonly waitMs?: number
}

export interface RateLimit {
  readonly messages: number
  readonly seconds: number
}

type Limits = 'groupLimit' | 'chatLimit' | 'pollSeconds'

export type Settings = Required<Omit<LoopbackOptions, Limits>> & Pick<LoopbackOptions, Limits>

export function settings(options: LoopbackOptions): Settings {
  return {
    token: '110201543:loopback-AAHdqTcvCH1vGWJxfSeofSAs0K5',
    username: 'asknotice_bot',
    canReadAllGroupMessages: false,
    supportsInlineQueries: true,
    supportsGuestQueries: false,
    deliversMentions: true,
    unsupported: [],
    callbackMs: 15_000,
    inlineMs: 30_000,
    webhookTimeoutMs: 1_000,
    webhookRetryMs: 20,
    waitMs: 5_000,
    ...options,
  }
}
