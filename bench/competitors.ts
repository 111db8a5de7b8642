// What a user would pick instead: MiniSearch and FlexSearch with the runtime's own word breaks, and plain fuse.js, over the same facts.
import { Index } from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { Notice } from '../src/knowledge/notice.js'
import type { Build } from './ask.js'

/** A fact as a search engine gets it. */
interface Row {
  readonly id: string
  /** Names and aliases of the things that it is about, in both languages. */
  readonly names: string
  readonly text: string
}

export function toRows(notices: readonly Notice[]): Row[] {
  return notices.flatMap((notice) =>
    [...notice.facts.values()].map((fact) => {
      const about = fact.about.flatMap((id) => notice.things.get(id) ?? notice.kinds.get(id) ?? [])
      const names = about.flatMap(({ name, aliases }) => [name.zh, name.en, ...aliases.zh, ...aliases.en])
      return { id: `${notice.id}/${fact.id}`, names: names.join('\n'), text: `${fact.text.zh}\n${fact.text.en}` }
    }),
  )
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function tokens(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text.toLowerCase())) if (isWordLike) words.push(segment)
  return words
}

export function miniSearch(rows: readonly Row[]): Build {
  return () => {
    const index = new MiniSearch<Row>({
      fields: ['names', 'text'],
      tokenize: tokens,
      processTerm: (term) => term,
      searchOptions: { fuzzy: 0.2 },
    })
    index.addAll(rows)
    return {
      name: 'MiniSearch',
      ask: (question) =>
        index
          .search(question)
          .slice(0, 1)
          .map((hit) => String(hit.id)),
    }
  }
}

export function flexSearch(rows: readonly Row[]): Build {
  return () => {
    const index = new Index({ encode: tokens, tokenize: 'strict' })
    rows.forEach(({ names, text }, i) => {
      index.add(i, `${names}\n${text}`)
    })
    // Without `suggest` a question finds only facts with all of its words, which is next to none.
    return {
      name: 'FlexSearch',
      ask: (question) => index.search(question, { limit: 1, suggest: true }).map((i) => rows[Number(i)]?.id ?? ''),
    }
  }
}

export function fuse(rows: readonly Row[]): Build {
  return () => {
    const index = new Fuse(rows, { keys: ['names', 'text'] })
    return { name: 'fuse.js', ask: (question) => index.search(question, { limit: 1 }).map((hit) => hit.item.id) }
  }
}
