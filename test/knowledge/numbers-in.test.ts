// Numbers as the texts of facts say them: the lints compare values with them.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numbersIn } from '../../src/knowledge/lint/numbers-in.js'
import { LANGUAGE } from './small-pack.js'

const has = (text: string, number: number): boolean => numbersIn(text, LANGUAGE).has(number)

it.each([
  ['24,000 yuan', 24_000],
  ['２４０００元', 24_000],
  ['2.4万元', 24_000],
  ['2.4 万元', 24_000],
  ['1.5亿元', 150_000_000],
  ['two million yuan', 2_000_000],
  ['1.2 billion', 1_200_000_000],
  ['三成', 30],
  ['3成', 30],
  ['0.5 per cent', 0.5],
  ['一共十六个', 16],
  ['sixteen of them', 16],
])('%s says %d', (text, number) => {
  expect(has(text, number)).toBe(true)
})

it('is not read into a longer number, or multiplied by a word that only begins alike', () => {
  expect([has('2400 yuan', 24), has('24 thousandths', 25), has('24 kuai', 24_000), has('24', 240)]).toEqual([false, false, false, false])
})

it('any number that a text has in digits is found, whatever stands around it', () => {
  const around = fc.stringMatching(/^[^\d.,\uff0e\uff0c]*$/u)
  fc.assert(
    fc.property(fc.nat(), around, around, (number, before, after) => {
      fc.pre(!/[\p{N}.,]/u.test((before + after).normalize('NFKC')))
      expect(has(`${before}${number}${after}`, number)).toBe(true)
      expect(has(`${before}${number.toLocaleString('en')}${after}`, number)).toBe(true)
    }),
  )
})

it('whatever a text holds is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void numbersIn(text, LANGUAGE)))
})
