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
  const all = library.withAspect(query.notice.id, 'opinion')
  if (all.length === 0) return notStated(query, library, 'no opinions')
  const people = query.things.filter((thing) => thing.role === 'person')
  const topics = query.things.filter((thing) => thing.role !== 'person')
  const subjects = [...topics, ...query.kinds.filter((kind) => kind.entry.role !== 'person')]
  const onTopic = all.filter((fact) => subjects.some(({ id }) => library.of(id).includes(fact)))
  if (people.length > 0) return noOpinionAsked(query, topics, library) ?? ofPeople(query, people, topics, all, onTopic, library)
  if (onTopic.length > 0) return heard(query, onTopic, 'what is said of it')
  return topics.length > 0 ? overview({ ...query, things: topics }, library) : ofWhole(query, all, library)
}

/** Asked for something of a person that is no opinion: who it is, when born, where from, how much. */
function noOpinionAsked(query: Query, topics: readonly Thing[], library: Library): Verdict | null {
  if (query.cues.has('opinion')) return null
  if (query.cues.has('who')) return overview(query, library)
  return topics.length === 0 && !query.inherited.aspects && asksBy(query, ['when', 'where', 'howmany', 'howlong'])
    ? notStated(query, library, 'nothing of the kind about a person')
    : null
}

function ofPeople(
  query: Query,
  people: readonly Thing[],
  topics: readonly Thing[],
  all: readonly Fact[],
  onTopic: readonly Fact[],
  library: Library,
): Verdict {
  const by = (person: Thing): Fact[] => all.filter((fact) => fact.entry.says === person.entry.id)
  const theirs = all.filter((fact) => people.some((person) => person.entry.id === fact.entry.says))
  if (theirs.length === 0) return overview(query, library)
  if (topics.length === 0)
    return heard(
      query,
      people.length > 1 ? people.flatMap((person) => by(person).slice(0, TOLD.opinions / 2)) : theirs,
      'what they say of it',
    )
  const meant = theirs.filter((fact) => onTopic.includes(fact))
  if (meant.length > 0) return heard(query, meant, 'what they say of it')
  const echoed = theirs.filter((fact) => echoCount(query.content, fact) > 0)
  if (echoed.length > 0) return heard(query, echoed, 'what they say in these words')
  const isLoose = topics.every((topic) => topic.role !== null || topic.entry.kind !== 'topic')
  return isLoose && query.unknown.length === 0
    ? heard(query, theirs, 'what they say')
    : notStated(query, library, 'they do not speak of it')
}

/** Nobody and nothing is named: who spoke, or what is said of the whole. */
function ofWhole(query: Query, all: readonly Fact[], library: Library): Verdict {
  const speakers = [...query.notice.kinds.values()].filter(({ role }) => role === 'person')
  const whoSpoke = speakers
    .flatMap(({ id }) => library.about('opinion', `${query.notice.id}/${id}`))
    .filter((fact) => fact.entry.value !== undefined)
  const isOfSpeakers = query.kinds.some((kind) => kind.entry.role === 'person') || query.cues.has('who')
  const onWhole = isOfSpeakers ? [] : all.filter((fact) => fact.entry.about.some((id) => query.notice.file.whole.includes(id)))
  if (onWhole.length > 0 && query.whole) return heard(query, onWhole, 'what is said of the whole')
  return whoSpoke.length > 0 ? answered(query.notice, listed(whoSpoke), 'who spoke') : clarifyWhat(query, library)
}

function heard(query: Query, facts: readonly Fact[], reason: string): Verdict {
  return answered(query.notice, listed(facts.slice(0, TOLD.opinions)), reason)
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
