// Which of the loaded notices a message is about.
import type { Memory } from '../answer.js'
import type { Library } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import type { Meaning } from './meaning.js'

const WEIGHT = { name: 3, alias: 3, loose: 1, kind: 0.5, memory: 1.5 } as const

/** The notice that most of the message points to; on a tie the one that was talked about, then the first. Undefined where none is loaded. */
export function chooseNotice(
  meanings: readonly Meaning[],
  library: Library,
  memory: Memory | undefined,
  only: string | undefined,
): Notice | undefined {
  if (only !== undefined) return library.notices.get(only)
  const scores = new Map<string, number>()
  const add = (id: string, weight: number): void => {
    scores.set(id, (scores.get(id) ?? 0) + weight)
  }
  for (const meaning of meanings) {
    for (const { things, how } of meaning.mentions) for (const id of new Set(things.map((thing) => thing.notice.id))) add(id, WEIGHT[how])
    for (const kind of meaning.kinds) add(kind.notice.id, WEIGHT.kind)
  }
  if (memory?.notice !== undefined && library.notices.has(memory.notice)) add(memory.notice, WEIGHT.memory)
  let best: Notice | undefined
  for (const notice of library.notices.values()) {
    if (!best || (scores.get(notice.id) ?? 0) > (scores.get(best.id) ?? 0)) best = notice
    if (scores.size === 0) break
  }
  return best
}
