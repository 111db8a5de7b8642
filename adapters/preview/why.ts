// How an answer came about, in pieces that the page puts into its reader's language: what `--explain` tells, for whoever edits the knowledge.
import type { Lang } from '../../src/answer.js'
import type { Explanation } from '../../src/assistant.js'
import { nameOf } from '../../src/compose/fill.js'
import type { Reading } from '../../src/decide/between.js'
import type { Verdict } from '../../src/decide/verdict.js'
import type { Library } from '../../src/knowledge/library.js'
import { inScript } from '../../src/menu.js'
import type { Query } from '../../src/query/query.js'
import type { Token } from '../../src/query/token.js'
import type { Understanding } from '../../src/query/understand.js'
import { candidates } from '../terminal/candidates.js'
import { howOf } from '../terminal/explain-terms.js'
import type { Piece, Row, WhySection } from './view.js'

/** Facts of a tier that are shown at most. */
const SHOWN = 8

export function whyOf({ understanding, verdicts, readings, answer }: Explanation, library: Library, lang: Lang): WhySection[] {
  const queries = understanding?.queries ?? []
  const told = new Set(answer.facts)
  const tokens = understanding?.meanings.flatMap((meaning) => meaning.tokens).filter(({ senses }) => senses.length > 0) ?? []
  const unread = queries.length > 0 ? [] : (understanding?.meanings.flatMap((meaning) => meaning.unknown) ?? [])
  const sections: WhySection[] = [
    { about: 'question', rows: [row(understanding ? understanding.normalised : { word: 'chosen' })] },
    { about: 'notices', rows: readings.length > 1 ? readings.map((reading) => readingRow(reading, understanding, lang)) : [] },
    { about: 'terms', rows: tokens.map(termRow) },
    { about: 'aspects', rows: numbered(queries, (query) => aspectRows(query, lang)) },
    { about: 'things', rows: numbered(queries, (query) => thingRows(query, lang)) },
    { about: 'unexplained', rows: [...numbered(queries, unexplainedRows), ...unread.map((word) => row(word))] },
    { about: 'candidates', rows: numbered(verdicts, (verdict, i) => candidateRows(queries[i], verdict, library, told, lang)) },
    { about: 'decision', rows: numbered(verdicts, (verdict, i) => [decisionRow(verdict, queries[i])]) },
  ]
  return sections.filter(({ rows }) => rows.length > 0)
}

function row(...pieces: readonly Piece[]): Row {
  return { pieces, depth: 0, isTold: false }
}

/** Rows of each, under its number where there are several. */
function numbered<T>(items: readonly T[], rowsOf: (item: T, index: number) => readonly Row[]): Row[] {
  if (items.length < 2) return items.flatMap(rowsOf)
  return items.flatMap((item, i) => {
    const rows = rowsOf(item, i)
    return rows.length === 0 ? [] : [row({ word: 'number', args: { number: String(i + 1) } }), ...rows]
  })
}

/** What a notice made of the message by itself. */
function readingRow({ understanding: { notice }, verdict }: Reading, chosen: Understanding | null, lang: Lang): Row {
  const isTold = notice === chosen?.notice
  return {
    ...row(isTold ? '✓ ' : '', inScript(notice.file.short[lang === 'en' ? 'en' : 'zh'], lang), ': ', { word: `status-${verdict.status}` }),
    isTold,
  }
}

function termRow(token: Token): Row {
  // A word of content may be a filler elsewhere; that says nothing here.
  const telling = token.senses.filter(({ kind }) => kind !== 'filler')
  const senses = telling.length > 0 ? telling : token.senses.slice(0, 1)
  const pieces = senses.flatMap((sense, i): Piece[] => [
    i > 0 ? ', ' : '',
    { word: `sense-${sense.kind}`, args: { id: 'id' in sense ? String(sense.id) : '' } },
    ' · ',
    { word: `how-${howOf(sense, token)}` },
  ])
  return row(token.as === undefined ? token.text : `${token.text} → ${token.as}`, ': ', ...pieces)
}

function aspectRows({ aspects, inherited }: Query, lang: Lang): Row[] {
  return aspects.map(({ aspect, rule, weight }) => {
    const args = { rule: rule.needs.join(' + '), weight: String(Math.round(weight * 100) / 100) }
    const shown = rule.needs.length > 0 ? { word: 'rule', args } : { word: inherited.aspects ? 'inherited' : 'no-rule' }
    return row(`${inScript(aspect.label[lang === 'en' ? 'en' : 'zh'], lang)} (${aspect.id}) · `, shown)
  })
}

function thingRows({ things, whole, kinds, numbers, inherited }: Query, lang: Lang): Row[] {
  const tongue = lang === 'en' ? 'en' : 'zh'
  const from: Piece[] = inherited.things ? [' · ', { word: 'inherited' }] : []
  return [
    ...things.map((thing) => row(`${inScript(nameOf(thing, tongue), lang)} (${thing.entry.id})`, ...from)),
    ...kinds.map((kind) => row({ word: 'sense-kind', args: { id: inScript(kind.entry.name[tongue], lang) } })),
    ...numbers.map(({ value }) => row(String(value))),
    ...(whole ? [row({ word: 'whole' })] : []),
  ]
}

function unexplainedRows({ unknown, unexplained }: Query): Row[] {
  const share = { word: 'share', args: { percent: String(Math.round(unexplained * 100)) } }
  return unknown.length === 0 ? [] : [row(unknown.join(', '), ' · ', share)]
}

function candidateRows(query: Query | undefined, verdict: Verdict, library: Library, told: ReadonlySet<string>, lang: Lang): Row[] {
  return candidates(query, verdict, library).flatMap(({ name, facts }) => {
    const shown = [...facts].sort((a, b) => Number(told.has(b.id)) - Number(told.has(a.id))).slice(0, SHOWN)
    const rows = shown.map(({ id, entry }): Row => {
      const place = { word: 'paragraph', args: { paragraph: String(entry.source.paragraph) } }
      const text = inScript(entry.text[lang === 'en' ? 'en' : 'zh'], lang)
      return { pieces: [told.has(id) ? '✓ ' : '', text, ` — ${id}, `, place], depth: 1, isTold: told.has(id) }
    })
    const more: Row = { ...row({ word: 'more', args: { count: String(facts.length - shown.length) } }), depth: 1 }
    return [row({ word: `tier-${name.replace(/[, ]+/g, '-')}` }), ...rows, ...(facts.length > shown.length ? [more] : [])]
  })
}

function decisionRow({ status, reason }: Verdict, query: Query | undefined): Row {
  const tie: Piece[] = query ? [' · ', { word: `anchor-${query.anchor}` }, ...(query.mended ? [' · ', { word: 'mended' }] : [])] : []
  return row({ word: `status-${status}` }, ` (${reason})`, ...tie)
}
