// A run of Latin letters, with or without spaces, read as pinyin: `qiantou`, `zong he xing shi dian`, `gaoxiaokeyishenbaoma`.
import { COST, PINYIN, REPAIR_MIN } from '../tuning.js'
import { isSwap, nearest } from './repair.js'
import { blurSound } from './sound.js'
import type { Entry, TermIndex } from './terms.js'
import type { Token } from './token.js'
import type { Unit } from './units.js'

export interface PinyinReading {
  readonly tokens: readonly Token[]
  /** Share of the letters that is explained, 0 to 1. */
  readonly share: number
}

/** Reads units `from` to `to` (words only) as pinyin. */
export function readPinyin(units: readonly Unit[], from: number, to: number, index: TermIndex): PinyinReading {
  const words = units.slice(from, to).map((unit) => blurSound(unit.text.replace(/['’]/g, '')))
  const plain = words.join('')
  if (plain.length > PINYIN.longestRun) return { tokens: [], share: 0 }
  const reading = readLetters(words, from, index, 'sound')
  if (reading.share === 1) return reading
  const mended = words.map((word, w) => (isRead(word, from + w, reading.tokens) ? word : mend(word, index)))
  if (mended.join() === words.join()) return reading
  const second = readLetters(mended, from, index, 'repaired')
  return second.share > reading.share ? second : reading
}

/** Whether the reading explains a word without falling back on stray single syllables. */
function isRead(word: string, at: number, tokens: readonly Token[]): boolean {
  const own = tokens.filter((token) => token.from <= at && at < token.to)
  return own.every((token) => token.how !== 'unknown' && ((token.as?.length ?? 0) > 1 || token.text.length >= word.length))
}

function mend(word: string, index: TermIndex): string {
  if (word.length < REPAIR_MIN.pinyin) return word
  // A letter too many in a short word is more likely another word (wanfan is not wan'an).
  const like = nearest(
    word,
    index.soundsLike(word).filter((sound) => sound.length >= word.length || word.length >= 8),
    1,
  )
  return like && (like.length !== word.length || isSwap(word, like)) ? like : word
}

function readLetters(words: readonly string[], from: number, index: TermIndex, how: 'sound' | 'repaired'): PinyinReading {
  const letters = words.join('')
  // The word that each letter stands in, and where words begin: a sound of one syllable must be a word of its own where there are spaces.
  const wordAt = words.flatMap((word, i) => [...word].map(() => i))
  const starts = new Set<number>()
  for (let at = 0, i = 0; i < words.length; at += words[i++]?.length ?? 0) starts.add(at)
  const best: { cost: number; length: number; entry: Entry | null }[] = new Array(letters.length)
  for (let i = letters.length - 1; i >= 0; i--) {
    let choice: { cost: number; length: number; entry: Entry | null } = {
      cost: COST.unknownHan / 2 + (best[i + 1]?.cost ?? 0),
      length: 1,
      entry: null,
    }
    const longest = Math.min(PINYIN.longestSound, letters.length - i)
    index.soundsFrom(letters, i, longest, (length, entries) => {
      const entry = pick(entries)
      if (!entry) return
      const whole = starts.has(i) && (starts.has(i + length) || i + length === letters.length)
      const single = entry.length === 1
      if (single && entry.senses.every((sense) => sense.kind === 'thing' || sense.kind === 'kind')) return
      const cost = COST.cue + (single ? (whole ? 0.15 : 0.5) : 0) + (best[i + length]?.cost ?? 0)
      if (cost < choice.cost) choice = { cost, length, entry }
    })
    best[i] = choice
  }
  const hollow = hollowWords(words, best)
  const tokens: Token[] = []
  let explained = 0
  for (let i = 0; i < letters.length; ) {
    const { length, entry } = best[i] as { length: number; entry: Entry | null }
    const [first, last] = [from + (wordAt[i] ?? 0), from + (wordAt[i + length - 1] ?? 0)]
    if (entry && !hollow.has(wordAt[i] ?? 0)) {
      explained += length
      tokens.push({ from: first, to: last + 1, senses: entry.senses, how, text: letters.slice(i, i + length), as: entry.text })
    } else {
      const previous = tokens.at(-1)
      if (previous?.how === 'unknown')
        tokens[tokens.length - 1] = { ...previous, to: last + 1, text: previous.text + letters.slice(i, i + length) }
      else tokens.push({ from: first, to: last + 1, senses: [], how: 'unknown', text: letters.slice(i, i + length) })
    }
    i += length
  }
  // Loose syllables that make up most of a run spell something that is not known.
  const stray = tokens.filter((token) => token.as !== undefined && [...token.as].length === 1)
  const strayLetters = stray.reduce((sum, token) => sum + token.text.length, 0)
  if (words.length > 1 && strayLetters > PINYIN.single * letters.length) {
    return {
      tokens: tokens.map((token) =>
        stray.includes(token) ? { from: token.from, to: token.to, senses: [], how: 'unknown' as const, text: token.text } : token,
      ),
      share: letters.length === 0 ? 0 : explained / letters.length,
    }
  }
  return { tokens, share: letters.length === 0 ? 0 : explained / letters.length }
}

const picked = new WeakMap<readonly Entry[], Entry>()

/** Of several words of one sound the one that says most: names before cues before loose words before fillers. */
function pick(entries: readonly Entry[]): Entry | undefined {
  if (entries.length <= 1) return entries[0]
  let best = picked.get(entries)
  if (!best) {
    best = weightiest(entries)
    picked.set(entries, best)
  }
  return best
}

function weightiest(entries: readonly Entry[]): Entry {
  const rank = (entry: Entry): number =>
    entry.length === 1
      ? entry.senses.some((s) => s.kind === 'cue' && LIGHT.has(s.id))
        ? 0
        : entry.senses.some((s) => s.kind === 'filler')
          ? 1
          : 2
      : entry.senses.some((s) => (s.kind === 'thing' && s.how !== 'loose') || s.kind === 'kind')
        ? 0
        : entry.senses.some((s) => s.kind === 'cue')
          ? 1
          : entry.senses.some((s) => s.kind === 'thing')
            ? 2
            : 3
  const ranked = [...entries].sort((a, b) => rank(a) - rank(b))
  const best = ranked[0] as Entry
  // Words of one sound and one rank (退出, 推出) are all meant: the rest of the question decides.
  const same = ranked.filter((entry) => entry.length > 1 && rank(entry) === rank(best))
  return same.length > 1 ? { ...best, senses: same.flatMap((entry) => entry.senses) } : best
}
const LIGHT = new Set(['who', 'what', 'which', 'yesno', 'can', 'how', 'howmany'])

/** Single syllables can spell any word: a word that is mostly made of them is not explained (xinyongka is not 新 + 用 + …). */
function hollowWords(words: readonly string[], best: readonly { length: number; entry: Entry | null }[]): Set<number> {
  const hollow = new Set<number>()
  let at = 0
  words.forEach((word, w) => {
    const end = at + word.length
    let single = 0
    let pieces = 0
    for (let i = at; i < end; ) {
      const { length, entry } = best[i] ?? { length: 1, entry: null }
      if (!entry || (entry.length === 1 && length < word.length)) single += length
      pieces++
      i += length
    }
    if (pieces > 1 && single > PINYIN.single * word.length) hollow.add(w)
    at = end
  })
  return hollow
}
