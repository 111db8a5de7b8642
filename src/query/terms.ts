// Every word that means something, looked up by what it looks like, by how it sounds, and by what it resembles.
import { cueWeight, REPAIR_MIN } from '../tuning.js'
import { PhraseTree, ROOT } from './phrase-tree.js'
import { soundsOf } from './sound.js'
import { toUnits } from './units.js'

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
  /** Only ever replaced: entries of the language are copied, their lists of senses are not. */
  senses: readonly Sense[]
}

/** Words by their beginning (or end), then by length: the only ones that a misspelt word is compared with. */
type Buckets = Map<string, string[][]>

export class TermIndex {
  readonly #soundsOf: SoundsOf
  readonly #units: Map<string, number>
  readonly #tree: PhraseTree
  /** By the node at which they end. */
  readonly #entries: (Entry | undefined)[] = []
  /** Sounds letter by letter; entries by the node at which their sound ends. */
  readonly #soundTree: PhraseTree
  readonly #sounds: (Entry[] | undefined)[]
  readonly #words: Set<string>
  readonly #content: Set<string>
  readonly #wordBuckets: Buckets
  readonly #hanBuckets: Buckets
  readonly #pinyinBuckets: Buckets

  /** @param base whose terms it has from the start: what belongs to the language is indexed once for any number of libraries */
  constructor(sounds: SoundsOf = soundsOf, base?: TermIndex) {
    this.#soundsOf = sounds
    this.#units = new Map(base && base.#units)
    this.#tree = new PhraseTree(base && base.#tree)
    const copies = new Map<Entry, Entry>()
    const copy = (entry: Entry): Entry => {
      const made = { ...entry }
      copies.set(entry, made)
      return made
    }
    for (const entry of base ? base.#entries : []) this.#entries.push(entry && copy(entry))
    this.#soundTree = new PhraseTree(base && base.#soundTree)
    this.#sounds = base ? base.#sounds.map((entries) => entries && entries.map((entry) => copies.get(entry) as Entry)) : []
    this.#words = new Set(base && base.#words)
    this.#content = new Set(base && base.#content)
    this.#wordBuckets = copied(base && base.#wordBuckets)
    this.#hanBuckets = copied(base && base.#hanBuckets)
    this.#pinyinBuckets = copied(base && base.#pinyinBuckets)
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
    const entry: Entry = { text: keys.join(han ? '' : ' '), length: keys.length, han, senses: [sense] }
    while (this.#entries.length < node) this.#entries.push(undefined)
    this.#entries[node] = entry
    if (han) this.#addSound(entry, entry.text)
  }

  /** The number of a unit, by which phrases are followed; -1 where no term has it. */
  unit(key: string): number {
    return this.#units.get(key) ?? -1
  }

  /** Where a unit leads to from a node (ROOT at first), 0 where no term goes on with it. */
  child(node: number, unit: number): number {
    return this.#tree.child(node, unit)
  }

  /** The term that ends at a node. */
  at(node: number): Entry | undefined {
    return this.#entries[node]
  }

  /** The term that is written with just these characters. */
  ofCharacters(text: string): Entry | undefined {
    let node = ROOT
    for (const character of text) {
      node = this.child(node, this.unit(character))
      if (node === 0) return undefined
    }
    return this.at(node)
  }

  /** Chinese entries of this blurred sound. */
  bySound(sound: string): readonly Entry[] {
    let node = ROOT
    for (let i = 0; i < sound.length; i++) {
      node = this.soundChild(node, sound.charCodeAt(i))
      if (node === 0) return NOTHING
    }
    return this.soundsAt(node)
  }

  /** Where a letter leads to from a node (ROOT at first), 0 where no sound goes on with it. */
  soundChild(node: number, letter: number): number {
    return this.#soundTree.child(node, letter)
  }

  /** Chinese entries whose blurred sound ends at a node. */
  soundsAt(node: number): readonly Entry[] {
    return this.#sounds[node] ?? NOTHING
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
    return joined(
      near(this.#hanBuckets, `^${characters[0]}`, characters.length),
      near(this.#hanBuckets, `$${characters.at(-1)}`, characters.length),
    )
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

  #addSound(entry: Entry, text: string): void {
    for (const sound of this.#soundsOf(text)) {
      let node = ROOT
      for (let i = 0; i < sound.length; i++) node = this.#soundTree.step(node, sound.charCodeAt(i))
      const same = this.#sounds[node]
      if (same) {
        same.push(entry)
        continue
      }
      while (this.#sounds.length < node) this.#sounds.push(undefined)
      this.#sounds[node] = [entry]
      if (entry.length > 1 && sound.length >= REPAIR_MIN.pinyin && entry.senses[0]?.kind !== 'filler')
        put(this.#pinyinBuckets, sound[0] ?? '', sound.length, sound)
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

function copied(buckets: Buckets | undefined): Buckets {
  return new Map(buckets && [...buckets].map(([start, byLength]) => [start, byLength.map((bucket) => [...bucket])]))
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
const NOTHING: readonly Entry[] = []

function near(buckets: Buckets, start: string, length: number): readonly string[] {
  const byLength = buckets.get(start)
  return byLength ? [length, length - 1, length + 1].reduce<readonly string[]>((all, n) => joined(all, byLength[n]), NONE) : NONE
}

/** Most buckets are empty, and lists are long: nothing is copied that need not be. */
function joined(one: readonly string[], other: readonly string[] | undefined): readonly string[] {
  if (!other || other.length === 0) return one
  return one.length === 0 ? other : one.concat(other)
}
