// Whether it is still in time: asked of a day, for an applicant, or of something that the deadline says nothing of.
import type { Library } from '../knowledge/library.js'
import { dayOf } from '../knowledge/values.js'
import { withoutWords } from '../query/aspect-match.js'
import { asksBy, DAY_CUES } from '../query/cues.js'
import type { Query } from '../query/query.js'
import { dates } from './dates.js'
import { eligibility } from './eligibility.js'
import { overview } from './overview.js'
import { ownTopics } from './roles.js'
import { answered, type Verdict } from './verdict.js'

/** "may one still apply on the 3rd?": of a day it is asked whether it is in time. */
export function onNamedDay(query: Query, library: Library): Verdict | null {
  const aspect = library.language.aspects.get('application-deadline')
  const asked = query.aspects[0]?.aspect
  const applying = asked === undefined || asked.op === 'eligibility' || asked.id === 'channel' || asked.id === 'procedure'
  if (query.days.length === 0 || !aspect || !applying || !asksBy(query, ['can', 'late', 'submit', 'yesno'])) return null
  if (query.things.some((thing) => thing.role === 'applicant') || library.withAspect(query.notice.id, aspect.id).length === 0) return null
  if (query.things.length > 0 && !query.things.some((thing) => library.about(aspect.id, thing.id).length > 0)) return null
  return dates({ ...query, aspects: [withoutWords(aspect)] }, library)
}

/** "may a student still apply?": whether such an applicant may, and whether it is late. */
export function stillForApplicant(query: Query, library: Library): Verdict | null {
  const [match] = query.aspects
  const aspect = library.language.aspects.get('eligibility')
  if (match?.aspect.id !== 'application-deadline' || !match.rule.needs.includes('late') || !aspect) return null
  if (!query.things.some((thing) => thing.role === 'applicant') || library.withAspect(query.notice.id, match.aspect.id).length === 0)
    return null
  const may = eligibility({ ...query, aspects: [{ ...withoutWords(aspect), rule: { needs: ['apply', 'can'], weight: 0 } }] }, library)
  if (may.status !== 'answered') return null
  const late = dates({ ...query, things: [] }, library)
  return answered(query.notice, [...may.parts, ...late.parts], 'who may, and until when', [...may.facts, ...late.facts])
}

/** "may it still be changed before the deadline?": the day only says until when, and what is asked of has none. */
export function beforeTheDay(query: Query, library: Library): Verdict | null {
  const topics = ownTopics(query)
  const aspect = query.aspects[0]?.aspect.id ?? ''
  const asksNoDay = asksBy(query, ['can', 'yesno', 'how']) && !asksBy(query, [...DAY_CUES, 'howlong', 'date'])
  const facts = topics.flatMap((topic) => library.of(topic.id))
  const isDated = facts.some(({ entry }) => entry.aspect.includes(aspect) || dayOf(entry.value) !== undefined)
  return asksNoDay && facts.length > 0 && !isDated ? overview({ ...query, things: topics }, library) : null
}
