// Who said what: opinions are the speaker's, never the notice's.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import { asksBy } from '../query/cues.js'
import { echoCount } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { overview } from './overview.js'
import { clarifyWhat, notStated } from './refuse.js'
import { answered, named, type Part, say, tell, type Verdict } from './verdict.js'

export function opinion(query: Query, library: Library): Verdict {
  const people = query.things.filter((thing) => thing.role === 'person')
  const topics = query.things.filter((thing) => thing.role !== 'person')
  const all = library.withAspect(query.notice.id, 'opinion')
  if (all.length === 0) return notStated(query, library, 'no opinions')
  const onTopic = (fact: Fact): boolean =>
    [...topics, ...query.kinds.filter((kind) => kind.entry.role !== 'person')].some(({ id }) => library.of(id).includes(fact))
  const by = (fact: Fact): boolean => people.some((person) => person.entry.id === fact.entry.says)
  if (people.length > 0 && !query.cues.has('opinion')) {
    if (query.cues.has('who')) return overview(query, library)
    // Asked for something of a person that is no opinion: when born, where from, how much.
    if (topics.length === 0 && !query.inherited.aspects && asksBy(query, ['when', 'where', 'howmany', 'howlong']))
      return notStated(query, library, 'nothing of the kind about a person')
  }
  if (people.length > 0) {
    const theirs = all.filter(by)
    const facts =
      topics.length > 0
        ? theirs.filter(onTopic)
        : people.length > 1
          ? people.flatMap((person) => theirs.filter((fact) => fact.entry.says === person.entry.id).slice(0, TOLD.opinions / 2))
          : theirs
    if (facts.length > 0) return answered(query.notice, listed(facts.slice(0, TOLD.opinions)), 'what they say of it')
    if (theirs.length === 0) return overview(query, library)
    const echoed = theirs.filter((fact) => echoCount(query.content, fact) > 0)
    if (echoed.length > 0) return answered(query.notice, listed(echoed.slice(0, TOLD.opinions)), 'what they say in these words')
    const loose = topics.every((topic) => topic.role !== null || topic.entry.kind !== 'topic')
    return loose && query.unknown.length === 0
      ? answered(query.notice, listed(theirs.slice(0, TOLD.opinions)), 'what they say')
      : notStated(query, library, 'they do not speak of it')
  }
  const facts = all.filter(onTopic)
  if (facts.length > 0) return answered(query.notice, listed(facts.slice(0, TOLD.opinions)), 'what is said of it')
  if (topics.length > 0) return overview({ ...query, things: topics }, library)
  const speakers = query.notice.kinds
  const whoSpoke = [...speakers.values()]
    .filter((kind) => kind.role === 'person')
    .flatMap((kind) => library.about('opinion', `${query.notice.id}/${kind.id}`))
  const overall = whoSpoke.filter((fact) => fact.entry.value !== undefined)
  if (query.kinds.some((kind) => kind.entry.role === 'person') || query.cues.has('who'))
    return overall.length > 0 ? answered(query.notice, listed(overall), 'who spoke') : clarifyWhat(query, library)
  const onWhole = all.filter((fact) => fact.entry.about.some((id) => query.notice.file.whole.includes(id)))
  return onWhole.length > 0 && query.whole
    ? answered(query.notice, listed(onWhole.slice(0, TOLD.opinions)), 'what is said of the whole')
    : overall.length > 0
      ? answered(query.notice, listed(overall), 'who spoke')
      : clarifyWhat(query, library)
}

export function attribution(query: Query, library: Library): Verdict {
  const topics = query.things.filter((thing) => thing.role !== 'person' || query.things.length === 1)
  const found = topics.length > 0 ? ranked(topics, library) : []
  const claimed = query.things.filter((thing) => thing.role === 'person')
  const sources = library.withAspect(query.notice.id, 'source')
  if (found.length === 0 && query.things.length === 0 && query.unknown.length === 0 && sources.length > 0)
    return answered(query.notice, listed(sources), 'where all of it is from')
  if (found.length === 0)
    return claimed.length > 0 ? opinion(query, library) : notStated(query, library, 'a saying that is not in the source')
  const parts = found.flatMap((fact): Part[] => {
    const speaker = library.things.get(`${fact.notice.id}/${fact.entry.says}`)
    return speaker
      ? [say(speaker.role === 'person' ? 'said-by-person' : 'said-by-text', { things: named([speaker]) }), { kind: 'fact', fact }]
      : [{ kind: 'fact', fact }]
  })
  return answered(query.notice, parts, 'who said it')
}

/** The facts that most of the named topics are in; at most two. */
function ranked(topics: readonly Thing[], library: Library): Fact[] {
  const hits = new Map<Fact, number>()
  for (const topic of topics)
    for (const fact of library.of(topic.id)) hits.set(fact, (hits.get(fact) ?? 0) + (topic.entry.kind === 'topic' ? 2 : 1))
  const most = Math.max(0, ...hits.values())
  const best = [...hits].filter(([, n]) => n === most).map(([fact]) => fact)
  const opinions = best.filter((fact) => fact.entry.aspect.includes('opinion'))
  return (opinions.length > 0 ? opinions : best).slice(0, TOLD.sayings)
}

function listed(facts: readonly Fact[]): Part[] {
  return facts.length > 1 ? [{ kind: 'facts', facts }] : facts.map(tell)
}
