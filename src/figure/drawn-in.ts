// What every picture is made with: the language and script of the answer, and the lines of its sources.
import type { Lang } from '../answer.js'
import { fill } from '../compose/fill.js'
import type { Fact, Library, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import type { Tongue } from '../language/language.js'

export interface DrawnIn {
  readonly lang: Lang
  readonly tongue: Tongue
  /** Into the script of the answer. */
  readonly script: (text: string) => string
  readonly now: Date
  readonly library: Library
  /** The sources of facts as people read them. */
  readonly cite: (facts: readonly Fact[]) => readonly string[]
}

export function word({ library, tongue }: DrawnIn, key: string, args: Readonly<Record<string, string>> = {}): string {
  return fill(library.language, tongue, key, args)
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** In a picture a thing is called as shortly as it may be. */
export function shortName({ entry }: Thing, tongue: Tongue): string {
  return capitalised((entry.short ?? entry.name)[tongue])
}

export function titleOf(notice: Notice, tongue: Tongue): string {
  return capitalised(notice.file.short[tongue])
}

/** One after the other, as a sentence lists them. */
export function listed(items: readonly string[], tongue: Tongue): string {
  return items.join(tongue === 'zh' ? '；' : '; ')
}
