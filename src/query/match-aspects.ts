// Cues and mentions of a clause → the aspects that it asks for, the weightiest first.
import type { Library, Thing } from '../knowledge/library.js'
import type { Aspect, AspectRule, Language } from '../language/language.js'
import { cueWeight, SAYS } from '../tuning.js'
import { type AspectMatch, isMetByName } from './aspect-match.js'
import { isYear } from './editions.js'
import type { Meaning } from './meaning.js'
import { asHours } from './opening-times.js'
import { hasCue, type Token } from './token.js'

/** What each token provides for the needs of rules. */
function provisions(meaning: Meaning, library: Library, notice: string | undefined): Map<string, Set<Token>> {
  const provided = new Map<string, Set<Token>>()
  const add = (need: string, token: Token): void => {
    const tokens = provided.get(need)
    if (tokens) tokens.add(token)
    else provided.set(need, new Set([token]))
  }
  for (const [i, token] of meaning.tokens.entries()) {
    if (givesBack(token, i, meaning, library)) add('refund', token)
    if (isYear(token.text) && !isOfName(i, meaning.tokens, library)) add('year', token)
    const named = token.senses.some((sense) => sense.kind === 'thing' && isNotice(library.things.get(sense.id), notice))
    for (const sense of token.senses) {
      if (sense.kind === 'cue' && !(named && !OF_NAMES.has(sense.id))) add(sense.id, token)
      const thing = sense.kind === 'thing' ? library.things.get(sense.id) : undefined
      if (thing && (!notice || thing.notice.id === notice)) for (const need of needsMetBy(thing)) add(need, token)
      const kind = sense.kind === 'kind' ? library.kinds.get(sense.id) : undefined
      if (kind && (!notice || kind.notice.id === notice)) add(`#${kind.entry.role}`, token)
    }
  }
  return provided
}

/** 2022年的名单: the year before the name of a text says which one is meant, and asks nothing. */
function isOfName(at: number, tokens: readonly Token[], library: Library): boolean {
  const next = tokens.slice(at + 1, at + 3).find(({ text }) => text !== '年' && text !== '的')
  return next?.senses.some(({ kind, id }) => kind === 'thing' && isNotice(library.things.get(id), undefined)) === true
}

/** "the deposit back", 押金怎么退: a word of giving back, and at most two words from it a sum of money that has a name. */
function givesBack(token: Token, at: number, { tokens }: Meaning, library: Library): boolean {
  const isTopic = ({ senses }: Token): boolean =>
    senses.some(({ kind, id }) => kind === 'thing' && library.things.get(id)?.entry.kind === 'topic')
  return (
    hasCue(token, 'back') &&
    tokens.slice(Math.max(0, at - 3), at + 3).some((other) => isTopic(other) && OF_MONEY.some((cue) => hasCue(other, cue)))
  )
}

const OF_MONEY = ['fee', 'money', 'funding'] as const

/** Cues that the name of a notice may show. A list's own name is otherwise no word of what is asked of it. */
const OF_NAMES: ReadonlySet<string> = new Set(['notice', 'article', 'list', 'it', 'yesno'])

function isNotice(thing: Thing | undefined, notice: string | undefined): boolean {
  return thing?.whole === true && thing.entry.kind === 'notice' && (!notice || thing.notice.id === notice)
}

function needsMetBy(thing: Thing): string[] {
  const kind = thing.entry.kind
  if (kind === 'notice' || kind === 'article') return [kind]
  return thing.whole && kind === 'topic' ? [] : [`@${thing.role ?? kind}`]
}

interface Candidate {
  readonly aspect: Aspect
  readonly rule: AspectRule
  /** Place in aspects.yaml. */
  readonly order: number
}

/** Rules by the first of their needs: of all rules only those are looked at that can be met. */
const candidates = new WeakMap<Language, Map<string, Candidate[]>>()

function candidatesOf(language: Language): ReadonlyMap<string, readonly Candidate[]> {
  let table = candidates.get(language)
  if (!table) {
    table = new Map()
    const rules = [...language.aspects.values()].flatMap((aspect) => aspect.rules.map((rule) => ({ aspect, rule })))
    for (const [order, { aspect, rule }] of rules.entries()) {
      const first = rule.needs[0]
      if (first !== undefined && rule.weight > 0) table.set(first, [...(table.get(first) ?? []), { aspect, rule, order }])
    }
    candidates.set(language, table)
  }
  return table
}

