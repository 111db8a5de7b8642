// Units → the cheapest reading as terms. Known terms first; what they leave over is tried by sound, by repair and as pinyin.
import { COST, MOST_REPAIRS, PINYIN, REPAIR_MIN } from '../tuning.js'
import { isDictionaryWord } from './dictionary.js'
import { readPinyin } from './read-pinyin.js'
import { isOneSlip, isSwap, nearest } from './repair.js'
import { soundOf } from './sound.js'
import type { Entry, TermIndex } from './terms.js'
import { isUnknown, type Token } from './token.js'
import { toUnits, type Unit } from './units.js'

interface Edge {
  readonly to: number
  readonly cost: number
  readonly token: Token
}

/** How many unknown units may still be mended in a message. */
export interface Mending {
  left: number
}

/** Reads one clause: units without stops. What is misspelt or pinyin in it is made out as far as `mending` goes. */
export function readTerms(units: readonly Unit[], index: TermIndex, mending: Mending): Token[] {
  const known = exactEdges(units, index)
  const first = cheapest(units, known)
  const unknown = first.filter(isUnknown).length
  if (unknown === 0 || mending.left <= 0) return first
  mending.left -= Math.min(unknown, MOST_REPAIRS)
  const repaired = known.map((edges) => [...edges])
  for (const edge of repairEdges(units, first, index)) repaired[edge.token.from]?.push(edge)
  const second = cheapest(units, repaired)
  return second.some((token) => isUnknown(token) && /^[a-z]/.test(token.text)) ? withPinyin(units, second, index) : second
}

function exactEdges(units: readonly Unit[], index: TermIndex): Edge[][] {
  const numbered = index.numbered(units)
  return units.map((_, from) => {
    const edges: Edge[] = []
    index.phrasesFrom(numbered, from, (to, entry) => edges.push(edgeOf(units, from, to, entry, 'exact', 0)))
    return edges
  })
}

function edgeOf(units: readonly Unit[], from: number, to: number, entry: Entry, how: Token['how'], extra: number): Edge {
  const text = textOf(units, from, to)
  const as = how === 'exact' ? undefined : entry.text
  return { to, cost: senseCost(entry) + extra, token: { from, to, senses: entry.senses, how, text, ...(as ? { as } : {}) } }
}

function senseCost(entry: Entry): number {
  const kinds = entry.senses.map((sense) => sense.kind)
  const content = !kinds.includes('filler')
  const base = kinds.includes('thing') || kinds.includes('kind') ? COST.thing : kinds.includes('cue') ? COST.cue : COST.filler
  return base + (content && entry.han && entry.length === 1 ? COST.singleHan : 0)
}

function textOf(units: readonly Unit[], from: number, to: number): string {
  let text = ''
  for (const unit of units.slice(from, to)) text += text && unit.kind !== 'han' ? ` ${unit.text}` : unit.text
  return text
}

/** The reading of least cost, by dynamic programming from the end. */
function cheapest(units: readonly Unit[], edges: readonly (readonly Edge[])[]): Token[] {
  const best: { cost: number; edge: Edge }[] = new Array(units.length)
  const costFrom = (i: number): number => best[i]?.cost ?? 0
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i] as Unit
    let edge: Edge = { to: i + 1, cost: unknownCost(unit), token: { from: i, to: i + 1, senses: [], how: 'unknown', text: unit.text } }
    let cost = edge.cost + costFrom(i + 1)
    for (const candidate of edges[i] ?? []) {
      const total = candidate.cost + costFrom(candidate.to)
      if (total < cost) [edge, cost] = [candidate, total]
    }
    best[i] = { cost, edge }
  }
  const tokens: Token[] = []
  for (let i = 0; i < units.length; ) {
    const { edge } = best[i] as { edge: Edge }
    if (units[i]?.kind !== 'pause') tokens.push(edge.token)
    i = edge.to
  }
  return tokens
}

function unknownCost(unit: Unit): number {
  if (unit.kind === 'han') return COST.unknownHan
  if (unit.kind === 'word') return COST.unknownWord
  return unit.kind === 'number' ? COST.unknownNumber : 0
}

function repairEdges(units: readonly Unit[], reading: readonly Token[], index: TermIndex): Edge[] {
  const unknown = new Set(reading.filter(isUnknown).map((token) => token.from))
  if (unknown.size > MOST_REPAIRS) return []
  const edges: Edge[] = wordEdges(units, unknown, index)
  const tried = new Set<number>()
  for (const at of unknown) {
    const unit = units[at] as Unit
    if (unit.kind !== 'han') continue
    for (let from = Math.max(0, at - 5); from <= at; from++) {
      let text = ''
      let sound = ''
      for (let to = from + 1; to <= Math.min(units.length, from + 8) && units[to - 1]?.kind === 'han'; to++) {
        const { key } = units[to - 1] as Unit
        text += key
        sound += soundOf(key)
        const span = from * units.length + to
        if (to < Math.max(at + 1, from + 2) || tried.has(span)) continue
        tried.add(span)
        edges.push(...hanEdges(units, { from, to, text, sound }, index, unknown))
      }
    }
  }
  return edges
}

