// What the page shows, apart from how.
import type { Lang } from '../../../src/answer.js'
import type { Act, Step, View } from '../view.js'
import type { Words } from './words.js'

export type Showing = 'discord' | 'telegram' | 'plain'
export type Theme = 'light' | 'dark'

export interface State {
  readonly words: Words
  /** Of the page's own words. */
  readonly lang: Lang
  readonly showing: Showing
  readonly theme: Theme
  readonly view: View
  /** The server did not answer. */
  readonly isLost: boolean
  readonly change: (change: Partial<Pick<State, 'lang' | 'showing' | 'theme'>>) => void
  readonly act: (act: Act) => void
  readonly step: (step: Step) => void
}

/** The instant that counts as now. */
export function nowOf({ circumstances: { day } }: View): Date {
  return day === '' ? new Date() : new Date(`${day}T12:00:00Z`)
}
