// What holds for any text whatever: the core never throws, never changes its mind, never answers without a fact.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderText } from '../adapters/terminal/render.js'
import { normalise } from '../src/query/normalise.js'
import { plainKeys, toUnits } from '../src/query/units.js'
import { LONGEST_MESSAGE } from '../src/tuning.js'
import { ask, assistant } from './assistant.js'

/** `npm run fuzz` sets this to 100,000. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 500)

const LONGEST = 10_000
const words = [...assistant.library.language.cues.values()].flat().map(({ text }) => text)
const names = [...assistant.library.things.values()].flatMap(({ entry }) => [
  entry.name.zh,
  entry.name.en,
  ...entry.aliases.zh,
  ...entry.aliases.en,
])

/** Any Unicode, known words in any order, and the two mixed with marks, markup and invisible characters. */
const known = fc
  .array(fc.constantFrom(...words, ...names, '?', '，', '\n', '\u202e', '\u200b', '**', '<b>', '{{x}}', '😂', '16', '2025年'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', minLength: 2000, maxLength: LONGEST }),
  known,
  fc.tuple(known, fc.string({ unit: 'binary', maxLength: 60 })).map(([a, b]) => a + b),
  fc
    .tuple(fc.constantFrom('啊', 'a', '?', '区块链', 'lead ', '\ud83d', '谁', '1'), fc.integer({ min: 1, max: LONGEST }))
    .map(([piece, n]) => piece.repeat(n).slice(0, LONGEST)),
)

describe('any text at all', () => {
  it('gets an answer with words in it, and an answered one names the facts that it rests on', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const answer = ask(text)
        expect(renderText(answer)).not.toBe('')
        expect(answer.suggestions.length).toBeLessThanOrEqual(5)
        for (const id of answer.facts) expect(assistant.library.facts.has(id)).toBe(true)
        if (answer.status === 'answered') {
          expect(answer.facts.length).toBeGreaterThan(0)
          expect(answer.citations.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('gets the same answer every time', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(ask(text)).toEqual(ask(text))
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    )
  })

  it('is the same normalised twice as once', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
      { numRuns: RUNS },
    )
  })

  it('is the same normalised twice as once where it grows beyond the longest message', () => {
    const text = '\u3352\u333e'.repeat(1500)
    expect(normalise(normalise(text))).toBe(normalise(text))
    expect(normalise(text).length).toBeLessThanOrEqual(LONGEST_MESSAGE + 1)
  })

  it('keeps a conversation going, whatever was said before', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 2, maxLength: 5 }), (turns) => {
        let memory = ask('制造由谁牵头').memory
        for (const turn of turns) memory = ask(turn, { memory }).memory
        expect(memory.things.length).toBeLessThanOrEqual(6)
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    )
  })
})

it('a name that is read in one go has the keys that it has piece by piece', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdeingst r percent制造区块链贸易一%3'), maxLength: 24 })
  fc.assert(
    fc.property(
      fc.oneof(
        letters,
        fc.constantFrom(...names).map((name) => name.toLowerCase()),
      ),
      (text) => {
        const keys = plainKeys(text)
        if (keys) expect(keys).toEqual(toUnits(text).map(({ key }) => key))
      },
    ),
    { numRuns: RUNS },
  )
})
