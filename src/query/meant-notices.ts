// Which of the loaded notices a message may be meant for: each of them reads it for itself, and decide/between.ts chooses.
import type { Memory } from '../answer.js'
import type { Library } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { gather } from './gather.js'
import { matchAspects } from './match-aspects.js'
import type { Meaning } from './meaning.js'
import { readMessage } from './read-message.js'

/** So many notices read a message at most: of more, those that it names, the one talked about, and those that say anything of what is asked. */
const MOST = 8

/** What a name, a common word and the word for a kind say for a notice; the last: that it says something of what is asked. */
const WEIGHT = { name: 3, alias: 3, loose: 1, kind: 0.5, memory: 3, stating: 0.25 } as const

/** In the order in which they are loaded. Empty where `only` is none of them. */
export function meantNotices(raw: string, library: Library, memory: Memory | undefined, only: string | undefined): readonly Notice[] {
  const all = [...library.notices.values()]
  if (only !== undefined) return all.filter(({ id }) => id === only)
  if (all.length <= MOST) return all
  const meanings = gather(readMessage(raw, library, library.everyTerm()).clauses, library)
  const scores = scoresOf(meanings, library, memory)
  const best = [...all].sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0)).slice(0, MOST)
  return all.filter((notice) => best.includes(notice))
}

function scoresOf(meanings: readonly Meaning[], library: Library, memory: Memory | undefined): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  const add = (id: string, weight: number): void => {
    scores.set(id, (scores.get(id) ?? 0) + weight)
  }
  for (const meaning of meanings) {
    for (const { things, how } of meaning.mentions) for (const id of new Set(things.map((thing) => thing.notice.id))) add(id, WEIGHT[how])
    for (const kind of meaning.kinds) add(kind.notice.id, WEIGHT.kind)
    for (const { aspect } of matchAspects(meaning, library, undefined))
      for (const id of library.notices.keys()) if (library.withAspect(id, aspect.id).length > 0) add(id, WEIGHT.stating)
  }
  if (memory?.notice !== undefined) add(memory.notice, WEIGHT.memory)
  return scores
}
