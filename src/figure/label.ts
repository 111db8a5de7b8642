// What a day or a length of time is called in a picture: by the aspect that its fact answers there, and by what it is about.
import type { Fact } from '../knowledge/library.js'
import { capitalised, type DrawnIn, shortName, word } from './drawn-in.js'

/** By the aspect that a fact answers first; of several facts of one aspect each says what it is about. */
export function labelOf(fact: Fact, all: readonly Fact[], drawn: DrawnIn): string {
  const [aspect = ''] = fact.entry.aspect
  const label = capitalised(aspectLabel(aspect, drawn))
  return all.some((other) => other !== fact && other.entry.aspect[0] === aspect) ? withSubject(label, fact, drawn) : label
}

/**
 * The first and the last day of a span. One that a deadline ends is a window: the day that opens it is no deadline, and the day that closes
 * it no beginning. Any other is the first and the last day of what the fact is about.
 */
export function endLabelsOf(fact: Fact, all: readonly Fact[], drawn: DrawnIn): readonly [first: string, last: string] {
  const { aspect } = fact.entry
  const [begins, ends] = [aspect.find(isBeginning), aspect.find(isEnd)]
  if (ends === undefined || (aspect[0] !== begins && aspect[0] !== ends)) {
    const label = labelOf(fact, all, drawn)
    return [word(drawn, 'figure-first-day', { label }), word(drawn, 'figure-last-day', { label })]
  }
  const label = aspectLabel(ends, drawn)
  const opens = begins === undefined ? word(drawn, 'figure-opens', { label }) : capitalised(aspectLabel(begins, drawn))
  return [withSubject(opens, fact, drawn), withSubject(capitalised(label), fact, drawn)]
}

function isBeginning(aspect: string): boolean {
  return aspect === 'start-date'
}

function isEnd(aspect: string): boolean {
  return aspect.endsWith('-deadline')
}

function aspectLabel(id: string, { tongue, library }: DrawnIn): string {
  return library.language.aspects.get(id)?.label[tongue] ?? ''
}

/** With the first thing that the fact is about, unless that is the whole. */
function withSubject(label: string, fact: Fact, { tongue, library }: DrawnIn): string {
  const about = fact.entry.about.flatMap((id) => library.things.get(`${fact.notice.id}/${id}`) ?? []).find(({ whole }) => !whole)
  return about ? `${label} · ${shortName(about, tongue)}` : label
}
