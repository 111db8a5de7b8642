// What holds the code together: the core is pure, knows no platform and no notice, and each library has one door.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKnowledge } from '../src/knowledge/read.js'
import { LANGUAGE } from './knowledge/small-pack.js'

interface Source {
  readonly file: string
  readonly text: string
  /** Without comments and without what stands in quotes. */
  readonly code: string
  readonly imports: readonly string[]
}

function read(folder: string): Source[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    // Templates stay: code stands in them.
    const code = text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/.*/g, (piece) =>
      piece.startsWith('/') ? ' ' : "''",
    )
    const imports = [...text.matchAll(/(?:\bfrom\s+|(?:\bimport|\bimport\(|\brequire\()\s*)['"]([^'"\n]+)['"]/g)].map((match) =>
      String(match[1]),
    )
    return { file: posix.join(folder, name.replaceAll('\\', '/')), text, code, imports }
  })
}

const CORE = read('src')
const ADAPTERS = read('adapters')
const ALL = [...CORE, ...ADAPTERS]

/** Files in which something is found, each with what was found. */
function offenders(sources: readonly Source[], find: (source: Source) => readonly string[]): string[] {
  return sources.flatMap((source) => find(source).map((found) => `${source.file}: ${found}`))
}

/** All that the core may import from outside itself: languages, files of data, validation. No platform, no network. */
const OUTSIDE = new Set(['fuse.js', 'js-yaml', 'opencc-js', 'pinyin-pro', 'stemmer', 'yaml', 'zod', 'node:fs', 'node:module', 'node:path'])

/** The only files of the core that touch the disk. */
const READERS = ['src/knowledge/check-evidence.ts', 'src/knowledge/read.ts', 'src/knowledge/yaml-file.ts', 'src/language/read.ts']

describe('the core', () => {
  test('the files of the core and the adapters are found', () => {
    expect([CORE.length > 20, ADAPTERS.length > 2, CORE.flatMap(({ imports }) => imports).length > 50]).toEqual([true, true, true])
  })

  test('it imports nothing of a platform, of the adapters or of the network', () => {
    const outside = offenders(CORE, ({ file, imports }) =>
      imports.filter((name) => (name.startsWith('.') ? !posix.join(posix.dirname(file), name).startsWith('src/') : !OUTSIDE.has(name))),
    )
    expect(outside).toEqual([])
  })

  test('it flows one way: what is understood knows nothing of how it is judged, nor what is judged of how it is said', () => {
    const LATER: Readonly<Record<string, RegExp>> = {
      'src/knowledge/': /\/(?:decide|figure|compose)\//,
      'src/query/': /\/(?:decide|figure|compose)\//,
      'src/decide/': /\/compose\//,
    }
    const back = offenders(CORE, ({ file, imports }) =>
      Object.entries(LATER).flatMap(([folder, later]) => (file.startsWith(folder) ? imports.filter((name) => later.test(name)) : [])),
    )
    expect(back).toEqual([])
  })

  test('it takes clock, chance, environment and output as values, never by itself', () => {
    const FORBIDDEN =
      /\bprocess\b|\bconsole\b|\bglobalThis\b|\bDate\.now\b|\bnew Date(?!\()|\bnew Date\(\s*\)|(?<!new )\bDate\(|\bperformance\b|\bfetch\b|\bMath\.random\b|\bcrypto\b|\bset(?:Timeout|Interval|Immediate)\b/g
    expect(offenders(CORE, ({ code }) => code.match(FORBIDDEN) ?? [])).toEqual([])
  })

  test('only the readers of knowledge and language touch the disk', () => {
    expect(CORE.filter(({ imports }) => imports.some((name) => /^(?:node:)?fs\b/.test(name))).map(({ file }) => file)).toEqual(READERS)
  })

  test.each(['fuse.js', 'opencc-js', 'pinyin-pro', 'stemmer', 'js-yaml', 'telegraf', 'undici', 'fontkit', '@resvg/resvg-js'])(
    '%s has one door',
    (library) => {
      expect(ALL.filter(({ imports }) => imports.includes(library))).toHaveLength(1)
    },
  )
})

describe('code and knowledge', () => {
  const { notices } = readKnowledge('knowledge', LANGUAGE)
  const words = notices.flatMap(({ things, kinds }) =>
    [...things.values(), ...kinds.values()].flatMap((entry) => [
      entry.name.zh,
      ...entry.aliases.zh,
      ...('loose' in entry ? entry.loose.zh : []),
    ]),
  )
  const telling = [...new Set(words)].filter((word) => [...word].length >= 3 && /\p{Script=Han}/u.test(word))

  // An English name has ordinary words in it (health, court): telling are whole names of several words, abbreviations, and a word that
  // so many names share that it is the notice's subject.
  const english = notices.flatMap(({ things, kinds }) => [...things.values(), ...kinds.values()].map((entry) => entry.name.en))
  const abbreviations = english.flatMap((name) => name.match(/\b[A-Z]{3,}\b/g) ?? [])
  const phrases = english.filter((name) => name.trim().split(/\s+/).length >= 3).map((name) => name.toLowerCase())
  const subjects = notices.flatMap(({ things }) => {
    const words = [...things.values()].flatMap((entry) => [...new Set(entry.name.en.toLowerCase().match(/[a-z]{6,}/g) ?? [])])
    return [...new Set(words)].filter((word) => words.filter((other) => other === word).length >= things.size / 10)
  })

  test('no English name and no subject of any notice stands in the code, comments included', () => {
    expect([abbreviations.length > 3, phrases.length > 10, subjects.length]).toEqual([true, true, 1])
    const found = ({ text }: Source): string[] => [
      ...new Set(abbreviations.filter((word) => new RegExp(`\\b${word}\\b`).test(text))),
      ...[...phrases, ...subjects].filter((word) => text.toLowerCase().includes(word)),
    ]
    expect(offenders(ALL, found)).toEqual([])
  })

  test('no name of a thing or kind of any notice stands in the code, comments included', () => {
    expect(telling.length).toBeGreaterThan(100)
    expect(offenders(ALL, ({ text }) => telling.filter((word) => text.includes(word)))).toEqual([])
  })

  test('no id of a notice stands in the code', () => {
    expect(offenders(ALL, ({ text }) => notices.map(({ id }) => id).filter((id) => text.includes(id)))).toEqual([])
  })
})

describe('size', () => {
  test('no file has more than 250 lines', () => {
    expect(
      offenders(ALL, ({ text }) => (text.trimEnd().split('\n').length > 250 ? [`${text.trimEnd().split('\n').length} lines`] : [])),
    ).toEqual([])
  })
})
