// What the operator is told: a line to read, and what it is called, to be filtered by. Never what people write, never a token.

interface Happening {
  /** `platform.what`, in lower case: what a filter looks for. */
  readonly event: string
  /** Default: info. */
  readonly level?: 'info' | 'warn' | 'error'
  /** Counts, codes, names of platforms; ids of people and chats only as `Salt` makes them. */
  readonly [field: string]: string | number | boolean | undefined
}

export type Log = (line: string, happening: Happening) => void
