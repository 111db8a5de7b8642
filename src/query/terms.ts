// Every word that means something, looked up by what it looks like, by how it sounds, and by what it resembles.
import { cueWeight, REPAIR_MIN, SAYS } from '../tuning.js'
import { type Buckets, joined, near, put } from './buckets.js'
import { GONE, PhraseTree, ROOT } from './phrase-tree.js'
import { soundsOf } from './sound.js'
import { SoundIndex } from './sound-index.js'
import { toUnits, type Unit } from './units.js'

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
  /** As compared: characters, or stemmed words with spaces between them. */
  readonly text: string
  readonly length: number
  readonly han: boolean
  /** Only ever replaced. */
  senses: readonly Sense[]
}

/** The units of a clause by their numbers, in the index and in the one below it; -1 where no term has a unit. */
export interface Numbered {
  readonly own: readonly number[]
  readonly below: readonly number[]
}

export class TermIndex {
  readonly #below: TermIndex | undefined
  readonly #units = new Map<string, number>()
  readonly #tree = new PhraseTree()
  /** By the node at which they end. */
  readonly #entries: (Entry | undefined)[] = []
  readonly #sounds: SoundIndex
  readonly #words = new Set<string>()
  readonly #content = new Set<string>()
  readonly #wordBuckets: Buckets = new Map()
  readonly #hanBuckets: Buckets = new Map()

  /** @param below whose terms it has as well: what belongs to the language is indexed once, whatever lies on it */
  constructor(sounds: SoundsOf = soundsOf, below?: TermIndex) {
    this.#below = below
    this.#sounds = new SoundIndex(sounds, below ? below.#sounds : undefined)
  }

  /** Adds one way of writing something. `text` is half-width, lower-case or not, Chinese in simplified characters. */
  add(text: string, sense: Sense): void {
    const keys: string[] = []
    let han = true
    for (const unit of toUnits(text.normalize('NFKC').toLowerCase())) {
      if (unit.kind === 'stop' || unit.kind === 'pause') continue
      keys.push(unit.key)
      if (unit.kind !== 'han') han = false
      if (unit.kind === 'word') this.#addWord(unit.text.replace(/['’]/g, ''), sense)
    }
    if (keys.length === 0) return
    const node = this.#nodeOf(keys)
    const known = this.#entries[node]
    if (known) {
      if (!known.senses.some((s) => s.kind === sense.kind && s.id === sense.id)) known.senses = [...known.senses, sense]
      return
    }
    const covered = this.#below?.ofUnits(keys)
    const entry: Entry = covered
      ? { ...covered, senses: [...covered.senses, sense] }
      : { text: keys.join(han ? '' : ' '), length: keys.length, han, senses: [sense] }
    while (this.#entries.length < node) this.#entries.push(undefined)
    this.#entries[node] = entry
    if (!han) return
    this.#sounds.add(entry, covered)
    if (covered || entry.length < REPAIR_MIN.han || sense.kind === 'filler') return
    put(this.#hanBuckets, `^${entry.text[0]}`, entry.length, entry.text)
    put(this.#hanBuckets, `$${entry.text.at(-1)}`, entry.length, entry.text)
  }

  numbered(units: readonly Unit[]): Numbered {
    const numbersIn = (index: TermIndex): number[] => units.map((unit) => (unit.kind === 'pause' ? -1 : index.#unit(unit.key)))
    return { own: numbersIn(this), below: this.#below ? numbersIn(this.#below) : [] }
  }

  /** Tells every term that begins at a unit, the shorter ones first; `to` is the unit after it. */
  phrasesFrom({ own, below }: Numbered, from: number, found: (to: number, entry: Entry) => void): void {
    const lower = this.#below
    let [node, under] = [ROOT, lower ? ROOT : GONE]
    for (let to = from; to < own.length && (node !== GONE || under !== GONE); ) {
      node = this.#step(node, own[to] as number)
      under = lower ? lower.#step(under, below[to] as number) : GONE
      to++
      const entry = this.#at(node) ?? (lower && lower.#at(under))
      if (entry) found(to, entry)
    }
  }

  /** The term that is written with just these characters. */
  ofCharacters(text: string): Entry | undefined {
    return this.ofUnits([...text])
  }

  /** The term of just these units, as they are compared. */
  ofUnits(keys: readonly string[]): Entry | undefined {
    let node = ROOT
    for (const key of keys) if (node !== GONE) node = this.#step(node, this.#unit(key))
    return this.#at(node) ?? this.#below?.ofUnits(keys)
  }

  /** Chinese entries of this blurred sound. */
  bySound(sound: string): readonly Entry[] {
    return this.#sounds.of(sound)
  }

  /** Tells the Chinese entries of every blurred sound that begins at a letter, the shorter sounds first, of at most so many letters. */
  soundsFrom(letters: string, from: number, longest: number, found: (length: number, entries: readonly Entry[]) => void): void {
    this.#sounds.from(letters, from, longest, found)
  }

  /** Whether a word stands in a name or a cue that says something: the others (whether, what) are small words. */
  isContent(word: string): boolean {
    return this.#content.has(word) || this.#below?.isContent(word) === true
  }

  /** Known words that could be this one misspelt: the same first letter, a like length. */
  wordsLike(word: string): readonly string[] {
    return joined(this.#below ? this.#below.wordsLike(word) : NONE, near(this.#wordBuckets, word[0] ?? '', word.length))
  }

  /** Known sounds of two or more syllables that could be these letters misspelt. */
  soundsLike(letters: string): readonly string[] {
    return this.#sounds.like(letters).reduce(joined, NONE)
  }

  /** Chinese entries that could be this one with a character wrong, missing or added: the same first or last character. */
  hanLike(text: string): readonly string[] {
    const characters = [...text]
    const own = joined(
      near(this.#hanBuckets, `^${characters[0]}`, characters.length),
      near(this.#hanBuckets, `$${characters.at(-1)}`, characters.length),
    )
    return joined(this.#below ? this.#below.hanLike(text) : NONE, own)
  }

  #unit(key: string): number {
    return this.#units.get(key) ?? -1
  }

  #at(node: number): Entry | undefined {
    return node === GONE ? undefined : this.#entries[node]
  }

  #step(node: number, unit: number): number {
    return this.#tree.next(node, unit)
  }

  #nodeOf(keys: readonly string[]): number {
    let node = ROOT
    for (const key of keys) {
      const unit = this.#units.get(key) ?? this.#units.size
      this.#units.set(key, unit)
      node = this.#tree.step(node, unit)
    }
    return node
  }

  #addWord(word: string, sense: Sense): void {
    if (sense.kind !== 'filler' && !(sense.kind === 'cue' && cueWeight(sense.id) < SAYS.something)) this.#content.add(word)
    if (this.#words.has(word) || (this.#below && this.#below.#words.has(word))) return
    this.#words.add(word)
    if (word.length >= REPAIR_MIN.word) put(this.#wordBuckets, word[0] ?? '', word.length, word)
  }
}

const NONE: readonly string[] = []
