// A fact → questions that ask for it. That they reach it is for the engine to say.
import type { Lang } from './answer.js'
import type { Assistant } from './assistant.js'
import { fill } from './compose/fill.js'
import { questionFor, suggestionOf } from './compose/suggestion.js'
import { citedIn } from './decide/verdict.js'
import type { Fact, Library } from './knowledge/library.js'
import type { Tongue } from './language/language.js'

/** Languages in which questions are made; the traditional script is derived. */
export const ASKED_IN = ['zh-Hans', 'en'] as const satisfies readonly Lang[]

/** What may be asked for a fact: its suggestion, then each of its aspects of each thing that it is about, under the names of the thing. */
export function questionsOf(fact: Fact, lang: (typeof ASKED_IN)[number], library: Library): string[] {
  const tongue: Tongue = lang === 'en' ? 'en' : 'zh'
  const { language } = library
  const aspects = fact.entry.aspect.flatMap((id) => language.aspects.get(id) ?? [])
  const names = fact.entry.about.flatMap((id) => namesOf(fact, id, tongue))
  const made = names.flatMap((things) =>
    aspects.flatMap((aspect) => [
      ...(aspect.ask ? [questionFor(aspect, things, tongue)] : []),
      fill(language, tongue, 'ask-of', { things, aspect: aspect.label[tongue] }),
    ]),
  )
  return [...new Set([suggestionOf({ kind: 'fact', fact }, lang, library).label, ...made])]
}

/** The questions of a fact that the engine answers with it, at most `most`; in each notice as if it were the only one. */
export function reaching(fact: Fact, lang: (typeof ASKED_IN)[number], assistant: Assistant, most: number): string[] {
  const found: string[] = []
  for (const text of questionsOf(fact, lang, assistant.library)) {
    if (found.length >= most) break
    const { status, ...verdict } = assistant.judge({ input: { kind: 'text', text }, notice: fact.notice.id, locale: lang })
    if (status === 'answered' && citedIn(verdict).includes(fact)) found.push(text)
  }
  return found
}

/** What the notice calls a thing or kind that a fact is about. */
function namesOf({ notice }: Fact, id: string, tongue: Tongue): string[] {
  const kind = notice.kinds.get(id)
  if (kind) return [tongue === 'en' ? kind.plural.en : kind.name.zh, ...kind.aliases[tongue].slice(0, 1)]
  const thing = notice.things.get(id)
  return thing ? [...(thing.short ? [thing.short[tongue]] : []), thing.name[tongue], ...thing.aliases[tongue].slice(0, 1)] : []
}
