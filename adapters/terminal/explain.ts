// How an answer came about, as text for whoever edits the knowledge.
import type { Explanation } from '../../src/assistant.js'
import type { Reading } from '../../src/decide/between.js'
import type { Verdict } from '../../src/decide/verdict.js'
import type { Fact, Library } from '../../src/knowledge/library.js'
import type { Tongue } from '../../src/language/language.js'
import type { Query } from '../../src/query/query.js'
import type { Understanding } from '../../src/query/understand.js'
import { candidates, type Tier } from './candidates.js'
import { aspectLines, termLine, thingLines, unexplainedLines } from './explain-terms.js'
import { renderOnce } from './screen.js'

/** Facts of a tier that are shown at most. */
const SHOWN = 8

/** What is told of how an answer came about, and what there is to tell of it; no lines where there is nothing. */
type Section = readonly [title: string, lines: readonly string[]]

export function explain(explanation: Explanation, library: Library): string {
  return [...sectionsOf(explanation, library), ['Answer', renderOnce(explanation.answer).split('\n')] as const]
    .map(([title, lines]) => [title, ...(lines.length > 0 ? lines : ['none']).map((line) => `  ${line}`)].join('\n'))
    .join('\n\n')
}

/** All of it but the answer itself. */
function sectionsOf({ understanding, verdicts, readings, answer }: Explanation, library: Library): Section[] {
  const tongue: Tongue = answer.lang === 'en' ? 'en' : 'zh'
  const queries = understanding?.queries ?? []
  return [
    ...(understanding ? understood(understanding) : [['Question', ['none was read: a suggestion was chosen']] as const]),
    ...(readings.length > 1
      ? [['Notices (* = the one that is answered for)', readings.map((reading) => readingLine(reading, understanding))] as const]
      : []),
    [
      'Candidates (* = in the answer)',
      numbered(verdicts, (verdict, i) => candidateLines(candidates(queries[i], verdict, library), new Set(answer.facts), tongue)),
    ],
    [
      'Decision',
      [
        `${answer.status}, in ${answer.lang}`,
        ...(verdicts.length > 0 ? numbered(verdicts, (verdict, i) => [decisionLine(verdict, queries[i])]) : ['because: nothing was said']),
      ],
    ],
  ]
}

function understood({ normalised, meanings, queries }: Understanding): Section[] {
  const terms = meanings.flatMap((meaning) => meaning.tokens).filter((token) => token.senses.length > 0)
  const unread = queries.length > 0 ? [] : meanings.flatMap((meaning) => meaning.unknown)
  return [
    ['Normalised', normalised.split('\n')],
    ['Terms', terms.map(termLine)],
    ['Aspects', numbered(queries, aspectLines)],
    ['Things', numbered(queries, thingLines)],
    ['Unexplained', [...numbered(queries, unexplainedLines), ...unread]],
  ]
}

/** Lines of each, under its number where there are several. */
function numbered<T>(items: readonly T[], linesOf: (item: T, index: number) => readonly string[]): string[] {
  if (items.length < 2) return items.flatMap(linesOf)
  return items.flatMap((item, i) => {
    const lines = linesOf(item, i)
    return lines.length > 0 ? [`question ${i + 1}:`, ...lines.map((line) => `  ${line}`)] : []
  })
}

/** What a notice made of the message by itself. */
function readingLine({ understanding: own, verdict }: Reading, chosen: Understanding | null): string {
  return `${own.notice === chosen?.notice ? '*' : ' '} ${own.notice.id}: ${verdict.status}`
}

function candidateLines(tiers: readonly Tier[], told: ReadonlySet<string>, tongue: Tongue): string[] {
  return tiers.flatMap(({ name, facts }) => {
    const shown = [...facts].sort((a, b) => Number(told.has(b.id)) - Number(told.has(a.id))).slice(0, SHOWN)
    const more = facts.length > shown.length ? [`    and ${facts.length - shown.length} more`] : []
    return [`${name}:`, ...shown.map((fact) => `  ${told.has(fact.id) ? '*' : ' '} ${factLine(fact, tongue)}`), ...more]
  })
}

function factLine({ id, entry }: Fact, tongue: Tongue): string {
  return `${id} (paragraph ${entry.source.paragraph}): ${entry.text[tongue]}`
}

function decisionLine({ status, reason }: Verdict, query: Query | undefined): string {
  const tie = query ? `; tied to the notice: ${query.anchor}${query.mended ? '; with words that were mended' : ''}` : ''
  return `${status} because: ${reason}${tie}`
}
