// Whatever stands in the files: a list of problems in the promised form, at places that exist, and never an exception.
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { formatProblem } from '../../src/knowledge/notice.js'
import { readKnowledge } from '../../src/knowledge/read.js'
import { type Files, ID, LANGUAGE, SMALL_PACK, write } from './small-pack.js'

const NAMES = ['notice', 'things', 'facts', 'eligibility', 'gaps'] as const
const PIECES = [
  '\t',
  '\n',
  ' ',
  ':',
  ': ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '*a',
  '&a ',
  '!x ',
  '!!set ',
  '#',
  '|',
  '>',
  '?',
  '<<: ',
  '---\n',
  '%',
  '@',
  '`',
  '~',
  '0x1F',
  '1e9',
  '.nan',
  'true',
  '，',
  '：',
  '\u0000',
  '\u200b',
  '\uFEFF',
  '😀',
  '\\',
  '\r',
  '__proto__: 1\n',
  'constructor',
]

function pathOf(name: string): string {
  return `knowledge/${ID}/${name}.yaml`
}

/** Fails unless each problem is one line of the promised form, at a place in its file. */
function holds(files: Files): void {
  const root = write({ ...SMALL_PACK, ...files })
  for (const problem of readKnowledge(join(root, 'knowledge'), LANGUAGE, { sources: join(root, 'sources') }).problems) {
    expect(formatProblem(problem)).toMatch(/^[^\n]+\.yaml:[1-9]\d*:[1-9]\d*: [^\n]*[^\n.]$/)
    const text = String({ ...SMALL_PACK, ...files }[pathOf(/(\w+)\.yaml$/.exec(problem.file)?.[1] ?? '')])
    const line = text.replace(/^\uFEFF/, '').split('\n')[problem.line - 1]
    expect(line, `${formatProblem(problem)} in\n${text}`).toBeDefined()
    expect(problem.column, `${formatProblem(problem)} in\n${text}`).toBeLessThanOrEqual((line ?? '').length + 1)
  }
}

describe('any content at all', () => {
  test('a pack with a piece of a file lost or strewn in never throws, and each problem has its place', () => {
    const slip = fc.record({
      name: fc.constantFrom(...NAMES),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      lost: fc.nat({ max: 4 }),
      added: fc.constantFrom('', ...PIECES),
    })
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
        const files: Record<string, string> = {}
        for (const { name, at, lost, added } of slips) {
          const text = files[pathOf(name)] ?? String(SMALL_PACK[pathOf(name)])
          const from = Math.floor(at * text.length)
          files[pathOf(name)] = text.slice(0, from) + added + text.slice(from + lost)
        }
        holds(files)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test('any text as a file never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...PIECES, 'a', 'id'), { maxLength: 40 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), text, (name, content) => holds({ [pathOf(name)]: content.toWellFormed() })),
      { numRuns: 100 },
    )
  }, 60_000)

  test('any data as a file never throws', () => {
    const keys = fc.constantFrom(
      'id',
      'kind',
      'kinds',
      'name',
      'zh',
      'en',
      'aliases',
      'source',
      'sections',
      'from',
      'value',
      'things',
      'about',
      'is_a',
      'part_of',
      '__proto__',
      'toString',
    )
    const { data } = fc.letrec((tie) => ({
      data: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>(null, true, 1, 1.5, '', 'room', 'map-room'),
        fc.array(tie('data'), { maxLength: 4 }),
        fc.dictionary(keys, tie('data'), { maxKeys: 5, noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), data, (name, content) =>
        holds({ [pathOf(name)]: stringify(content, { aliasDuplicateObjects: false }) }),
      ),
      { numRuns: 100 },
    )
  }, 60_000)

  test('a file of ten thousand brackets is refused, not read until the stack overflows', () => {
    const root = write({ ...SMALL_PACK, [pathOf('gaps')]: `${'['.repeat(10_000)}${']'.repeat(10_000)}` })
    expect(readKnowledge(join(root, 'knowledge'), LANGUAGE).problems).toHaveLength(1)
  })
})
