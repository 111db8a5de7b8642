// Mentions → things: a word that names several is read as what is asked allows (a hospital applies, health care is led).
import type { KindOfThing, Thing } from '../knowledge/library.js'
import type { AspectMatch } from './aspect-match.js'
import type { Mention } from './meaning.js'

/** Roles in the order in which a word is read when nothing else decides. */
const USUAL = ['item', 'group', 'track', 'organisation', 'participant', 'person', 'activity', 'applicant'] as const

/** Roles that an aspect is about, before the usual order. */
const PREFERRED: Readonly<Record<string, readonly string[]>> = {
  eligibility: ['track', 'applicant'],
  selected: ['participant', 'track', 'applicant'],
  shortlisted: ['participant', 'track', 'applicant'],
  opinion: ['person'],
  prohibition: ['activity'],
  penalty: ['activity'],
  lead: ['item', 'organisation'],
  issuer: ['organisation'],
}

export function resolveThings(mentions: readonly Mention[], aspects: readonly AspectMatch[], kinds: readonly KindOfThing[]): Thing[] {
  const preferred = [...kinds.map((kind) => kind.entry.role), ...aspects.flatMap(({ aspect }) => PREFERRED[aspect.id] ?? []), ...USUAL]
  const rank = (thing: Thing): number => {
    const at = preferred.indexOf(thing.role ?? '')
    return at < 0 ? preferred.length : at
  }
  const things: Thing[] = []
  for (const mention of mentions) {
    const specific = mention.things.filter((thing) => !thing.whole)
    const best = [...specific].sort((a, b) => rank(a) - rank(b))[0]
    if (best && !things.includes(best)) things.push(best)
  }
  return things
}