/** Of two rules of an aspect the weightier counts, of equal ones the first. */
function outweighs(one: Candidate, other: Candidate): boolean {
  return one.rule.weight > other.rule.weight || (one.rule.weight === other.rule.weight && one.order < other.order)
}

export function matchAspects(meaning: Meaning, library: Library, notice: string | undefined): AspectMatch[] {
  const provided = provisions(meaning, library, notice)
  const best = new Map<Aspect, Candidate>()
  for (const need of provided.keys()) {
    for (const candidate of candidatesOf(library.language).get(need) ?? []) {
      const before = best.get(candidate.aspect)
      if (before && !outweighs(candidate, before)) continue
      if (candidate.rule.needs.every((other) => provided.has(other))) best.set(candidate.aspect, candidate)
    }
  }
  const met = [...best.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ aspect, rule }): AspectMatch => ({ aspect, weight: rule.weight, rule }))
  met.sort((a, b) => b.weight - a.weight || a.rule.needs.length - b.rule.needs.length)
  yieldToSilence(met, library, notice)
  yieldToName(met, provided, library, notice)
  yieldToGap(met, library, notice)
  if (notice !== undefined) {
    met.splice(0, met.length, ...asHours(met, provided, library, notice))
    met.sort((a, b) => b.weight - a.weight || a.rule.needs.length - b.rule.needs.length)
  }
  const chosen: AspectMatch[] = []
  const used = new Set<Token>()
  for (const match of met) {
    const own = match.rule.needs.flatMap((need) => [...(provided.get(need) ?? [])])
    const fresh = match.rule.needs.some(
      (need) => cueWeight(need) >= SAYS.further && [...(provided.get(need) ?? [])].some((token) => !used.has(token)),
    )
    if (chosen.length > 0 && !fresh) continue
    chosen.push(match)
    for (const token of own) used.add(token)
  }
  return chosen
}

/** "when is the market?" asks for the day of a notice that gives one; of another it may ask for anything. */
function yieldToSilence(met: AspectMatch[], library: Library, notice: string | undefined): void {
  if (notice === undefined) return
  const kept = met.filter(
    ({ aspect, rule }) => !rule.needs.every((need) => OF_EVENTS.has(need)) || library.withAspect(notice, aspect.id).length > 0,
  )
  met.splice(0, met.length, ...kept)
}

const OF_EVENTS: ReadonlySet<string> = new Set(['when', 'where', '@programme', '@item'])

/** A word that is the name of a topic of the notice ("interview"), or of an item ("workshop"), shows no aspect of which the notice says nothing. */
function yieldToName(
  met: AspectMatch[],
  provided: ReadonlyMap<string, ReadonlySet<Token>>,
  library: Library,
  notice: string | undefined,
): void {
  if (notice === undefined) return
  const isName = ({ senses }: Token): boolean =>
    senses.some(({ kind, id, how }) => {
      const thing = kind === 'thing' && how !== 'loose' ? library.things.get(id) : undefined
      return (
        thing?.notice.id === notice && (thing.entry.kind === 'topic' || thing.role === 'item') && !thing.whole && library.of(id).length > 0
      )
    })
  const kept = met.filter(({ aspect, rule }) => {
    const content = rule.needs.filter((need) => !isMetByName(need) && cueWeight(need) >= SAYS.something && !PLAIN.has(need))
    return (
      content.length === 0 ||
      aspect.op === 'help' ||
      library.withAspect(notice, aspect.id).length > 0 ||
      !content.every((need) => [...(provided.get(need) ?? [])].every(isName))
    )
  })
  met.splice(0, met.length, ...kept)
}

/** Cues of some weight by which any aspect is asked. */
const PLAIN = new Set(['can', 'when', 'where', 'why', 'howlong'])

/** Words of applying turn up in every question on a call: where a word of their own asks for what this notice is silent on, that is asked. */
function yieldToGap(met: AspectMatch[], library: Library, notice: string | undefined): void {
  if (met[0]?.aspect.op !== 'eligibility' || notice === undefined) return
  const gap = met.find(
    ({ aspect, rule }) =>
      aspect.bound &&
      library.withAspect(notice, aspect.id).length === 0 &&
      rule.needs.some(
        (need) => !isMetByName(need) && need !== 'apply' && need !== 'can' && need !== 'submit' && cueWeight(need) >= SAYS.ofItsOwn,
      ),
  )
  if (!gap) return
  const others = met.filter((match) => match !== gap && match.aspect.op !== 'eligibility')
  met.splice(0, met.length, gap, ...others)
}
