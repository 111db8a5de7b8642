// What the page is told, and what it asks for: the one thing that server and page have in common.
import type { InlineKeyboardButton, MessageEntity } from '@grammyjs/types'
import type { Lang, Status } from '../../src/answer.js'

export type PlatformName = 'discord' | 'telegram'

/** How questions are asked: by whom, of what, when. */
export interface Circumstances {
  /** The language of the asker's client. */
  readonly lang: Lang
  /** Only this notice is answered from; '': any. */
  readonly notice: string
  /** ISO date that counts as today; '': the real one. */
  readonly day: string
}

export type Step =
  | { readonly kind: 'say'; readonly text: string }
  /** A control under a message: its id, and what was chosen of a select. */
  | { readonly kind: 'press'; readonly platform: PlatformName; readonly message: string; readonly control: string; readonly value: string }

export type Act =
  | { readonly kind: 'show'; readonly circumstances: Circumstances }
  | { readonly kind: 'clear' }
  | { readonly kind: 'step'; readonly step: Step }

/** The data of a file that is sent with a message, as a URL. */
export interface Picture {
  readonly name: string
  readonly url: string
}

/** A picture of an answer: where its SVG is, for a page in either light, and what it shows in words. */
export interface Drawing {
  readonly light: string
  readonly dark: string
  readonly alt: string
  readonly lang: Lang
}

export interface DiscordMessage {
  readonly id: string
  /** Components V2, as they were sent. */
  readonly components: readonly object[]
  /** Plain text, where it is no Components V2. */
  readonly content: string
  readonly isPrivate: boolean
  readonly pictures: readonly Picture[]
}

export interface TelegramMessage {
  readonly id: string
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly keyboard: readonly (readonly InlineKeyboardButton[])[]
  readonly pictures: readonly Picture[]
}

/** A request that would have been sent. */
export interface Sent {
  readonly request: string
  readonly body: unknown
}

/** What one platform shows for a step. */
export interface Shown<Message> {
  readonly messages: readonly Message[]
  /** What is shown for a moment, and is no message. */
  readonly notes: readonly string[]
  readonly sent: readonly Sent[]
  /** What the core was asked by it, and how the answers came about. */
  readonly whys: readonly Why[]
}

export interface Why {
  readonly status: Status
  readonly sections: readonly WhySection[]
  /** The answer as plain text. */
  readonly text: string
  readonly lang: Lang
  readonly drawings: readonly Drawing[]
}

/** A text as it stands, or one of the page's words, to be said in its language. */
export type Piece = string | { readonly word: string; readonly args?: Readonly<Record<string, string>> }

export interface Row {
  readonly pieces: readonly Piece[]
  readonly depth: 0 | 1
  /** It is in the answer. */
  readonly isTold: boolean
}

export interface WhySection {
  readonly about: 'question' | 'notices' | 'terms' | 'aspects' | 'things' | 'unexplained' | 'candidates' | 'decision'
  readonly rows: readonly Row[]
}

/** One row of the page: what was asked, and what came of it. */
export interface Turn {
  readonly id: number
  readonly asked: string
  /** By a button or a select. */
  readonly isPressed: boolean
  readonly discord: Shown<DiscordMessage>
  readonly telegram: Shown<TelegramMessage>
}

export interface Choice {
  readonly id: string
  readonly name: string
}

export interface View {
  /** Of the knowledge that is answered from. */
  readonly version: string
  /** What is wrong with files that were changed since: `FILE:LINE:COLUMN: what`. */
  readonly problems: readonly string[]
  readonly circumstances: Circumstances
  readonly notices: readonly Choice[]
  /** Days that the notices speak of: an ISO date, and what is due then. */
  readonly days: readonly Choice[]
  /** What may be typed: commands of either platform. */
  readonly commands: readonly Choice[]
  /** Questions to begin with. */
  readonly starters: readonly string[]
  readonly turns: readonly Turn[]
}
