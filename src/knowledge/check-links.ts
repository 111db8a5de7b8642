// How things hang together: what they are part of, what they are a case of, who a rule is open to.
import { type Found, find, idsIn, type NoticeFiles } from './files.js'
import type { Problem } from './notice.js'
import { textAt } from './raw.js'
import { PLAIN_KINDS, ROLES, type Role } from './schema.js'
import { quote } from './wording.js'

const PLAIN = new Set<string>(PLAIN_KINDS)

interface Thing {
  readonly kind: string
  readonly role: Role | null
}

export function checkLinks(files: NoticeFiles): Problem[] {
  const partOf = find(files.things, ['*', 'part_of'])
  const isA = find(files.things, ['*', 'is_a'])
  const ownerOf = ({ path }: Found): string => textAt(files.things.raw, [path[0] as number, 'id']) ?? `#${String(path[0])}`
  const problems = [...cycles(partOf, ownerOf, 'part_of'), ...cycles(isA, ownerOf, 'is_a')]
  for (const link of find(files.facts, ['*', 'of'])) {
    if (link.value === textAt(files.facts.raw, [link.path[0] as number, 'id']))
      problems.push(link.problem('the fact gives the reason of itself; name another fact, or remove the key'))
  }
  if (!idsIn(files.notice, ['kinds', '*', 'id'])) return problems
  const things = thingsOf(files)
  for (const link of isA) {
    const [owner, wider] = [things.get(ownerOf(link)), things.get(link.value)]
    if (owner && wider && owner.kind !== wider.kind) {
      problems.push(
        link.problem(
          `${quote(link.value)} is of the kind ${quote(wider.kind)} and this thing of the kind ${quote(owner.kind)}; name a wider thing of the same kind`,
        ),
      )
    }
  }
  const needRole = (found: readonly Found[], role: Role, names: string): void => {
    for (const { value, problem } of found) {
      const thing = things.get(value)
      if (thing && thing.role !== role)
        problems.push(
          problem(`${quote(value)} is of the kind ${quote(thing.kind)}; name ${names} here, a thing whose kind has the role ${role}`),
        )
    }
  }
  needRole(partOf, 'group', 'a group')
  needRole(find(files.eligibility, ['*', 'track']), 'track', 'what one applies for')
  needRole(find(files.eligibility, ['*', 'open_to']), 'applicant', 'who may apply')
  needRole(find(files.eligibility, ['*', 'closed_to']), 'applicant', 'who may not apply')
  return problems
}

/** The things that can be told, by id. Things of a kind that does not exist are left out: that is reported elsewhere. */
function thingsOf(files: NoticeFiles): Map<string, Thing> {
  const roles = new Map<string, string>()
  for (const { value, path } of find(files.notice, ['kinds', '*', 'id']))
    roles.set(value, textAt(files.notice.raw, [...path.slice(0, -1), 'role']) ?? '')
  const things = new Map<string, Thing>()
  for (const { value, path } of find(files.things, ['*', 'id'])) {
    const kind = textAt(files.things.raw, [...path.slice(0, -1), 'kind']) ?? ''
    const named = roles.get(kind)
    const role = ROLES.find((r) => r === named) ?? null
    // A kind that is misspelt, or whose role is, could have any role: nothing is held against its things.
    if (role !== null || PLAIN.has(kind)) things.set(value, { kind, role })
  }
  return things
}

/** Every ring of links once, at the link of it that stands first. */
function cycles(links: readonly Found[], ownerOf: (link: Found) => string, key: string): Problem[] {
  const from = new Map<string, Found[]>()
  for (const link of links) from.set(ownerOf(link), [...(from.get(ownerOf(link)) ?? []), link])
  const done = new Set<string>()
  const problems: Problem[] = []
  for (const start of from.keys()) {
    const ring = done.has(start) ? null : wayBack(start, from)
    if (!ring) continue
    for (const id of ring) done.add(id)
    const link = from.get(start)?.find(({ value }) => value === (ring[1] ?? start)) as Found
    problems.push(
      link.problem(`${[...ring, start].map(quote).join(' → ')} leads back to where it begins; remove one of these ${key} links`),
    )
  }
  return problems
}

/** The ids on the shortest way from a thing over its links back to itself. */
function wayBack(start: string, from: ReadonlyMap<string, readonly Found[]>): string[] | null {
  const seen = new Set<string>()
  const ways = [[start]]
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const { value } of from.get(way.at(-1) as string) ?? []) {
      if (value === start) return way
      if (!seen.has(value)) ways.push([...way, value])
      seen.add(value)
    }
  }
  return null
}
