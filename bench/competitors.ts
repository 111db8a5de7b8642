// What a user would pick instead: MiniSearch and FlexSearch with the runtime's own word breaks, and plain fuse.js, over the same facts,
// set up as somebody would who wants people's questions answered: with the names, the question that each fact answers, and both scripts.
import { Index } from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { Notice } from '../src/knowledge/notice.js'
import type { Language } from '../src/language/language.js'
import { toSimplified } from '../src/query/script.js'
import type { Build } from './ask.js'

/** A fact as a search engine gets it. */
interface Row {
  readonly id: string
  /** Names and aliases of the things that it is about, in both languages. */
  readonly names: string
  readonly text: string
  /** The questions that it answers, as a suggestion would word them, in both languages. */
  readonly questions: string
}

export function toRows(notices: readonly Notice[], language: Language): Row[] {
  return notices.flatMap((notice) =>
    [...notice.facts.values()].map((fact) => {
      const about = fact.about.flatMap((id) => notice.things.get(id) ?? notice.kinds.get(id) ?? [])
      const names = about.flatMap(({ name, aliases }) => [name.zh, name.en, ...aliases.zh, ...aliases.en])
      const questions = fact.aspect.flatMap((id) => {
        const ask = language.aspects.get(id)?.ask
        return ask ? about.flatMap(({ name }) => [ask.zh.replace('{things}', name.zh), ask.en.replace('{things}', name.en)]) : []
      })
      return {
        id: `${notice.id}/${fact.id}`,
        names: names.join('\n'),
        text: `${fact.text.zh}\n${fact.text.en}`,
        questions: questions.join('\n'),
      }
    }),
  )
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function tokens(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(toSimplified(text.normalize('NFKC').toLowerCase())))
    if (isWordLike) words.push(segment)
  return words
}

export function miniSearch(rows: readonly Row[]): Build {
  return () => {
    const index = new MiniSearch<Row>({
      fields: ['names', 'text', 'questions'],
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
    rows.forEach(({ names, text, questions }, i) => {
      index.add(i, `${names}\n${text}\n${questions}`)
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
    const index = new Fuse(rows, { keys: ['names', 'text', 'questions'] })
    return { name: 'fuse.js', ask: (question) => index.search(question, { limit: 1 }).map((hit) => hit.item.id) }
  }
}
