// Amounts that a question names, against those of the facts: is it so much, and is so much enough?
import type { Fact, Library } from '../knowledge/library.js'
import { type Amount, amountsIn } from '../knowledge/values.js'
import { isMetByNames } from '../query/aspect-match.js'
import { asksBy } from '../query/cues.js'
import type { NumberMention } from '../query/numbers.js'
import type { Query } from '../query/query.js'
import { answered, type Part, say, tell, type Verdict } from './verdict.js'

export function amounts(query: Query, library: Library, told: readonly Fact[]): Part[] {
  if (!asksBy(query, ASKING) || asksBy(query, OPEN)) return []
  const said = numbersIn(query, library)
  const [number] = said
  if (!number || said.length > 1) return []
  const named = query.things.filter((thing) => thing.role === null && !thing.whole)
  const meant =
    number.unit === undefined
      ? told.filter((fact) => told.length === 1 || named.some((thing) => fact.entry.about.includes(thing.entry.id)))
      : told
  const held =
    limited(number, meant, query) ??
    limited(number, told.some((fact) => comparable(number, fact).length > 0) ? [] : beside(number, query, library), query)
  if (held) return held
  const facts = told.filter(
    (fact) =>
      comparable(number, fact).length > 0 &&
      !(fact.entry.value && 'period' in fact.entry.value && query.aspects[0]?.aspect.id === 'period'),
  )
  // Of several amounts none is the one that is meant, unless none of them is it.
  const right = facts.filter((fact) => comparable(number, fact).some(({ amount }) => amount === number.value))
  if (facts.length === 0 || (number.unit === undefined && told.length > 1)) return []
  // Anything up to a limit may be meant by what is said of it.
  if (right.length === 0)
    return facts.every((fact) => comparable(number, fact).every((one) => isOther(number.value, one, query))) ? [say('no')] : []
  return facts.length === 1 && query.cues.has('yesno') ? [say('yes')] : []
}

/** Whether a number cannot be what such an amount says; anything that a limit allows can. */
function isOther(value: number, { amount, limit }: Amount, query: Query): boolean {
  return !limit || query.cues.has('must') || !keeps(value, { amount, limit })
}

/** Numbers of amounts; beside others "a year" only says of how long they are. */
function numbersIn({ numbers }: Query, { language }: Library): readonly NumberMention[] {
  const said = numbers.filter((number) => !number.year && (number.unit !== undefined || !number.kind))
  const rest = said.filter(({ unit }) => unit === undefined || !language.spans.has(unit))
  return rest.length > 0 ? rest : said
}

/** Cues of a question that can be answered with yes or no, and of one that cannot. */
const ASKING = ['yesno', 'can'] as const
const OPEN = ['who', 'which', 'what', 'when', 'where', 'why', 'how', 'howmany', 'howlong', 'list'] as const

/** Amounts of a fact that are in the unit of a number; of a number without one, all of a fact that has a single one. */
function comparable(number: NumberMention, fact: Fact): readonly Amount[] {
  const all = amountsIn(fact.entry.value)
  return number.unit === undefined ? (all.length === 1 ? all : []) : all.filter(({ unit }) => unit === number.unit)
}

/** Facts that set a limit in the unit of a number on what the question names, though the answer did not need them. */
function beside(number: NumberMention, query: Query, library: Library): readonly Fact[] {
  if (number.unit === undefined || query.things.length === 0) return []
  const facts = query.things.flatMap((thing) => library.of(thing.id)).filter((fact) => comparable(number, fact).some(({ limit }) => limit))
  return [...new Set(facts)]
}

/** Whether so much is enough: said of the one limit that a number can be meant for. */
function limited(number: NumberMention, facts: readonly Fact[], query: Query): Part[] | null {
  // "must it be so much?" asks what the limit is, not whether it is kept.
  if (query.cues.has('must') && !query.cues.has('can')) return null
  const found = facts.flatMap((fact) =>
    comparable(number, fact).flatMap((one) => (one.limit && isCondition(fact) ? [{ fact, limit: one.limit, amount: one.amount }] : [])),
  )
  const [only] = found
  if (!only || found.length > 1 || (only.amount === number.value && !query.cues.has('can'))) return null
  const kept = keeps(number.value, only)
  return [say(kept ? 'limit-kept' : 'limit-not-kept', { said: { kind: 'number', value: number.value } }), { kind: 'fact', fact: only.fact }]
}

/** A limit of what one gets is no condition to be met. */
function isCondition({ entry }: Fact): boolean {
  return !entry.aspect.some((aspect) => STATED.has(aspect))
}

function keeps(value: number, { amount, limit }: { readonly amount: number; readonly limit: NonNullable<Amount['limit']> }): boolean {
  switch (limit) {
    case 'least':
      return value >= amount
    case 'most':
      return value <= amount
    case 'below':
      return value < amount
    case 'above':
      return value > amount
  }
}

/** Aspects by which a thing itself is measured, not those who want it. */
const STATED = new Set(['amount', 'quota', 'period'])

/** "is the award 10,000 yuan?", with nothing but the number to say what is asked: the amounts in its unit, or the money and the places. */
export function measured(query: Query, library: Library): Verdict | null {
  const facts = measuredIn(query, library)
  return facts.length > 0 ? answered(query.notice, facts.map(tell), 'amounts that a number is held against') : null
}

function measuredIn(query: Query, library: Library): readonly Fact[] {
  const [number] = numbersIn(query, library)
  // Of the whole a number says what is asked only by its unit: "is it three years?"
  const things = query.things.length > 0 || number?.unit === undefined ? query.things : query.wholes
  if (!number || things.length === 0 || asksBy(query, OPEN)) return []
  // "can one get 3,000 yuan for it?" asks for an amount, and not who may apply.
  const { spans, tallies } = library.language
  const isOfGoods = number.unit !== undefined && !spans.has(number.unit) && !tallies.has(number.unit)
  const asking = isOfGoods ? ['yesno', 'can'] : ['yesno']
  const saysNoMore = query.aspects.every((match) => match.rule.needs.length > 0 && isMetByNames(match, asking))
  if (!asksBy(query, asking) || !saysNoMore) return []
  const all = [...new Set(things.flatMap((thing) => library.of(thing.id)))].filter((fact) => comparable(number, fact).length > 0)
  const stated = all.filter((fact) => fact.entry.aspect.some((aspect) => STATED.has(aspect)))
  const facts = stated.length > 0 ? stated : number.unit === undefined || query.cues.has('can') ? [] : all
  const both = facts.filter(({ entry }) => query.things.every((thing) => entry.about.includes(thing.entry.id)))
  const kept = both.length > 0 ? both : facts
  const right = kept.filter((fact) => comparable(number, fact).some(({ amount }) => amount === number.value))
  return right.length > 0 ? right : kept
}
