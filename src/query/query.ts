// What understanding hands to deciding: one thing asked, as far as it was understood.
import type { KindOfThing, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import type { AspectMatch } from './aspect-match.js'
import type { Counted } from './counted.js'
import type { Edition } from './editions.js'
import type { DayMention, NumberMention } from './numbers.js'

/** One thing asked, as far as it was understood. */
export interface Query {
  readonly notice: Notice
  readonly aspects: readonly AspectMatch[]
  /** Things that the question is about, without those that stand for the whole. */
  readonly things: readonly Thing[]
  /** Those of them that this very clause names. */
  readonly own: readonly Thing[]
  /** Those of them that are excepted: what is asked is asked of the others. */
  readonly excepted: readonly Thing[]
  /** What the asker calls a thing, by its id. */
  readonly calls: ReadonlyMap<string, string>
  /** Things that are named only by a word which may mean something else, by their ids. */
  readonly loosely: ReadonlySet<string>
  /** The notice as a whole is named. */
  readonly whole: boolean
  /** By which of the things that stand for it. */
  readonly wholes: readonly Thing[]
  readonly kinds: readonly KindOfThing[]
  /** How it is asked: who, howmany, yesno, … */
  readonly cues: ReadonlySet<string>
  /** What it says is denied in it. */
  readonly denied: boolean
  readonly numbers: readonly NumberMention[]
  /** Things are to be counted one by one (几个, "how many"), not measured. */
  readonly tally: boolean
  /** What a number is asked of, where it is a unit or has no name: 多少字, 几页. */
  readonly counted: readonly Counted[]
  /** Days of the calendar that are named. */
  readonly days: readonly DayMention[]
  /** Years of a round of what the notice calls for: 2026年度. */
  readonly editions: readonly Edition[]
  readonly unknown: readonly string[]
  /** Share that nothing explains, 0 to 1. */
  readonly unexplained: number
  /** Weight of what is explained, and the words that carry content: what a fact's own words are held against. */
  readonly known: number
  readonly content: readonly string[]
  readonly anchor: Anchor
  readonly mended: boolean
  /** Another one of a kind is named, or another's: a university that is not listed, an interview of something else. */
  readonly another: boolean
  /** Share of the whole message that nothing explains. */
  readonly around: number
  /** What was taken over from the conversation. */
  readonly inherited: { readonly aspects: boolean; readonly things: boolean }
}

/**
 * What ties a question to the notice: a name that only it has (firm), an aspect that only notices have (bound), a word that may be
 * meant for it (loose), or nothing.
 */
export type Anchor = 'firm' | 'bound' | 'loose' | 'none'
