// All loaded notices behind lookup tables: words → things, things and aspects → facts. Built once, then only read.
import type { Language } from '../language/language.js'
import { type Sense, type SoundsOf, TermIndex } from '../query/terms.js'
import { toUnits } from '../query/units.js'
import type { Notice } from './notice.js'
import type { FactEntry, Kind, Role, Text, ThingEntry, WordLists } from './schema.js'
import { shortNames } from './short-names.js'
import { countsIn, thingsIn, yearsIn } from './values.js'

/** A thing, with the notice that it belongs to. `id` is `notice/thing`. */
export interface Thing {
  readonly id: string
  readonly notice: Notice
  readonly entry: ThingEntry
  /** Null for things that are neither listed nor counted. */
  readonly role: Role | null
  /** Stands for the notice as a whole. */
  readonly whole: boolean
}

/** A kind of things, as a question may name it ("domains"). `id` is `notice/kind`. */
export interface KindOfThing {
  readonly id: string
  readonly notice: Notice
  readonly entry: Kind
}

/** A fact. `id` is `notice/fact`. */
export interface Fact {
  readonly id: string
  readonly notice: Notice
  readonly entry: FactEntry
}

export interface Library {
  readonly language: Language
  readonly notices: ReadonlyMap<string, Notice>
  /** Words of one notice and of the language: what is asked of a notice is read with its own words alone. */
  terms(notice: string): TermIndex
  /** Words of all the notices and of the language. */
  everyTerm(): TermIndex
  readonly things: ReadonlyMap<string, Thing>
  readonly kinds: ReadonlyMap<string, KindOfThing>
  readonly facts: ReadonlyMap<string, Fact>
  /** Facts that answer an aspect of a thing or kind (full id). */
  about(aspect: string, thing: string): readonly Fact[]
  /** Facts whose value names the thing. */
  naming(aspect: string, thing: string): readonly Fact[]
  /** All facts about a thing, of any aspect. */
  of(thing: string): readonly Fact[]
  /** All facts of an aspect in a notice. */
  withAspect(notice: string, aspect: string): readonly Fact[]
  /** Years in which the facts of a notice have dates. */
  years(notice: string): ReadonlySet<number>
  /** Facts that count the things of a kind, by what they count: 18 → the departments. */
  counted(notice: string, number: number): readonly Fact[]
  /** Members of a group, or the things of a kind (full ids). */
  members(id: string): readonly Thing[]
}

/** The kind of a notice whose things have a role; the first, where several have. */
export function kindWithRole(role: Role, notice: Notice, library: Pick<Library, 'kinds'>): KindOfThing | undefined {
  for (const kind of notice.kinds.values()) if (kind.role === role) return library.kinds.get(`${notice.id}/${kind.id}`)
  return undefined
}

const NO_YEARS: ReadonlySet<number> = new Set()

class Postings<T> {
  readonly #lists = new Map<string, T[]>()
  add(key: string, item: T): void {
    const list = this.#lists.get(key)
    if (!list) this.#lists.set(key, [item])
    // All of one item's keys are added before the next item's.
    else if (list.at(-1) !== item) list.push(item)
  }
  get(key: string): readonly T[] {
    return this.#lists.get(key) ?? []
  }
}

