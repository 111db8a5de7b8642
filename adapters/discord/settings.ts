// What the operator sets for Discord.

export interface OneShard {
  readonly id: number
  readonly count: number
  /** Resolves when it may identify: shards may do so only one after the other. */
  readonly mayIdentify: (signal: AbortSignal) => Promise<void>
}

export interface DiscordSettings {
  readonly token: string
  /** Base of Discord's REST API; undefined: Discord's own. */
  readonly apiUrl?: string | undefined
  /** Commands for this one server instead of all. */
  readonly guildId?: string | undefined
  /** Of the application: with it interactions may come over HTTP. */
  readonly publicKey?: string | undefined
  /** Into how many shards the connection is divided; `auto`: as many as Discord recommends. Undefined: one process, without sharding. */
  readonly shards?: number | 'auto' | undefined
  /** The one shard that this process is. */
  readonly shard?: OneShard
  /** How long it may take until Discord says that it is ready. */
  readonly readyMs?: number
  /** How much may be worked on at once before no more is taken. */
  readonly mostInFlight?: number
  /** How often a failed login is tried, and after how long again; each time twice as long. */
  readonly tries?: number
  readonly backOffMs?: number
}
