// A query → what the knowledge has to say to it, by the first rule that has anything to say.

import { firstOf } from '../first-of.js'
import type { Library } from '../knowledge/library.js'
import type { Operation } from '../language/schema.js'
import { unechoed } from '../query/echo.js'
import type { Query } from '../query/query.js'
import { cueWeight, SAYS } from '../tuning.js'
import { measured } from './amounts.js'
import { ofUnlisted } from './belonging.js'
import { category } from './category.js'
import { compare } from './compare.js'
import { dates } from './dates.js'
import { dispute, disputedNumber, misprint } from './dispute.js'
import { eligibility } from './eligibility.js'
import { map, schedule } from './illustrate.js'
import { beforeTheDay, onNamedDay, stillForApplicant } from './in-time.js'
import { lookup } from './lookup.js'
import { members } from './members.js'
import { attribution, opinion } from './opinion.js'
import { overview } from './overview.js'
import { inItsTerms } from './precisely.js'
import { reason } from './reason.js'
import { clarifyWhat, helpFor, notStated, unclear } from './refuse.js'
import { ofListedBody, ofOtherYear, ofUnspokenTopic } from './silence.js'
import { ofContent, saidTogether } from './topics.js'
import { unasked } from './unasked.js'
import type { Verdict } from './verdict.js'

/** A way of answering; null where it has nothing to say to a query, and the next one is tried. */
type Rule = (query: Query, library: Library) => Verdict | null

/** What a question names may decide before what is asked of it. In this order. */
const BY_WHAT_IS_NAMED: readonly Rule[] = [
  // What the notice does not speak of: nothing else that it says is an answer.
  ofUnspokenTopic,
  ofOtherYear,
  // Numbers that sources print differently: neither confirmed nor denied.
  disputedNumber,
  misprint,
  // What is taken for one of a list and is not on it.
  besideUnlisted,
  ofUnlisted,
  // Days and amounts that are held against those of the notice, and values that are asked for.
  onNamedDay,
  stillForApplicant,
  measured,
  inItsTerms,
  saidTogether,
  withoutAspect,
  ofListedBody,
]

/** How an aspect is answered (`op` of aspects.yaml) where looking up its facts is not enough. */
const BY_OPERATION: Readonly<Record<Operation, (query: Query, library: Library) => Verdict>> = {
  help: helpFor,
  eligibility,
  compare,
  opinion,
  attribution,
  date: (query, library) => beforeTheDay(query, library) ?? dates(query, library),
  dispute: (query, library) =>
    dispute(query, library) ?? answer({ ...query, aspects: query.aspects.filter(({ aspect }) => aspect.op !== 'dispute') }, library),
  about: (query, library) => (query.things.length > 0 ? overview(query, library) : lookup(query, library)),
  category,
  members,
  'kind-track': members,
  schedule,
  map,
}

/** How any other aspect is answered. In this order. */
const BY_ASPECT: readonly Rule[] = [reasonGiven, vagueRequirement, ofContent, ofWhat, lookup]

export function answer(query: Query, library: Library): Verdict {
  const named = firstOf(BY_WHAT_IS_NAMED, query, library)
  if (named) return named
  const operation = query.aspects[0]?.aspect.op
  return operation ? BY_OPERATION[operation](query, library) : (firstOf(BY_ASPECT, query, library) as Verdict)
}

/** What is asked of a listed thing is answered for it, whatever else is named. */
function besideUnlisted(query: Query, library: Library): Verdict | null {
  const items = query.things.filter((thing) => thing.role === 'item')
  const unlisted = items.filter((thing) => !thing.entry.listed)
  const asked = query.aspects[0]?.aspect
  if (unlisted.length === 0 || unlisted.length === items.length || !asked || asked.op) return null
  return answer({ ...query, things: query.things.filter((thing) => !unlisted.includes(thing)) }, library)
}

function withoutAspect(query: Query, library: Library): Verdict | null {
  if (query.aspects.length > 0) return null
  if (query.kinds.length > 0) return members(query, library)
  return query.things.length > 0 || query.whole ? unasked(query, library) : unclear(query.notice, 'nothing is asked')
}

function reasonGiven(query: Query, library: Library): Verdict | null {
  return query.aspects[0]?.aspect.id === 'reason' ? reason(query, library) : null
}

/** "any requirement?" beside words that nothing explains asks for something that is not understood. */
function vagueRequirement(query: Query, library: Library): Verdict | null {
  const [match] = query.aspects
  if (!match?.rule.needs.includes('require') || !match.rule.needs.every((need) => cueWeight(need) <= SAYS.something)) return null
  const alien = unechoed(query.unknown, library.withAspect(query.notice.id, match.aspect.id))
  return alien.length > 0 ? notStated(query, library, 'a requirement that was not understood') : null
}

/** Nothing ties the question to the notice, not all of it was understood, and what it asks for the notice does not state. */
function ofWhat(query: Query, library: Library): Verdict | null {
  const aspect = query.aspects[0]?.aspect
  const isTied = query.anchor !== 'none' || aspect?.bound === true || query.unexplained === 0
  return isTied || library.withAspect(query.notice.id, aspect?.id ?? '').length > 0 ? null : clarifyWhat(query, library)
}
