// What the operator sets for Telegram.
export interface TelegramSettings {
  readonly token: string
  /** Base of the Bot API; undefined: Telegram's own. */
  readonly apiRoot?: string | undefined
  /** Where Telegram reaches this program; undefined: the program asks Telegram. */
  readonly publicUrl?: string | undefined
  /** How often the first request is tried, and after how long again; each time twice as long. */
  readonly tries?: number
  readonly backOffMs?: number
  /** How long a request may take, in milliseconds, and for how many seconds one for updates is held when there are none. */
  readonly requestMs?: number
  readonly pollSeconds?: number
  /** How many updates may be worked on at once before no more are taken. */
  readonly mostInFlight?: number
  /** How long another poller is put up with before it is told. */
  readonly handOverMs?: number
}
