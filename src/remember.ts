// What a conversation is about after an answer: what the next question may leave unsaid.
import type { Lang, Memory } from './answer.js'
import type { Verdict } from './decide/verdict.js'
import type { Fact, Library } from './knowledge/library.js'
import type { Query } from './query/query.js'
import { REMEMBERED } from './tuning.js'

/** Small talk and foreign questions do not end a conversation: what was talked about stays. */
export function remember(lang: Lang, queries: readonly Query[], verdict: Verdict, before: Memory | undefined, library: Library): Memory {
  const query = queries.findLast((q) => q.aspects.length > 0 || q.things.length > 0)
  const kept: Memory = before ? { ...before, lang } : { lang, aspects: [], things: [], earlier: [], named: [], facts: [], modes: [] }
  if (!query || verdict.status === 'help' || verdict.status === 'out_of_scope') return kept
  const named = verdict.facts.flatMap((fact) => namedBy(fact, library))
  const now = [...new Set([...query.things, ...queries.flatMap((q) => q.things)].map((thing) => thing.id))].slice(0, REMEMBERED.things)
  return {
    lang,
    notice: query.notice.id,
    aspects: query.aspects.map(({ aspect }) => aspect.id),
    things: now.length > 0 ? now : query.whole ? [] : kept.things,
    earlier: (now.length > 0 ? [...kept.things, ...kept.earlier] : kept.earlier)
      .filter((id) => !now.includes(id))
      .slice(0, REMEMBERED.earlier),
    named: [...new Set(named)].slice(0, REMEMBERED.named),
    facts: verdict.facts.map((fact) => fact.id),
    modes: [...query.cues],
  }
}

/** What "the second one" may mean after a fact: the things that it names, or those that it counts. */
function namedBy({ notice, entry }: Fact, library: Library): string[] {
  if (entry.value && 'things' in entry.value) return entry.value.things.map((id) => `${notice.id}/${id}`)
  if (!entry.value || !('count' in entry.value)) return []
  return entry.about
    .filter((id) => notice.kinds.has(id))
    .flatMap((id) =>
      library
        .members(`${notice.id}/${id}`)
        .slice(0, REMEMBERED.named)
        .map((thing) => thing.id),
    )
}

/** What a conversation is about after a fact that was chosen from the suggestions. */
export function rememberFact(lang: Lang, fact: Fact, before: Memory | undefined, library: Library): Memory {
  const about = fact.entry.about.map((id) => `${fact.notice.id}/${id}`)
  return {
    lang,
    notice: fact.notice.id,
    aspects: fact.entry.aspect.slice(0, 1),
    things: about.filter((id) => library.things.has(id) && !library.things.get(id)?.whole).slice(0, REMEMBERED.ofFact),
    earlier: before?.things.slice(0, REMEMBERED.earlier) ?? [],
    named: [],
    facts: [fact.id],
    modes: [],
  }
}
