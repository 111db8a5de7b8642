// A thing or the notice is named, and no aspect of it is asked for that we know: an overview, where that answers what was asked.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import { asksBy } from '../query/cues.js'
import { echoes } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { onClock } from './dates.js'
import { overview } from './overview.js'
import { precisely } from './precisely.js'
import { foreign, notStated } from './refuse.js'
import { isSomebody, ownTopics } from './roles.js'
import { alienWords } from './scope.js'
import { answered, type Verdict } from './verdict.js'

function isSilent(thing: Thing, library: Library): boolean {
  return isSomebody(thing) && library.of(thing.id).length === 0
}

/** Cues of a question, whatever it wants. */
const ASKING = ['how', 'why', 'what', 'which', 'who', 'can', 'must'] as const

/** Asked for a number, a day or a place that no aspect names: an overview of the thing would answer something else. */
const PRECISE = ['howmany', 'when', 'where', 'howlong'] as const

/** The facts of the things named that use every word which nothing explains: what is asked of a thing in a fact's own words. */
function inItsWords(query: Query, library: Library): readonly Fact[] {
  const { own, unknown, loosely } = query
  const firm =
    own.length > 0 && own.length === query.things.length && !own.some((thing) => thing.role === 'person' || loosely.has(thing.id))
  const words = unknown.filter((word) => word.length > 1)
  // "is it at the desk?", "which experts are there?": that a fact has the word is no yes and no list.
  const asked = asksBy(query, ['how', 'can', 'must', 'when', 'where'])
  if (!firm || !asked || words.length === 0 || words.length < unknown.length) return []
  const facts = [...new Set(own.flatMap((thing) => library.of(thing.id)))]
  return facts.filter((fact) => words.every((word) => echoes(word, fact))).slice(0, TOLD.echoed)
}

export function unasked(query: Query, library: Library): Verdict {
  const loose = query.anchor === 'loose' && !query.inherited.things
  // A body that the source does not speak of, and something asked of it that nothing explains: a vacancy at a ministry.
  if (query.things.length > 0 && query.unknown.length > 0 && query.things.every((thing) => isSilent(thing, library))) return foreign(query)
  // The notice is named and something is asked that no cue explains: a summary would not answer it.
  if (query.things.length === 0 && (query.unknown.length > 0 || asksBy(query, ['yesno', 'can', 'must', 'only', 'not'])))
    return loose && query.unknown.length > 0 ? foreign(query) : notStated(query, library, 'not understood')
  // What a notice deals with at large ("what is that?") is not what the notice is about.
  if (query.things.length === 0 && query.wholes.every((whole) => whole.entry.kind === 'topic'))
    return query.cues.size > 0 ? notStated(query, library, 'the subject itself') : overview(query, library)
  const echoed = inItsWords(query, library)
  if (echoed.length > 0)
    return answered(
      query.notice,
      echoed.flatMap((fact) => onClock(fact, query)),
      'what is said of it in the words of the question',
    )
  // "how is this tax paid?": where a thing belongs and who leads it answers no question that was not understood.
  const structural = query.things.length > 0 && query.things.every((thing) => ['item', 'group', 'organisation'].includes(thing.role ?? ''))
  if (structural && query.unknown.length > 0 && asksBy(query, ASKING))
    return loose ? foreign(query) : notStated(query, library, 'asks something of it that was not understood')
  const told = precisely(query, query.things, library)
  if (told.length > 0)
    return answered(
      query.notice,
      told.flatMap((fact) => onClock(fact, query)),
      'what is said of it in the terms of the question',
    )
  // "what does one wear to it?": nothing that is said of it has the word.
  const topics = ownTopics(query)
  const asking = asksBy(query, ASKING) || query.cues.has('yesno')
  if (topics.length > 0 && topics.length === query.things.length && asking && alienWords(query, topics, library).length > 0)
    return loose ? foreign(query) : notStated(query, library, 'something of it that was not understood')
  if (asksBy(query, PRECISE)) return loose ? foreign(query) : notStated(query, library, 'asks for something precise of no known aspect')
  return loose && query.unknown.length > 0 ? foreign(query) : overview(query, library)
}