export function buildLibrary(language: Language, notices: readonly Notice[], sounds?: SoundsOf): Library {
  const terms = vocabularies(language, notices, sounds)
  const things = new Map<string, Thing>()
  const kinds = new Map<string, KindOfThing>()
  const facts = new Map<string, Fact>()
  const about = new Postings<Fact>()
  const naming = new Postings<Fact>()
  const of = new Postings<Fact>()
  const withAspect = new Postings<Fact>()
  const members = new Postings<Thing>()
  const years = new Map<string, Set<number>>()
  const counted = new Postings<Fact>()
  for (const notice of notices) {
    const full = (id: string): string => `${notice.id}/${id}`
    const whole = new Set(notice.file.whole)
    for (const entry of notice.kinds.values()) {
      kinds.set(full(entry.id), { id: full(entry.id), notice, entry })
    }
    for (const entry of notice.things.values()) {
      const thing: Thing = {
        id: full(entry.id),
        notice,
        entry,
        role: notice.kinds.get(entry.kind)?.role ?? null,
        whole: whole.has(entry.id),
      }
      things.set(thing.id, thing)
      if (entry.listed) members.add(full(entry.kind), thing)
      if (entry.listed && entry.part_of) members.add(full(entry.part_of), thing)
    }
    for (const entry of notice.facts.values()) {
      const fact: Fact = { id: full(entry.id), notice, entry }
      facts.set(fact.id, fact)
      for (const year of yearsIn(entry.value)) years.set(notice.id, (years.get(notice.id) ?? new Set()).add(year))
      for (const n of countsIn(entry.value)) counted.add(`${notice.id} ${n}`, fact)
      const named = thingsIn(entry.value)
      for (const aspect of entry.aspect) {
        withAspect.add(full(aspect), fact)
        for (const id of entry.about) about.add(`${aspect} ${full(id)}`, fact)
        for (const id of named) naming.add(`${aspect} ${full(id)}`, fact)
      }
      for (const id of entry.about) of.add(full(id), fact)
    }
  }
  return {
    language,
    notices: new Map(notices.map((notice) => [notice.id, notice])),
    ...terms,
    things,
    kinds,
    facts,
    about: (aspect, thing) => about.get(`${aspect} ${thing}`),
    naming: (aspect, thing) => naming.get(`${aspect} ${thing}`),
    of: (thing) => of.get(thing),
    withAspect: (notice, aspect) => withAspect.get(`${notice}/${aspect}`),
    years: (notice) => years.get(notice) ?? NO_YEARS,
    counted: (notice, number) => counted.get(`${notice} ${number}`),
    members: (id) => members.get(id),
  }
}

// The words of the language are the same for every library: they are indexed once and copied.
const languageTerms = new WeakMap<Language, TermIndex>()

/** The terms that belong to no notice. */
function termsOf(language: Language, sounds: SoundsOf | undefined): TermIndex {
  let terms = languageTerms.get(language)
  if (!terms) {
    terms = new TermIndex(sounds)
    for (const [id, phrases] of language.cues) for (const { text } of phrases) terms.add(text, { kind: 'cue', id, how: 'name' })
    for (const word of language.numerals.keys()) terms.add(word, { kind: 'filler', id: '', how: 'name' })
    for (const { text } of language.fillers) terms.add(text, { kind: 'filler', id: '', how: 'name' })
    languageTerms.set(language, terms)
  }
  return terms
}

/** One index for each notice and one for all of them, made when they are first needed; of a single notice they are the same. */
function vocabularies(language: Language, notices: readonly Notice[], sounds: SoundsOf | undefined): Pick<Library, 'terms' | 'everyTerm'> {
  const indexOf = (some: readonly Notice[]): TermIndex => {
    const terms = new TermIndex(sounds, termsOf(language, sounds))
    for (const notice of some) addNotice(terms, notice)
    return terms
  }
  const own = new Map<string, TermIndex>()
  let every: TermIndex | undefined
  const everyTerm = (): TermIndex => {
    every ??= indexOf(notices)
    return every
  }
  const terms = (id: string): TermIndex => {
    if (notices.length === 1) return everyTerm()
    const made = own.get(id) ?? indexOf(notices.filter((notice) => notice.id === id))
    own.set(id, made)
    return made
  }
  return { terms, everyTerm }
}

function addNotice(terms: TermIndex, notice: Notice): void {
  for (const { id, name, aliases } of notice.kinds.values()) addNames(terms, name, aliases, undefined, 'kind', `${notice.id}/${id}`)
  for (const { id, name, aliases, loose } of notice.things.values()) addNames(terms, name, aliases, loose, 'thing', `${notice.id}/${id}`)
  // What an editor has given a meaning keeps it.
  for (const { thing, text } of shortNames(notice))
    if (!terms.ofUnits(toUnits(text.toLowerCase()).map(({ key }) => key)))
      terms.add(text, { kind: 'thing', id: `${notice.id}/${thing}`, how: 'loose' })
}

function addNames(terms: TermIndex, name: Text, aliases: WordLists, loose: WordLists | undefined, kind: Sense['kind'], id: string): void {
  for (const text of [name.zh, name.en]) terms.add(text, { kind, id, how: 'name' })
  for (const text of [...aliases.zh, ...aliases.en]) terms.add(text, { kind, id, how: 'alias' })
  for (const text of [...(loose?.zh ?? []), ...(loose?.en ?? [])]) terms.add(text, { kind, id, how: 'loose' })
}
