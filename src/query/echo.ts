// Which words of a question a fact itself uses. Not a search: it weighs the few facts that names and aspects have already led to, and
// tells whether a word that no name explains is one of the fact's own.
import type { Fact } from '../knowledge/library.js'
import type { Token } from './token.js'
import { toUnits } from './units.js'

const HAN = /\p{Script=Han}/u

interface FactText {
  readonly zh: string
  readonly stems: ReadonlySet<string>
}

const texts = new WeakMap<Fact, FactText>()

function textOf(fact: Fact): FactText {
  let text = texts.get(fact)
  if (!text) {
    const stems = new Set(
      toUnits(fact.entry.text.en.toLowerCase())
        .filter((unit) => unit.kind === 'word')
        .map((unit) => unit.key),
    )
    text = { zh: `${fact.entry.text.zh}\n${fact.entry.source.evidence}`, stems }
    texts.set(fact, text)
  }
  return text
}

/** Whether a fact uses a word: an English word in any form, a Chinese word as a whole or most of its neighbouring pairs. */
export function echoes(word: string, fact: Fact): boolean {
  const { zh, stems } = textOf(fact)
  if (!HAN.test(word)) {
    const keys = toUnits(word)
      .filter((unit) => unit.kind === 'word')
      .map((unit) => unit.key)
    return keys.length > 0 && keys.every((key) => stems.has(key))
  }
  const characters = [...word].filter((c) => HAN.test(c))
  if (characters.length < 2) return false
  if (zh.includes(characters.join(''))) return true
  const pairs = characters.slice(1).map((c, i) => `${characters[i]}${c}`)
  return pairs.length > 1 && pairs.filter((pair) => zh.includes(pair)).length > pairs.length / 2
}

/** The words of a clause that carry content: no filler, no mere question word. */
export function contentWords(tokens: readonly Token[], isLight: (cue: string) => boolean): string[] {
  const words: string[] = []
  let last: Token | undefined
  for (const token of tokens) {
    const content =
      token.senses.length === 0
        ? !/^\d/.test(token.text)
        : !token.senses.every((s) => s.kind === 'filler' || (s.kind === 'cue' && isLight(s.id)))
    if (!content) continue
    const touching = last && last.senses.length === 0 && token.senses.length === 0 && last.to === token.from && HAN.test(token.text)
    if (touching) words[words.length - 1] += token.text
    else words.push(token.as && HAN.test(token.as) ? token.as : token.text)
    last = token
  }
  return words
}

/** The words that none of the facts uses. */
export function unechoed(words: readonly string[], facts: readonly Fact[]): string[] {
  return words.filter((word) => !facts.some((fact) => echoes(word, fact)))
}

/** How many of the words a fact uses. */
export function echoCount(words: readonly string[], fact: Fact): number {
  return words.filter((word) => echoes(word, fact)).length
}
