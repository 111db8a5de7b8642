// A picture to be drawn: what it shows, not how it looks. All its words are in the language and script of the answer.
import type { Lang } from '../answer.js'

export type Figure = Timeline | ThingsMap

export type FigureKind = Figure['kind']

interface Common {
  readonly lang: Lang
  readonly title: string
  /** What it is a picture of: the notice. */
  readonly subtitle: string
  /** What a reader must know beside it, each a sentence. */
  readonly notes: readonly string[]
  /** The sources of all that it shows, a line each. */
  readonly cited: readonly string[]
  /** The same in words, for those who do not see it. */
  readonly alt: string
}

/** Days in order, with today among them. */
export interface Timeline extends Common {
  readonly kind: 'timeline'
  readonly moments: readonly Moment[]
  readonly periods: readonly Period[]
}

export interface Moment {
  readonly kind: 'event' | 'today'
  readonly label: string
  /** The day as far as it is known: "31 December 2023", "end of 2023", "2022". */
  readonly when: string
  /** Whether the very day is known. */
  readonly exact: boolean
  readonly past: boolean
  /** Days to the next moment, 0 at the last. */
  readonly days: number
  /** The same as people say it; '' at the last, and where there is none. */
  readonly gap: string
}

/** A length of time. */
export interface Period {
  readonly label: string
  readonly length: string
  /** Where its ends are not known that is said here, else ''. */
  readonly note: string
  /** The moments at which it begins and ends, where both are known. */
  readonly between: readonly [from: number, to: number] | null
}

/** Groups and what belongs to them. */
export interface ThingsMap extends Common {
  readonly kind: 'map'
  readonly groups: readonly Group[]
  /** What the marks mean; `unmarked` is '' where all are marked. Null where none is. */
  readonly legend: { readonly marked: string; readonly unmarked: string } | null
}

export interface Group {
  /** '' where the things stand in no group. */
  readonly name: string
  readonly members: readonly Member[]
}

export interface Member {
  readonly name: string
  /** Something more is stated of it. */
  readonly marked: boolean
  /** Who leads it, where the source names somebody, else ''. */
  readonly lead: string
}
