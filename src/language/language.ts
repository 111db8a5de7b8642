// What the engine knows of language, as plain values: words of questions, aspects, wording of answers.
import type { Operation } from './schema.js'

export type Tongue = 'zh' | 'en'

/** A word or phrase as it is written, and the language that it is written in. */
export interface Phrase {
  readonly text: string
  readonly tongue: Tongue
}

/** One way in which a question shows an aspect: all the needs must be met. */
export interface AspectRule {
  readonly needs: readonly string[]
  readonly weight: number
}

export interface Aspect {
  readonly id: string
  readonly label: Readonly<Record<Tongue, string>>
  /** The question that asks for it, with {things} for what it is about. */
  readonly ask?: Readonly<Record<Tongue, string>> | undefined
  /** Key of the wording that says of things that it is not stated of them; without it the label is used. */
  readonly unstated?: string | undefined
  readonly rules: readonly AspectRule[]
  readonly op?: Operation | undefined
  readonly near: readonly string[]
  readonly bound: boolean
  /** What is said of the whole is not said of its parts. */
  readonly own: boolean
  /** What is said of a part is not said of the whole. */
  readonly single: boolean
}

/** A command or an option of one: what people type, and what it is for. */
interface Command {
  readonly name: Readonly<Record<Tongue, string>>
  readonly about: Readonly<Record<Tongue, string>>
}

export interface Language {
  readonly cues: ReadonlyMap<string, readonly Phrase[]>
  readonly fillers: readonly Phrase[]
  /** What shows that a clause asks, without a question mark, as typed. */
  readonly asking: RegExp
  readonly numerals: ReadonlyMap<string, number>
  /** Units by the words for them. */
  readonly units: ReadonlyMap<string, string>
  /** Units that say how long something takes. */
  readonly spans: ReadonlySet<string>
  /** Units that count things, whatever they are. */
  readonly tallies: ReadonlySet<string>
  /** Units of money. */
  readonly currencies: ReadonlySet<string>
  readonly aspects: ReadonlyMap<string, Aspect>
  /** Commands and their options by id. */
  readonly commands: ReadonlyMap<string, Command>
  readonly wording: ReadonlyMap<string, Readonly<Record<Tongue, string>>>
}
