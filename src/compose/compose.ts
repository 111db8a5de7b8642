// A verdict → the answer, in the language and script of the question. The only place that writes sentences.
import type { Answer, Block, Lang, Memory, Suggestion } from '../answer.js'
import type { Part, Verdict } from '../decide/verdict.js'
import { citedIn } from '../decide/verdict.js'
import type { DrawnIn } from '../figure/drawn-in.js'
import { figureOf } from '../figure/figure-of.js'
import type { Fact, Library } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import type { Tongue } from '../language/language.js'
import { choiceId } from '../query/choice.js'
import { OFFERED } from '../tuning.js'
import { citationsOf, citedLines } from './citations.js'
import { clockText, datesOf } from './clock.js'
import { argText, fill, nameOf } from './fill.js'
import { scriptOf } from './script-of.js'
import { suggestionOf } from './suggestion.js'

export interface ComposeInput {
  readonly verdict: Verdict
  readonly lang: Lang
  readonly now: Date
  readonly memory: Memory
  /** The notices that could be asked. */
  readonly notices: readonly Notice[]
}

/** Suggestions beside an answer at most. */

export function compose({ verdict, lang, now, memory, notices }: ComposeInput, library: Library): Answer {
  const tongue: Tongue = lang === 'en' ? 'en' : 'zh'
  const script = scriptOf(lang, library)
  const suggestions = verdict.offers.slice(0, OFFERED.most).map((offer) => suggestionOf(offer, lang, library))
  const cite = (facts: readonly Fact[]): string[] => citedLines(citationsOf(facts, tongue, script), tongue, library, script)
  const blocks = [
    ...toBlocks(verdict.parts, { tongue, now, notices }, library, script),
    ...figuresOf(verdict.parts, { lang, tongue, script, now, library, cite }),
  ]
  const stating = verdict.status === 'answered' || verdict.status === 'not_stated'
  const cited = citedIn(verdict)
  const sources = stating ? citationsOf(cited, tongue, script) : []
  return {
    status: verdict.status,
    lang,
    title: verdict.titled && verdict.notice ? script(verdict.notice.file.short[tongue]) : '',
    blocks,
    ...(verdict.notice ? { notice: verdict.notice.id } : {}),
    facts: stating ? cited.map((fact) => fact.id) : [],
    citations: sources,
    cited: citedLines(sources, tongue, library, script),
    listed: stating ? listedIn(memory, tongue, library, script) : [],
    dates: datesOf(verdict.parts, tongue, script),
    suggestions,
    memory,
  }
}

/** Sentences run on in one paragraph; facts of a list and dates are blocks of their own. */
function toBlocks(
  parts: readonly Part[],
  { tongue, now, notices }: { tongue: Tongue; now: Date; notices: readonly Notice[] },
  library: Library,
  script: (text: string) => string,
): Block[] {
  const blocks: Block[] = []
  let sentences: string[] = []
  const gap = tongue === 'zh' ? '' : ' '
  const close = (): void => {
    if (sentences.length > 0) blocks.push({ kind: 'paragraph', text: script(sentences.join(gap)) })
    sentences = []
  }
  const told = new Set<Fact>()
  const tell = (facts: readonly Fact[]): string[] =>
    facts.filter((fact) => !told.has(fact) && told.add(fact)).map((fact) => fact.entry.text[tongue])
  for (const part of parts) {
    switch (part.kind) {
      case 'fact':
        sentences.push(...tell([part.fact]))
        break
      case 'say':
        sentences.push(
          fill(
            library.language,
            tongue,
            part.key,
            Object.fromEntries(Object.entries(part.args).map(([name, arg]) => [name, argText(arg, tongue, notices)])),
          ),
        )
        break
      case 'near': {
        const text = tell(part.facts).join(gap)
        if (text) sentences.push(fill(library.language, tongue, 'near', { text }))
        break
      }
      case 'clock':
        sentences.push(clockText(part, tongue, now, library.language))
        break
      case 'facts': {
        const items = tell(part.facts)
        if (items.length === 1) sentences.push(...items)
        if (items.length < 2) break
        close()
        blocks.push({ kind: 'list', items: items.map(script) })
        break
      }
      case 'figure':
        // Pictures come after the text.
        break
    }
  }
  close()
  return blocks
}

function figuresOf(parts: readonly Part[], drawn: DrawnIn): Block[] {
  return parts.flatMap((part): Block[] => {
    const figure = part.kind === 'figure' ? figureOf(part.of, part.notice, drawn) : null
    return part.kind === 'figure' && figure ? [{ kind: 'figure', figure, asked: part.asked }] : []
  })
}

/** Fewer things than this are suggestions or are read at a glance. */
const LONG_LIST = 6

/** The things of a long list, each with a choice that asks what there is to say of it. */
function listedIn({ named }: Memory, tongue: Tongue, library: Library, script: (text: string) => string): Suggestion[] {
  const things = named.flatMap((id) => library.things.get(id) ?? [])
  // Things of several kinds are no list: they were named in passing.
  if (things.length < LONG_LIST || new Set(things.map(({ role }) => role)).size > 1) return []
  return things.map((thing) => ({ id: choiceId(thing.notice.id, [thing.entry.id], ''), label: script(nameOf(thing, tongue)) }))
}
