// Which pictures can be drawn of a notice, and from which facts. A rule for any notice; it is worked out once for each.
import type { Fact, KindOfThing, Library, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { valuesIn } from '../knowledge/values.js'

/** Facts that say when, and those that say how long. */
export interface TimelinePlan {
  readonly dated: readonly Fact[]
  readonly lasting: readonly Fact[]
}

export interface MapPlan {
  readonly kind: KindOfThing
  /** What it draws, group by group; null stands for no group. */
  readonly groups: readonly { readonly group: Thing | null; readonly members: readonly Thing[] }[]
  /** Facts that say what belongs where. */
  readonly frame: readonly Fact[]
  /** Facts that say how many there are. */
  readonly counts: readonly Fact[]
  /** By thing, the facts that say who leads it. */
  readonly leads: ReadonlyMap<Thing, readonly Fact[]>
}

export interface Plan {
  readonly timeline: TimelinePlan | null
  readonly map: MapPlan | null
}

/** More than that would be no picture any more. */
const MOST_MOMENTS = 12
const MOST_MEMBERS = 60

const plans = new WeakMap<Library, Map<string, Plan>>()

export function planOf(notice: Notice, library: Library): Plan {
  const known = plans.get(library) ?? new Map<string, Plan>()
  plans.set(library, known)
  const plan = known.get(notice.id) ?? { timeline: timelinePlan(notice, library), map: mapPlan(notice, library) }
  known.set(notice.id, plan)
  return plan
}

function timelinePlan(notice: Notice, library: Library): TimelinePlan | null {
  const aspects = [...library.language.aspects.values()].filter(({ id, op }) => op === 'date' || id.endsWith('-date'))
  const facts = [...new Set(aspects.flatMap(({ id }) => library.withAspect(notice.id, id)))]
  const having =
    (key: 'date' | 'until' | 'period') =>
    (fact: Fact): boolean =>
      valuesIn(fact.entry.value).some((value) => key in value)
  const dated = facts.filter((fact) => having('date')(fact) || having('until')(fact))
  const lasting = facts.filter(having('period'))
  if (dated.length === 0 || dated.length + lasting.length > MOST_MOMENTS) return null
  return { dated, lasting }
}

function mapPlan(notice: Notice, library: Library): MapPlan | null {
  const entry = [...notice.kinds.values()].find(({ role }) => role === 'item')
  const kind = entry && library.kinds.get(`${notice.id}/${entry.id}`)
  const members = kind ? library.members(kind.id) : []
  if (!kind || members.length < 2 || members.length > MOST_MEMBERS) return null
  const groupOf = ({ entry: { part_of } }: Thing): Thing | null => (part_of && library.things.get(`${notice.id}/${part_of}`)) || null
  const groups = [...new Set(members.map(groupOf))].map((group) => ({ group, members: members.filter((one) => groupOf(one) === group) }))
  const named = groups.flatMap(({ group }) => (group ? library.about('membership', group.id) : []))
  return {
    kind,
    groups,
    frame: named.length > 0 ? named : library.about('membership', kind.id),
    counts: library.about('count', kind.id),
    leads: new Map(members.map((one) => [one, library.about('lead', one.id)] as const).filter(([, facts]) => facts.length > 0)),
  }
}
