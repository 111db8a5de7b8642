// What an answer rests on: the passages of its facts for machines, and a line a source for people.
import type { Citation } from '../answer.js'
import type { Fact, Library } from '../knowledge/library.js'
import type { Source } from '../knowledge/schema.js'
import type { Tongue } from '../language/language.js'
import { fill } from './fill.js'

type Script = (text: string) => string

/** The passages of the facts, each once: by source, then by paragraph. */
export function citationsOf(facts: readonly Fact[], tongue: Tongue, script: Script): Citation[] {
  const cited = new Map<string, Citation>()
  for (const { notice, entry } of facts) {
    for (const { in: named, paragraph } of [entry.source, ...entry.source.also]) {
      const source = named === undefined ? [...notice.sources.values()][0] : notice.sources.get(named)
      if (source) cited.set(`${notice.id} ${source.id} ${paragraph}`, citation(source, paragraph, tongue, script))
    }
  }
  return [...cited.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.paragraph - b.paragraph))
}

function citation({ id, title, date = '', sections = [], url }: Source, paragraph: number, tongue: Tongue, script: Script): Citation {
  const heading = sections.findLast(({ from }) => from <= paragraph)?.heading[tongue] ?? ''
  return { id, title: script(title[tongue]), date, section: script(heading), paragraph, ...(url ? { url } : {}) }
}

/** A line for each source, with its paragraphs where they have numbers that a reader can follow. */
export function citedLines(citations: readonly Citation[], tongue: Tongue, library: Library, script: Script): string[] {
  return [...new Set(citations.map(({ id }) => id))].map((id) => {
    const own = citations.filter((citation) => citation.id === id)
    const { title, date, section } = own[0] as Citation
    const paragraphs = own.map(({ paragraph }) => paragraph).join(tongue === 'zh' ? '、' : ', ')
    const key = section === '' ? (date === '' ? 'cite-undated' : 'cite-whole') : own.length > 1 ? 'cite-many' : 'cite-one'
    return script(fill(library.language, tongue, key, { title, date, paragraphs }))
  })
}
