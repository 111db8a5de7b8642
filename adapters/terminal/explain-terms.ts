// How the words of a question were read, in lines for --explain.

import type { Query } from '../../src/query/query.js'
import type { Sense } from '../../src/query/terms.js'
import type { Token } from '../../src/query/token.js'

/** `签头部门 → 牵头部门: cue lead (sound)` */
export function termLine(token: Token): string {
  const as = token.as === undefined ? '' : ` → ${token.as}`
  // A word of content may be a filler elsewhere; that says nothing here.
  const senses = token.senses.filter((sense) => sense.kind !== 'filler')
  return `${token.text}${as}: ${(senses.length > 0 ? senses : token.senses).map((sense) => senseText(sense, token)).join(', ')}`
}

function senseText(sense: Sense, token: Token): string {
  if (sense.kind === 'filler') return `filler (${token.how})`
  return `${sense.kind} ${sense.id} (${howOf(sense, token)})`
}

/** A term that stands there as it is known is exact, or one of the thing's other names; any other was repaired or heard. */
export function howOf(sense: Sense, token: Token): string {
  if (token.how !== 'exact') return token.how
  return sense.how === 'name' ? 'exact' : sense.how
}

export function aspectLines({ aspects, inherited }: Query): string[] {
  return aspects.map(({ aspect, rule, weight }) => {
    const shown =
      rule.needs.length > 0
        ? `rule "${rule.needs.join(' ')}", weight ${round(weight)}`
        : inherited.aspects
          ? 'taken over from the conversation'
          : 'no rule'
    return `${aspect.id} (${aspect.label.zh}, ${aspect.label.en}): ${shown}`
  })
}

export function thingLines({ things, whole, kinds, numbers, inherited }: Query): string[] {
  const from = inherited.things ? ', with what was taken over from the conversation' : ''
  return [
    ...things.map((thing) => `${thing.id} (${thing.entry.name.zh}, ${thing.entry.name.en})${from}`),
    ...kinds.map((kind) => `kind ${kind.id} (${kind.entry.name.zh}, ${kind.entry.name.en})`),
    ...numbers.map(({ value, year, kind }) => `number ${value}${kind ? ` of ${kind.id}` : year ? ' (a year)' : ''}`),
    ...(whole ? ['the notice as a whole'] : []),
  ]
}

export function unexplainedLines({ unknown, unexplained }: Query): string[] {
  return unknown.length === 0 ? [] : [`${unknown.join(', ')} (${Math.round(unexplained * 100)}% of the question)`]
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100
}
