// Chinese entries by how they sound, letter by letter, on those of the language. Made when the first sound is looked up: most questions
// are read without.
import { REPAIR_MIN } from '../tuning.js'
import { type Buckets, near, put } from './buckets.js'
import { GONE, PhraseTree, ROOT } from './phrase-tree.js'
import type { Entry, SoundsOf } from './terms.js'

const NONE: readonly Entry[] = []

export class SoundIndex {
  readonly #soundsOf: SoundsOf
  readonly #below: SoundIndex | undefined
  readonly #tree = new PhraseTree()
  /** By the node at which their sound ends, those of the index below among them. */
  readonly #entries: (Entry[] | undefined)[] = []
  readonly #buckets: Buckets = new Map()
  /** Not indexed yet; `covered` is the entry of the index below in whose place one stands. */
  #added: { readonly entry: Entry; readonly covered: Entry | undefined }[] = []

  constructor(soundsOf: SoundsOf, below: SoundIndex | undefined) {
    this.#soundsOf = soundsOf
    this.#below = below
  }

  add(entry: Entry, covered: Entry | undefined): void {
    this.#added.push({ entry, covered })
  }

  /** Entries of just this sound. */
  of(sound: string): readonly Entry[] {
    let entries = NONE
    this.from(sound, 0, sound.length, (length, found) => {
      if (length === sound.length) entries = found
    })
    return entries
  }

  /** Tells the entries of every sound that begins at a letter, the shorter sounds first, of at most so many letters. */
  from(letters: string, from: number, longest: number, found: (length: number, entries: readonly Entry[]) => void): void {
    this.#index()
    const lower = this.#below
    let [node, under] = [ROOT, lower ? ROOT : GONE]
    for (let length = 1; length <= longest && (node !== GONE || under !== GONE); length++) {
      const letter = letters.charCodeAt(from + length - 1)
      node = this.#tree.next(node, letter)
      under = lower ? lower.#tree.next(under, letter) : GONE
      const entries = this.#at(node) ?? (lower && lower.#at(under))
      if (entries) found(length, entries)
    }
  }

  /** Sounds of two or more syllables that could be these letters misspelt: those of the index below, and its own. */
  like(letters: string): readonly (readonly string[])[] {
    this.#index()
    return [...(this.#below ? this.#below.like(letters) : []), near(this.#buckets, letters[0] ?? '', letters.length)]
  }

  #at(node: number): Entry[] | undefined {
    return node === GONE ? undefined : this.#entries[node]
  }

  #index(): void {
    if (this.#below) this.#below.#index()
    if (this.#added.length === 0) return
    const added = this.#added
    this.#added = []
    for (const { entry, covered } of added) for (const sound of this.#soundsOf(entry.text)) this.#put(sound, entry, covered)
  }

  #put(sound: string, entry: Entry, covered: Entry | undefined): void {
    let node = ROOT
    for (let i = 0; i < sound.length; i++) node = this.#tree.step(node, sound.charCodeAt(i))
    const same = this.#entries[node]
    if (same) {
      const at = covered ? same.indexOf(covered) : -1
      if (at >= 0) same[at] = entry
      else same.push(entry)
      return
    }
    const below = this.#below ? this.#below.of(sound) : NONE
    while (this.#entries.length < node) this.#entries.push(undefined)
    this.#entries[node] = below.includes(covered as Entry) ? below.map((other) => (other === covered ? entry : other)) : [...below, entry]
    if (below.length === 0 && entry.length > 1 && sound.length >= REPAIR_MIN.pinyin && entry.senses[0]?.kind !== 'filler')
      put(this.#buckets, sound[0] ?? '', sound.length, sound)
  }
}