interface Span {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly sound: string
}

const ASKING = /^.*(?:多少|[几哪谁]|什么)/u

function hanEdges(
  units: readonly Unit[],
  { from, to, text, sound }: Span,
  index: TermIndex,
  unknown: ReadonlySet<number>,
): readonly Edge[] {
  const length = to - from
  const alike = index.bySound(sound)
  // A character too many may be what the question is about (怎么申请退 is not 怎么申请): only a wrong or a missing one is mended.
  // What stands after 多少 or 哪 is what is asked: another word there is another question.
  const before = ASKING.exec(text)?.[0]
  const asked = before === undefined ? '' : text.slice(before.length)
  const likely =
    length >= REPAIR_MIN.han
      ? index.hanLike(text).filter((known) => isOneSlip(text, known, (i) => unknown.has(from + i)) && known.endsWith(asked))
      : []
  // The dictionary is slow: it is asked only where there is something to decide.
  if ((alike.length === 0 && likely.length === 0) || isDictionaryWord(text)) return []
  const edges: Edge[] = []
  for (const entry of alike) {
    if (entry.length !== length) continue
    const written = [...text]
    const changed = [...entry.text].filter((character, i) => character !== written[i]).length
    if (changed > 0 && changed <= length / 2 && !entry.senses.every((sense) => sense.kind === 'filler')) {
      edges.push(edgeOf(units, from, to, entry, 'sound', COST.sound + COST.changed * changed))
    }
  }
  if (edges.length === 0 && likely.length > 0) {
    const like = nearest(text, likely, 1)
    const entry = like && like !== text ? index.ofCharacters(like) : undefined
    // Only names: a phrase of conversation with another character is another phrase.
    if (entry?.senses.some((sense) => sense.kind === 'thing' || sense.kind === 'kind'))
      edges.push(edgeOf(units, from, to, entry, 'repaired', COST.repaired + COST.changed))
  }
  return edges
}

/** The known word that a misspelt one most likely is, or null. */
function mendedWord(word: string, index: TermIndex): Unit | null {
  if (word.length < REPAIR_MIN.word) return null
  const like = nearest(word, index.wordsLike(word))
  // A small word is taken for misspelt only where letters changed places or are missing: weather is not whether.
  if (!like || (!index.isContent(like) && like.length === word.length && !isSwap(word, like))) return null
  return toUnits(like)[0] ?? null
}

/** Terms of the clause with its misspelt words mended: all of them at once, for a name may hold several. */
function wordEdges(units: readonly Unit[], unknown: ReadonlySet<number>, index: TermIndex): Edge[] {
  const mended = units.map((unit, i) => {
    const word = unknown.has(i) && unit.kind === 'word' ? mendedWord(unit.text, index) : null
    return word ? { ...unit, key: word.key, text: word.text } : unit
  })
  const changed = (from: number, to: number): number => mended.slice(from, to).filter((unit, i) => unit !== units[from + i]).length
  return exactEdges(mended, index).flatMap((edges) =>
    edges.flatMap((edge) => {
      const { from } = edge.token
      const count = changed(from, edge.to)
      if (count === 0) return []
      const token = { ...edge.token, how: 'repaired' as const, text: textOf(units, from, edge.to), as: textOf(mended, from, edge.to) }
      return [{ ...edge, cost: edge.cost + COST.repaired * count, token }]
    }),
  )
}

/** Runs of Latin letters that make more sense as pinyin than as English are read so. */
function withPinyin(units: readonly Unit[], reading: readonly Token[], index: TermIndex): Token[] {
  const result: Token[] = []
  for (let i = 0; i < reading.length; ) {
    const run = latinRun(reading, i, units)
    if (run.length === 0) {
      result.push(reading[i++] as Token)
      continue
    }
    i += run.length
    const pinyin = readPinyin(units, run[0]?.from ?? 0, run.at(-1)?.to ?? 0, index)
    const better = pinyin.share >= PINYIN.share && pinyin.share > explainedShare(run)
    result.push(...(better ? pinyin.tokens : run))
  }
  return result
}

function latinRun(reading: readonly Token[], start: number, units: readonly Unit[]): Token[] {
  const run: Token[] = []
  for (let i = start; i < reading.length; i++) {
    const token = reading[i] as Token
    if (!units.slice(token.from, token.to).every((unit) => unit.kind === 'word' && /^[a-z'’]+$/.test(unit.text))) break
    run.push(token)
  }
  return run
}

/** Share of the letters of a run that English explains; a repaired word counts half. */
function explainedShare(run: readonly Token[]): number {
  const letters = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + token.text.length, 0)
  const exact = run.filter((token) => token.how === 'exact')
  const repaired = run.filter((token) => token.how === 'repaired')
  return (letters(exact) + letters(repaired) / 2) / Math.max(1, letters(run))
}
