// What is said of a topic, where what is asked of it has no fact of its own.
import type { Fact, Library } from '../knowledge/library.js'
import { amountsIn } from '../knowledge/values.js'
import { unechoed } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { TOLD } from '../tuning.js'
import { overview } from './overview.js'
import { notStated } from './refuse.js'
import { ownTopics } from './roles.js'
import { answered, tell, type Verdict } from './verdict.js'

/** Two things of different kinds, one of them a topic, that one fact is about: that fact is meant, whatever else the question says. */
export function saidTogether(query: Query, library: Library): Verdict | null {
  const [asked] = query.aspects
  const topics = query.things.filter((thing) => thing.entry.kind === 'topic')
  const isSilent = asked?.aspect.bound === true && library.withAspect(query.notice.id, asked.aspect.id).length === 0
  const isSaying = query.aspects.some(({ aspect }) => aspect.op === 'attribution' || aspect.op === 'opinion' || aspect.id === 'reason')
  if (topics.length === 0 || query.things.length < 2 || isSilent || isSaying) return null
  // What an asker says of themselves before "may I apply?" asks for a condition, and for nothing else that is said of it.
  const aside = asked?.aspect.op === 'eligibility' && !topics.some((topic) => query.own.includes(topic)) && !query.inherited.things
  const hits = new Map<Fact, number>()
  for (const thing of query.things) for (const fact of library.of(thing.id)) hits.set(fact, (hits.get(fact) ?? 0) + 1)
  const most = Math.max(0, ...hits.values())
  if (most < 2) return null
  const isMeant = (fact: Fact): boolean =>
    hits.get(fact) === most &&
    (!aside || amountsIn(fact.entry.value).some(({ limit }) => limit)) &&
    topics.some((topic) => library.of(topic.id).includes(fact))
  const facts = [...hits.keys()].filter(isMeant).slice(0, TOLD.together)
  return facts.length > 0 ? answered(query.notice, facts.map(tell), 'what the source says of these together') : null
}

/** A topic or a practice names what is said of it: where the aspect has no fact about it, what the source says of it is told. */
export function ofContent(query: Query, library: Library): Verdict | null {
  if (!namesContent(query, library)) return null
  const topics = ownTopics(query)
  if (topics.length === 0) return overview(query, library)
  const alien = unechoed(
    query.unknown,
    topics.flatMap((topic) => library.of(topic.id)),
  )
  return alien.length === query.unknown.length && alien.some((word) => word.length > 1)
    ? notStated(query, library, 'something of it that was not understood')
    : overview({ ...query, things: topics }, library)
}

function namesContent(query: Query, library: Library): boolean {
  const [match] = query.aspects
  const contents = query.things.filter((thing) => thing.entry.kind === 'topic' || thing.role === 'activity')
  if (!match || contents.length === 0 || TITLES.has(match.aspect.id)) return false
  if (library.withAspect(query.notice.id, match.aspect.id).length === 0) return false
  // What only comes near to what is asked (that it is forbidden, to the penalty) does not tell it.
  if (match.aspect.near.some((near) => contents.some((thing) => library.about(near, thing.id).length > 0))) return false
  // "must one have this for that?": what is asked of the one is not what is said of the other.
  const asked = match.rule.needs.includes('@topic') ? contents : query.things
  return !asked.some((thing) => library.about(match.aspect.id, thing.id).length > 0)
}

/** What a text is called: told by no other fact about it. */
const TITLES: ReadonlySet<string> = new Set(['title', 'article-title'])
