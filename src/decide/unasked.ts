// A thing or the notice is named, and no aspect of it is asked for that we know: an overview, where that answers what was asked.

import { firstOf } from '../first-of.js'
import type { Fact, Library, Thing } from '../knowledge/library.js'
import { asksBy } from '../query/cues.js'
import { unechoed } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { onClock } from './dates.js'
import { overview } from './overview.js'
import { precisely } from './precisely.js'
import { foreign, notStated } from './refuse.js'
import { isSomebody, ownTopics } from './roles.js'
import { alienWords } from './scope.js'
import { answered, type Verdict } from './verdict.js'

export function unasked(query: Query, library: Library): Verdict {
  const verdict = firstOf(BEFORE_AN_OVERVIEW, query, library)
  if (verdict) return verdict
  return isLoose(query) && query.unknown.length > 0 ? foreign(query) : overview(query, library)
}

/** Where an overview would answer something else. In this order. */
const BEFORE_AN_OVERVIEW: readonly ((query: Query, library: Library) => Verdict | null)[] = [
  ofSilentBodies,
  ofNoticeAlone,
  inItsWords,
  ofPlaceInLists,
  inTerms,
  ofAlienWords,
  ofSomethingPrecise,
]

/** Cues of a question, whatever it wants. */
const ASKING = ['how', 'why', 'what', 'which', 'who', 'can', 'must'] as const

/** A body that the source does not speak of, and something asked of it that nothing explains: a vacancy at a ministry. */
function ofSilentBodies(query: Query, library: Library): Verdict | null {
  const isSilent = (thing: Thing): boolean => isSomebody(thing) && library.of(thing.id).length === 0
  return query.things.length > 0 && query.unknown.length > 0 && query.things.every(isSilent) ? foreign(query) : null
}

function ofNoticeAlone(query: Query, library: Library): Verdict | null {
  if (query.things.length > 0) return null
  // Something is asked that no cue explains: a summary would not answer it.
  if (query.unknown.length > 0) return refused(query, library, 'not understood')
  if (asksBy(query, ['yesno', 'can', 'must', 'only', 'not'])) return notStated(query, library, 'not understood')
  // What a notice deals with at large ("what is that?") is not what the notice is about.
  if (query.wholes.some((whole) => whole.entry.kind !== 'topic')) return null
  return query.cues.size > 0 ? notStated(query, library, 'the subject itself') : overview(query, library)
}

/** The facts of the things named that use every word which nothing explains: what is asked of a thing in a fact's own words. */
function inItsWords(query: Query, library: Library): Verdict | null {
  const { own, unknown, loosely } = query
  const isByName = own.length === query.things.length && !own.some((thing) => thing.role === 'person' || loosely.has(thing.id))
  // "is it at the desk?", "which experts are there?": that a fact has the word is no yes and no list.
  if (!isByName || !asksBy(query, ['how', 'can', 'must', 'when', 'where'])) return null
  if (unknown.length === 0 || unknown.some((word) => word.length === 1)) return null
  const facts = new Set(own.flatMap((thing) => library.of(thing.id)))
  const echoing = [...facts].filter((fact) => unechoed(unknown, [fact]).length === 0)
  return told(query, echoing.slice(0, TOLD.echoed), 'what is said of it in the words of the question')
}

/** "how is this tax paid?": where a thing belongs and who leads it answers no question that was not understood. */
function ofPlaceInLists(query: Query, library: Library): Verdict | null {
  const isListed =
    query.things.length > 0 && query.things.every(({ role }) => role === 'item' || role === 'group' || role === 'organisation')
  return isListed && query.unknown.length > 0 && asksBy(query, ASKING)
    ? refused(query, library, 'asks something of it that was not understood')
    : null
}

function inTerms(query: Query, library: Library): Verdict | null {
  return told(query, precisely(query, query.things, library), 'what is said of it in the terms of the question')
}

/** "what does one wear to it?": nothing that is said of it has the word. */
function ofAlienWords(query: Query, library: Library): Verdict | null {
  const topics = ownTopics(query)
  const isOfTopics = topics.length > 0 && topics.length === query.things.length
  return isOfTopics && asksBy(query, [...ASKING, 'yesno']) && alienWords(query, topics, library).length > 0
    ? refused(query, library, 'something of it that was not understood')
    : null
}

/** Asked for a number, a day or a place that no aspect names. */
function ofSomethingPrecise(query: Query, library: Library): Verdict | null {
  return asksBy(query, ['howmany', 'when', 'where', 'howlong'])
    ? refused(query, library, 'asks for something precise of no known aspect')
    : null
}

function told(query: Query, facts: readonly Fact[], reason: string): Verdict | null {
  if (facts.length === 0) return null
  return answered(
    query.notice,
    facts.flatMap((fact) => onClock(fact, query)),
    reason,
  )
}

/** A word that may be about anything is about something else where what is asked was not understood. */
function refused(query: Query, library: Library, reason: string): Verdict {
  return isLoose(query) ? foreign(query) : notStated(query, library, reason)
}

function isLoose({ anchor, inherited }: Query): boolean {
  return anchor === 'loose' && !inherited.things
}
