// Every word that means something, looked up by what it looks like, by how it sounds, and by what it resembles.
import { cueWeight, REPAIR_MIN } from '../tuning.js'
import { soundsOf } from './sound.js'
import { phraseKey, toUnits } from './units.js'

/** What a word can mean. */
export interface Sense {
  readonly kind: 'thing' | 'kind' | 'cue' | 'filler'
  /** `notice/thing`, `notice/kind`, or a cue's id; '' for fillers. */
  readonly id: string
  readonly how: 'name' | 'alias' | 'loose'
}

/** How a Chinese phrase may sound. */
export type SoundsOf = (phrase: string) => readonly string[]

export interface Entry {
  readonly key: string
  readonly length: number
  readonly han: boolean
  readonly senses: Sense[]
}

/** Words by their beginning (or end), then by length: the only ones that a misspelt word is compared with. */
type Buckets = Map<string, string[][]>

/** Letters by which it is told how long a sound can still become: about one syllable, and two. */
const BEGINNINGS = [3, 6] as const

export class TermIndex {
  readonly #entries = new Map<string, Entry>()
  readonly #longest = new Map<string, number>()
  readonly #sounds = new Map<string, Entry[]>()
  readonly #longestSound = new Map<string, number>()
  readonly #words = new Set<string>()
  readonly #content = new Set<string>()
  readonly #wordBuckets: Buckets = new Map()
  readonly #hanBuckets: Buckets = new Map()
  readonly #pinyinBuckets: Buckets = new Map()

  readonly #soundsOf: SoundsOf

  constructor(sounds: SoundsOf = soundsOf) {
    this.#soundsOf = sounds
  }

  /** Adds one way of writing something. `text` is half-width, lower-case or not, Chinese in simplified characters. */
  add(text: string, sense: Sense): void {
    const units = toUnits(text.normalize('NFKC').toLowerCase()).filter((unit) => unit.kind !== 'stop' && unit.kind !== 'pause')
    const first = units[0]
    if (!first) return
    const key = phraseKey(units)
    const han = units.every((unit) => unit.kind === 'han')
    if (!han) for (const unit of units) if (unit.kind === 'word') this.#addWord(unit.text.replace(/['’]/g, ''), sense)
    const known = this.#entries.get(key)
    if (known) {
      if (!known.senses.some((s) => s.kind === sense.kind && s.id === sense.id)) known.senses.push(sense)
      return
    }
    const entry: Entry = { key, length: units.length, han, senses: [sense] }
    this.#entries.set(key, entry)
    if ((this.#longest.get(first.key) ?? 0) < units.length) this.#longest.set(first.key, units.length)
    if (han) this.#addSound(entry, units.map((unit) => unit.key).join(''))
  }

  get(key: string): Entry | undefined {
    return this.#entries.get(key)
  }

  /** Units of the longest entry that begins with this unit. */
  longestFrom(key: string): number {
    return this.#longest.get(key) ?? 0
  }

  /** Chinese entries of this blurred sound. */
  bySound(sound: string): readonly Entry[] {
    return this.#sounds.get(sound) ?? []
  }

  /** How many letters from `at` on can be one sound at most: all that are looked up as sounds. */
  longestSound(letters: string, at: number): number {
    const longest = this.#longestSound.get(letters.slice(at, at + BEGINNINGS[0])) ?? 0
    return longest < BEGINNINGS[1] ? longest : (this.#longestSound.get(letters.slice(at, at + BEGINNINGS[1])) ?? BEGINNINGS[1] - 1)
  }

  hasWord(word: string): boolean {
    return this.#words.has(word)
  }

  /** Whether a word stands in a name or a cue that says something: the others (whether, what) are small words. */
  isContent(word: string): boolean {
    return this.#content.has(word)
  }

  /** Known words that could be this one misspelt: the same first letter, a like length. */
  wordsLike(word: string): readonly string[] {
    return near(this.#wordBuckets, word[0] ?? '', word.length)
  }

  /** Known sounds of two or more syllables that could be these letters misspelt. */
  soundsLike(letters: string): readonly string[] {
    return near(this.#pinyinBuckets, letters[0] ?? '', letters.length)
  }

  /** Chinese entries that could be this one with a character wrong, missing or added: the same first or last character. */
  hanLike(text: string): readonly string[] {
    const characters = [...text]
    return joined(near(this.#hanBuckets, `^${characters[0]}`, characters.length), near(this.#hanBuckets, `$${characters.at(-1)}`, characters.length))
  }

  #addSound(entry: Entry, text: string): void {
    for (const sound of this.#soundsOf(text)) {
      const same = this.#sounds.get(sound)
      if (same) same.push(entry)
      else {
        this.#sounds.set(sound, [entry])
        for (const length of BEGINNINGS) {
          const beginning = sound.slice(0, length)
          if ((this.#longestSound.get(beginning) ?? 0) < sound.length) this.#longestSound.set(beginning, sound.length)
        }
        if (entry.length > 1 && sound.length >= REPAIR_MIN.pinyin && entry.senses[0]?.kind !== 'filler') put(this.#pinyinBuckets, sound[0] ?? '', sound.length, sound)
      }
    }
    if (entry.length < REPAIR_MIN.han || entry.senses[0]?.kind === 'filler') return
    put(this.#hanBuckets, `^${text[0]}`, entry.length, text)
    put(this.#hanBuckets, `$${text.at(-1)}`, entry.length, text)
  }

  #addWord(word: string, sense: Sense): void {
    if (sense.kind !== 'filler' && !(sense.kind === 'cue' && cueWeight(sense.id) < 0.5)) this.#content.add(word)
    if (this.#words.has(word)) return
    this.#words.add(word)
    if (word.length >= REPAIR_MIN.word) put(this.#wordBuckets, word[0] ?? '', word.length, word)
  }
}

function put(buckets: Buckets, start: string, length: number, text: string): void {
  let byLength = buckets.get(start)
  if (!byLength) {
    byLength = []
    buckets.set(start, byLength)
  }
  const bucket = byLength[length]
  if (bucket) bucket.push(text)
  else byLength[length] = [text]
}

const NONE: readonly string[] = []

function near(buckets: Buckets, start: string, length: number): readonly string[] {
  const byLength = buckets.get(start)
  return byLength ? [length, length - 1, length + 1].reduce<readonly string[]>((all, n) => joined(all, byLength[n]), NONE) : NONE
}

/** Most buckets are empty, and lists are long: nothing is copied that need not be. */
function joined(one: readonly string[], other: readonly string[] | undefined): readonly string[] {
  if (!other || other.length === 0) return one
  return one.length === 0 ? other : one.concat(other)
}
