// What the asker calls a thing, beside what the source does.
import type { Thing } from '../knowledge/library.js'
import type { Query } from '../query/query.js'

/** Whether the asker calls a thing by the name that the source has for it, or by a longer one that holds it. */
export function isCalledByName(thing: Thing, query: Query): boolean {
  const call = (query.calls.get(thing.id) ?? '').toLowerCase()
  return call === '' || [thing.entry.name.zh, thing.entry.name.en.toLowerCase()].some((name) => call.includes(name) || name.includes(call))
}

/** A participant that is named by a word for something wider (its province) is told of, but no yes to that word. */
export function isSurelyMeant(values: readonly { readonly thing: Thing }[], query: Query): boolean {
  return values.every(({ thing }) => thing.role !== 'participant' || !query.loosely.has(thing.id))
}
