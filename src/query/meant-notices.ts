// Which of the loaded notices a message may be meant for: each of them reads it for itself, and decide/between.ts chooses.
import type { Memory } from '../answer.js'
import type { Library } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { MEANT } from '../tuning.js'
import { gather } from './gather.js'
import { matchAspects } from './match-aspects.js'
import type { Meaning } from './meaning.js'
import { readMessage } from './read-message.js'

/** In the order in which they are loaded. Empty where `only` is none of them. */
export function meantNotices(raw: string, library: Library, memory: Memory | undefined, only: string | undefined): readonly Notice[] {
  const all = [...library.notices.values()]
  if (only !== undefined) return all.filter(({ id }) => id === only)
  if (all.length <= MEANT.most) return all
  const meanings = gather(readMessage(raw, library, library.everyTerm()).clauses, library)
  const scores = scoresOf(meanings, library, memory)
  const best = [...all].sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0)).slice(0, MEANT.most)
  return all.filter((notice) => best.includes(notice))
}

function scoresOf(meanings: readonly Meaning[], library: Library, memory: Memory | undefined): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  const add = (id: string, weight: number): void => {
    scores.set(id, (scores.get(id) ?? 0) + weight)
  }
  for (const meaning of meanings) {
    for (const { things, how } of meaning.mentions) for (const id of new Set(things.map((thing) => thing.notice.id))) add(id, MEANT[how])
    for (const kind of meaning.kinds) add(kind.notice.id, MEANT.kind)
    for (const { aspect } of matchAspects(meaning, library, undefined))
      for (const id of library.notices.keys()) if (library.withAspect(id, aspect.id).length > 0) add(id, MEANT.stating)
  }
  if (memory?.notice !== undefined) add(memory.notice, MEANT.memory)
  return scores
}
