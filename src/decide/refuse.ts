// What is said where no fact answers: not stated (with what comes nearest), not ours, which one, or how to ask.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import type { Aspect } from '../language/language.js'
import type { Query } from '../query/query.js'
import { OFFERED, TOLD } from '../tuning.js'
import { isSomebody, rolesIn } from './roles.js'
import { type Arg, named, type Offer, type Part, say, type Verdict } from './verdict.js'

export function notStated(query: Query, library: Library, reason: string): Verdict {
  const aspect = query.aspects[0]?.aspect
  const near = nearest(query, library)
  const things = query.things.filter((thing) => thing.role !== 'applicant')
  const parts: Part[] = [notStatedPart(query, things, library), ...(near.length > 0 ? [{ kind: 'near' as const, facts: near }] : [])]
  const firm = query.unexplained === 0 && query.aspects.length > 0
  return {
    status: 'not_stated',
    notice: query.notice,
    parts,
    facts: near,
    offers: [],
    firm,
    reason: aspect ? `${reason} (${aspect.id})` : reason,
  }
}

/** A refusal with these facts in place of those that come nearest to what is not stated. */
export function withNear(refused: Verdict, facts: readonly Fact[]): Verdict {
  return { ...refused, parts: [...refused.parts.slice(0, 1), { kind: 'near', facts }], facts }
}

function notStatedPart(query: Query, things: readonly Thing[], library: Library): Part {
  const aspect = query.aspects.find(({ aspect }) => aspect.op !== 'members' && aspect.op !== 'help')?.aspect
  const words: Arg = { kind: 'words', text: query.unknown.join(' ') }
  const namesBodies = aspect && rolesIn(library.withAspect(query.notice.id, aspect.id), library).values.has('organisation')
  const own = aspect ? unstatedOf(aspect, things.filter(isSomebody)) : null
  if (own) return own
  const isNamed = (thing: Thing): boolean => aspect !== undefined && library.naming(aspect.id, thing.id).length > 0
  if (aspect && namesBodies && things.length > 0 && things.every((thing) => isSomebody(thing) && !isNamed(thing)))
    return say('not-named-as', { things: named(things), aspect: { kind: 'aspect', aspect } })
  if (aspect)
    return things.length > 0
      ? say('not-stated-of', { things: named(things), aspect: { kind: 'aspect', aspect } })
      : say('not-stated', { aspect: { kind: 'aspect', aspect } })
  return query.unknown.length > 0 ? say('not-stated-words', { words }) : say('not-stated-at-all')
}

/** An aspect's own sentence on that it is not stated of somebody, where it has one. */
export function unstatedOf(aspect: Aspect, things: readonly Thing[]): Part | null {
  return aspect.unstated && things.length > 0 ? say(aspect.unstated, { things: named(things) }) : null
}

/** The facts that come nearest to what is not stated: what a related aspect says of the very things, then those that the editor named, then those of related aspects. */
export function nearest(query: Query, library: Library): readonly Fact[] {
  const { notice } = query
  const beside = query.aspects.flatMap(({ aspect }) =>
    query.things
      .filter(isSomebody)
      .flatMap((thing) => aspect.near.flatMap((id) => [...library.about(id, thing.id), ...library.naming(id, thing.id)])),
  )
  if (beside.length > 0) return [...new Set(beside)].slice(0, TOLD.near)
  const ids = query.aspects.flatMap(({ aspect }) => notice.gaps.filter((gap) => gap.aspect === aspect.id).flatMap((gap) => gap.nearest))
  const fromGaps = ids.flatMap((id) => library.facts.get(`${notice.id}/${id}`) ?? [])
  if (fromGaps.length > 0) return [...new Set(fromGaps)].slice(0, TOLD.near)
  const related = query.aspects.flatMap(({ aspect }) => [aspect.id, ...aspect.near].flatMap((id) => library.withAspect(notice.id, id)))
  // That there are so many of one kind is not near to how many there are of another.
  const kinds = [...query.things.map(({ entry }) => entry.kind), ...query.kinds.map(({ entry }) => entry.id)]
  const general = related.filter(({ entry }) =>
    entry.about.some((id) =>
      entry.aspect.includes('count') ? kinds.includes(id) : notice.file.whole.includes(id) || notice.kinds.has(id),
    ),
  )
  const alike = general.filter((fact) => query.things.some((thing) => isSomebody(thing) && fact.entry.about.includes(thing.entry.kind)))
  return [...new Set(alike.length > 0 ? alike : general)].slice(0, TOLD.nearInGeneral)
}

export function foreign(query: Query): Verdict {
  return {
    status: 'out_of_scope',
    notice: null,
    parts: [say('out-of-scope', { title: { kind: 'titles' } })],
    facts: [],
    offers: [],
    reason: `not about a loaded notice: ${query.unknown.join(', ') || 'nothing known in it'}`,
  }
}

/** Several things could be meant: offers what the notice is most asked about. */
export function clarifyWhat(query: Query, library: Library): Verdict {
  const thing = query.things[0]
  const offers: Offer[] = thing
    ? aspectsOf(thing, library)
    : query.aspects
        .flatMap(({ aspect }) => library.withAspect(query.notice.id, aspect.id))
        .slice(0, OFFERED.instead)
        .map((fact) => ({ kind: 'fact', fact }))
  return {
    status: 'clarify',
    notice: query.notice,
    parts: [say('clarify')],
    facts: [],
    offers: offers.length > 0 ? offers : starters(query, library),
    reason: 'several readings',
  }
}

/** Nothing is asked of a notice. */
export function unclear(notice: Notice, reason: string): Verdict {
  return {
    status: 'clarify',
    notice,
    parts: [say('clarify-nothing', { title: { kind: 'titles' } })],
    facts: [],
    offers: [],
    reason,
  }
}

/** What was chosen is not there any more: said so, and never answered with what is there instead. */
export function changed(notice: Notice, library: Library): Verdict {
  const offers = starters({ notice }, library)
  return { ...unclear(notice, 'what was chosen is not there any more'), parts: [say('changed')], offers }
}

export function helpFor(query: Query): Verdict {
  const key = (['usage', 'thank', 'bye', 'greet'] as const).find((cue) => query.cues.has(cue)) ?? 'usage'
  return {
    status: 'help',
    notice: query.notice,
    parts: [say(`help-${key}`, { title: { kind: 'titles' } })],
    facts: [],
    offers: [],
    reason: key,
  }
}

function aspectsOf(thing: Thing, library: Library): Offer[] {
  return library
    .of(thing.id)
    .slice(0, OFFERED.instead)
    .map((fact): Offer => ({ kind: 'fact', fact }))
}

/** What to offer someone who has asked nothing yet. */
export function starters(query: { readonly notice: Query['notice'] }, library: Library): Offer[] {
  const aspects = [
    'summary',
    'membership',
    'eligibility',
    'completion-deadline',
    'lead',
    'application-deadline',
    'amount',
    'materials',
  ] as const
  const facts = aspects.flatMap((aspect) => library.withAspect(query.notice.id, aspect)[0] ?? [])
  return [...new Set(facts)].slice(0, OFFERED.instead).map((fact) => ({ kind: 'fact', fact }))
}
