// What goes into the core and what comes out of it. No platform and no notice is known here.
import type { Figure } from './figure/figure.js'

/** Languages in which an answer can be written. */
export type Lang = 'zh-Hans' | 'zh-Hant' | 'en'

export type Status = 'answered' | 'not_stated' | 'clarify' | 'out_of_scope' | 'help'

/** What reaches the core: words, or the id of a suggestion that was chosen. */
export type Input = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'suggestion'; readonly id: string }

/** What a conversation was about; handed back on the next turn, the core itself keeps nothing. */
export interface Memory {
  readonly lang: Lang
  /** The notice that the last answer came from. */
  readonly notice?: string
  readonly aspects: readonly string[]
  /** Things of the last message that named any, as `notice/thing`. */
  readonly things: readonly string[]
  /** Things that were talked about before them. */
  readonly earlier: readonly string[]
  /** Things that the last answer named. */
  readonly named: readonly string[]
  /** Facts that the last answer rested on, as `notice/fact`. */
  readonly facts: readonly string[]
  /** How the last question asked: list, howmany, … */
  readonly modes: readonly string[]
}

/** A question without its moment. */
export interface Asked {
  readonly input: Input
  readonly memory?: Memory | undefined
  /** The asker's language, used where the words do not show it. */
  readonly locale?: Lang | undefined
  /** Answer in this language, whatever the words show. */
  readonly lang?: Lang | undefined
  /** Answer from this one notice only. */
  readonly notice?: string | undefined
}

export interface Question extends Asked {
  /** The clock: decides what "over" and "days left" mean. */
  readonly now: Date
}

/** The kinds of block that every platform can show. A new kind is a compile error in each renderer. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A picture beside the text, which says the essential without it. `asked`: it is what was asked for. */
  | { readonly kind: 'figure'; readonly figure: Figure; readonly asked: boolean }

export interface Citation {
  readonly id: string
  readonly title: string
  /** ISO date of the source, or a month or year of it; '' where it is not known. */
  readonly date: string
  /** '' where the source has no numbering that a reader could follow. */
  readonly section: string
  /** Where it stands in the text that it was compared with. */
  readonly paragraph: number
  readonly url?: string
}

/** A date that the answer speaks of. */
export interface DateStamp {
  /** The last instant of the day, in the time zone of the notice. */
  readonly at: Date
  /** The day as people read it, in the language of the answer. */
  readonly day: string
  /** That instant by the clock of the notice: `23:59 (UTC+8)`. */
  readonly time: string
}

export interface Suggestion {
  /** Short ASCII, stable over restarts; to be handed back as `Input`. */
  readonly id: string
  readonly label: string
}

export interface Answer {
  readonly status: Status
  readonly lang: Lang
  /** What the answer is about, or '' where it needs no heading. */
  readonly title: string
  /** The answering sentences first, then detail. Never empty. */
  readonly blocks: readonly Block[]
  /** The notice that it is from, if it is from one. */
  readonly notice?: string
  /** Facts that the answer rests on, as `notice/fact`. */
  readonly facts: readonly string[]
  readonly citations: readonly Citation[]
  /** The citations as people read them, a line a source. */
  readonly cited: readonly string[]
  /** Days that the answer sets beside the clock. */
  readonly dates: readonly DateStamp[]
  /** Things that a long list in the answer names, each to be asked about; empty where there is none. */
  readonly listed: readonly Suggestion[]
  /** At most five. */
  readonly suggestions: readonly Suggestion[]
  readonly memory: Memory
}
