// A chat with one platform's adapter: steps go in as that platform's own events, and what the adapter would send comes out.
import type { Sent, Step } from '../view.js'

/** What a step did. */
export interface Effect<Message> {
  /** New messages, in order. */
  readonly messages: readonly Message[]
  /** Messages that say something else now, by their id. */
  readonly edited: readonly Message[]
  readonly notes: readonly string[]
  readonly sent: readonly Sent[]
}

export interface Chat<Message> {
  /** Carries a step out. Messages are numbered from `first`. */
  take(step: Step, first: number): Promise<Effect<Message>>
}

/** A command as it is typed, and the words after it. */
export function commandIn(text: string): { readonly name: string; readonly words: string } | null {
  const [, name, words] = /^\/([a-z_]+)(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? []
  return name === undefined ? null : { name: name.toLowerCase(), words: words?.trim() ?? '' }
}
