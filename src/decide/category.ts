// In which group a thing is.
import type { Library } from '../knowledge/library.js'
import type { Query } from '../query/query.js'
import { amongUnlisted, belonging } from './belonging.js'
import { eligibility } from './eligibility.js'
import { absent, membersOf } from './lists.js'
import { members } from './members.js'
import type { Verdict } from './verdict.js'

export function category(query: Query, library: Library): Verdict {
  const items = query.things.filter((thing) => thing.role === 'item')
  const groups = query.things.filter((thing) => thing.role === 'group')
  const absentees = amongUnlisted(query, items, groups, library)
  if (absentees) return absentees
  if (items.length > 0) return belonging(query, items, groups, library)
  if (query.things.some((thing) => thing.role === 'applicant')) return eligibility(query, library)
  if (groups.length > 0) return membersOf(query, groups, library)
  if (query.unknown.length > 0) return absent(query, library)
  return members(query, library)
}
