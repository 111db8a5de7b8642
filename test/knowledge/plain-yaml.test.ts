// The fast reading of a file and the exact one say the same, or the fast one says nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument, stringify } from 'yaml'
import { plainData } from '../../src/knowledge/plain-yaml.js'

/** What the exact parser reads; undefined where it finds anything wrong. */
function exactly(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false })
  try {
    return document.errors.length > 0 || document.warnings.length > 0 ? undefined : document.toJS()
  } catch {
    // It refers to what is not there.
    return undefined
  }
}

const FOLDERS = ['knowledge', 'test/fixtures/knowledge', 'templates'].flatMap((folder) =>
  readdirSync(folder).map((name) => join(folder, name)),
)
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
)

describe('a file that is read fast', () => {
  test('most are', () => {
    expect(FILES.filter((file) => plainData(readFileSync(file, 'utf8')) === undefined).length).toBeLessThan(FILES.length / 3)
  })

  test.each(FILES)('%s is as it is read exactly', (file) => {
    const text = readFileSync(file, 'utf8')
    const plain = plainData(text)
    if (plain !== undefined) expect(plain).toEqual(exactly(text))
  })
})

describe('what is not plain is left to the exact parser', () => {
  test.each([
    ['a reference', 'a: &x 1\nb: *x'],
    ['a tag', 'a: !!str 1'],
    ['a merge', 'a: {<<: {b: 1}}'],
    ['a key of several words', '? [a, b]\n: 1'],
    ['a tab', 'a:\t1'],
    ['several documents', 'a: 1\n---\nb: 2'],
    ['a number of older YAML', 'a: 1_000'],
    ['a key twice', 'a: 1\na: 2'],
    ['a bracket that is not closed', 'a: [1, 2'],
    ['a quote that is not closed', 'a: "1'],
    ['a comment that touches a bracket', 'a: [b]# c: 1'],
  ])('%s', (_, text) => {
    expect(plainData(text)).toBeUndefined()
  })
})

const scalar = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab1-0.:,#"\'|>~_ 中“e+x[]{}&*!?%@`\n'), maxLength: 8 }),
  fc.constantFrom(
    'yes',
    'no',
    'null',
    'True',
    '~',
    '2021-10-18',
    '12:30',
    '0x1f',
    '0o17',
    '1e3',
    '.5',
    '-.inf',
    '1_000',
    '+1',
    '007',
    '=',
    '<<',
  ),
  fc.integer({ min: -99, max: 9999 }),
  fc.boolean(),
  fc.constant(null),
)
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('id', 'zh', 'en', 'text', 'a b', '中'), tie('node')),
  ),
})).node

/** As an editor writes: values bare, whatever is in them. */
const bare = fc
  .array(fc.tuple(fc.constantFrom('', '  ', '- ', '  - ', '    '), fc.constantFrom('a: ', 'b: ', '', 'c:', 'd: |', '# '), scalar), {
    maxLength: 6,
  })
  .map((lines) => lines.map(([indent, key, value]) => `${indent}${key}${String(value)}`).join('\n'))

/** Where the exact parser finds something wrong the fast one may let it pass: which, the last test tells. */
function agrees(text: string): void {
  const [plain, exact] = [plainData(text), exactly(text)]
  if (plain !== undefined && exact !== undefined) expect([text, plain]).toEqual([text, exact])
}

const RUNS = Number(process.env.FUZZ_RUNS ?? 2000)

describe('what both read they read alike', () => {
  test('of any data, written as a program writes it', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 'flow' as const), (data, collectionStyle) =>
        agrees(stringify(data, { lineWidth: 0, aliasDuplicateObjects: false, ...(collectionStyle ? { collectionStyle } : {}) })),
      ),
      { numRuns: RUNS },
    )
  })

  test('of any lines, written as a person writes them', () => {
    fc.assert(fc.property(bare, agrees), { numRuns: RUNS })
  })

  test('of a file with a slip somewhere in it', () => {
    const texts = FILES.map((file) => readFileSync(file, 'utf8').split('\n').slice(0, 60).join('\n'))
    const slip = fc.constantFrom('', ' ', ':', ': ', '- ', '#', ' #', "'", '"', ',', '[', ']', '{', '}', '\n', '\n  ', '|', '>', '? ')
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }), slip, fc.nat(2), (text, where, put, gone) => {
        const at = Math.floor(where * text.length)
        agrees(text.slice(0, at) + put + text.slice(at + gone))
      }),
      { numRuns: RUNS / 4 },
    )
  })
})

test.each([
  ['a text in quotes', 'a: { en: "one\n  two" }'],
  ['a bracket', 'a: [one,\n\n two]'],
])('%s may go on in the next line, indented as one likes', (_, text) => {
  const data = plainData(`list:\n  - ${text.replaceAll('\n', '\n ')}\n`)
  expect(JSON.stringify(data)).toMatch(/one(?: |",")two/)
})
