// What is asked of the thread that draws, and what comes back.
import type { Figure } from '../../src/figure/figure.js'
import type { Theme } from './theme.js'

export interface Job {
  readonly id: number
  /** Null only makes ready: the font is read. */
  readonly figure: Figure | null
  readonly theme: Theme
}

export interface Done {
  readonly id: number
  /** Null where it failed. */
  readonly png: Uint8Array | null
  /** Name and code of what went wrong. */
  readonly error?: string
}
