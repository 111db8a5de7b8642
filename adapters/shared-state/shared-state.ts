// What the replicas of the program know in common; one that runs alone knows it by itself.

export interface SharedState {
  /** @param name of what is kept in it, the same in every replica */
  store(name: string, kept: Kept): Store
  limiter(name: string, rate: Rate): Limiter
  claims(name: string): Claims
  /** Resolves when this replica is the one that holds `name`; rejects when `signal` gives that up. */
  lease(name: string, signal: AbortSignal): Promise<Lease>
}

export interface Kept {
  /** For how long since it was last written, in milliseconds. */
  readonly ms: number
  /** How many at most where it is kept in memory; the one that was used longest ago is forgotten first. */
  readonly most: number
}

/** Texts by key. What cannot be read is not there, and what cannot be written is lost: it rejects never. */
export interface Store {
  get(key: string): Promise<string | undefined>
  set(value: string, ...keys: readonly string[]): Promise<void>
  /** Forgets everything whose key begins so. */
  forget(beginning: string): Promise<void>
  /** Everything whose key begins so has another beginning from now on. */
  rename(beginning: string, other: string): Promise<void>
}

export interface Rate {
  readonly questions: number
  readonly seconds: number
}

export interface Limiter {
  readonly points: number
  /** Counts one; rejects with RateLimiterRes when that is too much. */
  consume(key: string): Promise<unknown>
}

/** Works that are to be done once, whoever does them. Rejects never. */
export interface Claims {
  /** `mine`: to be done here, and told when it is; `done`: it is; `busy`: another one that lives is at it. */
  claim(id: string): Promise<'mine' | 'done' | 'busy'>
  done(id: string): Promise<void>
  /** It is not done, and will not be here. */
  release(id: string): Promise<void>
}

/** The right to do what only one replica may do. */
export interface Lease {
  /** Aborted when another replica may have it. */
  readonly lost: AbortSignal
  /** Another one may have it at once. */
  release(): Promise<void>
}
