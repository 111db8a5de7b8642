// What texts cost that nobody asks in earnest: any Unicode, known words in any order, one piece over and over.
import type { Asked, Build } from './ask.js'
import { percentile, timesOf } from './measure.js'
import { type Random, seeded } from './random.js'

const LONGEST = 10_000
const EACH = 30
const REPETITIONS = 5

const MARKS = ['?', '，', '\n', '\u202e', '\u200b', '**', '<b>', '{{x}}', '😂', '16', '2025年'] as const
const PIECES = [
  '啊',
  'a',
  '?',
  '区块链',
  'lead ',
  '\ud83d',
  '谁',
  '1',
  'xq ',
  '麤?',
  'blokchain ',
  '\u0301',
  'ﷺ',
  '著',
  '签头',
  'qian tou ',
] as const

export interface Hostile {
  /** The median of the slowest text, and of what kind it is. */
  readonly slowest_ms: number
  readonly kind: string
  /** Against the median of ordinary questions. */
  readonly ratio: number
  readonly texts: number
}

/** @param words any that the engine knows */
export function measureHostile(build: Build, questions: readonly Asked[], words: readonly string[]): Hostile {
  const engine = build()
  const effort = { milliseconds: 5000, rounds: 15 }
  timesOf(engine, questions, effort)
  const ordinary = percentile(timesOf(engine, questions, effort), 0.5)
  const texts = Object.entries(generate(words)).flatMap(([kind, list]) => list.map((text) => ({ kind, text })))
  for (const { text } of texts) engine.ask(text)
  // The median of each text's own times: what the machine does besides falls on one of them, not on all.
  const timed = texts.map(({ kind, text }) => ({
    kind,
    ms: percentile(timesOf(engine, [{ text, expected: '', of: 'real' }], { milliseconds: 2000, rounds: REPETITIONS }), 0.5),
  }))
  const slowest = timed.reduce((a, b) => (b.ms > a.ms ? b : a))
  return { slowest_ms: slowest.ms, kind: slowest.kind, ratio: Math.round((slowest.ms / ordinary) * 10) / 10, texts: texts.length }
}

function generate(words: readonly string[]): Record<string, string[]> {
  const random = seeded(11)
  const many = (make: () => string): string[] => Array.from({ length: EACH }, make)
  const known = (): string =>
    Array.from({ length: random.between(1, 40) }, () => random.pick(random.between(0, 2) === 0 ? MARKS : words)).join('')
  const prose = (): string =>
    Array.from({ length: 800 }, () => random.pick(words))
      .join(' ')
      .slice(0, LONGEST)
  return {
    'any characters, short': many(() => unicode(random, 200)),
    'any characters, long': many(() => unicode(random, LONGEST)),
    'Chinese characters, 100 and marks': many(() => han(random, 100, 12)),
    'Chinese characters, long, with marks': many(() => han(random, LONGEST, 9)),
    'known words and marks': many(known),
    'known words and any characters': many(() => known() + unicode(random, 60)),
    'known words, long': many(prose),
    'letters that are no words': many(() => Array.from({ length: 18 }, () => latin(random)).join(' ')),
    'one piece over and over': PIECES.flatMap((piece) => [100, 1000, LONGEST].map((length) => piece.repeat(length).slice(0, length))),
  }
}

function unicode(random: Random, length: number): string {
  return Array.from({ length: random.between(1, length) }, () =>
    String.fromCodePoint(random.between(0, 3) === 0 ? random.between(0, 0x10ffff) : random.between(0, 0xffff)),
  ).join('')
}

function han(random: Random, length: number, clause: number): string {
  return Array.from({ length }, (_, i) => (i % clause === clause - 1 ? '?' : String.fromCodePoint(random.between(0x4e00, 0x9fa5)))).join('')
}

function latin(random: Random): string {
  return Array.from({ length: random.between(4, 12) }, () => String.fromCharCode(random.between(0x61, 0x7a))).join('')
}
