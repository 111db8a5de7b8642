// What roles the things of a list of facts have: worked out once a list, for the lists of the library never change.
import type { Fact, Library, Thing } from '../knowledge/library.js'
import type { Query } from '../query/query.js'

export interface Roles {
  /** Of all that the facts are about or name, but for what stands for the whole. */
  readonly all: ReadonlySet<string>
  /** Of what facts with things for a value name, and of what these facts are about. */
  readonly values: ReadonlySet<string>
  readonly subjects: ReadonlySet<string>
}

const known = new WeakMap<readonly Fact[], Roles>()

/** @param facts a list that the library gave out */
export function rolesIn(facts: readonly Fact[], library: Library): Roles {
  let roles = known.get(facts)
  if (!roles) {
    roles = collect(facts, library)
    known.set(facts, roles)
  }
  return roles
}

export function roleOf(thing: Thing): string {
  return thing.role ?? thing.entry.kind
}

/** Kinds without a role that are bodies. */
const SOMEBODY: ReadonlySet<string> = new Set(['media', 'company'])

/** A person or a body: what is said of the whole says nothing of one of them. */
export function isSomebody(thing: Thing): boolean {
  const plain = thing.role === null && !thing.whole && SOMEBODY.has(thing.entry.kind)
  return plain || thing.role === 'person' || thing.role === 'organisation' || thing.role === 'participant'
}

/** Topics that a question names in its own words: what is said of them comes before what is said of the whole. */
export function ownTopics(query: Query): readonly Thing[] {
  return query.own.filter((thing) => thing.role === null && !thing.whole && thing.entry.kind === 'topic')
}

function collect(facts: readonly Fact[], library: Library): Roles {
  const [all, values, subjects] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const { notice, entry } of facts) {
    const named = entry.value && 'things' in entry.value ? entry.value.things : null
    const add = (ids: readonly string[], roles: Set<string> | null): void => {
      for (const id of ids) {
        const thing = library.things.get(`${notice.id}/${id}`)
        if (thing && roles) roles.add(roleOf(thing))
        if (thing && !thing.whole) all.add(roleOf(thing))
        const kind = library.kinds.get(`${notice.id}/${id}`)
        if (kind) all.add(kind.entry.role)
      }
    }
    add(entry.about, named && subjects)
    add(named ?? [], values)
  }
  return { all, values, subjects }
}
