// Numbers that the text does not say: a count or a period of other length than the sentence tells.
import type { Language } from '../../language/language.js'
import { numeral } from '../../query/numbers.js'
import type { Problem } from '../notice.js'
import type { LintInput } from './lint.js'

const TONGUES = ['zh', 'en'] as const

export function lintCounts({ notice, files, language }: LintInput): Problem[] {
  return [...notice.facts.values()].flatMap(({ value, text }, i) => {
    const told = value && 'count' in value ? value.count : value && 'period' in value ? periodOf(value.period) : undefined
    if (told === undefined || !value) return []
    return TONGUES.flatMap((tongue) => {
      const numbers = numbersIn(text[tongue], language)
      // A text without any number says it in another way, or not at all: that is for people to judge.
      if (numbers.size === 0 || numbers.has(told)) return []
      const key = 'count' in value ? 'count' : 'period'
      return [
        files.facts.at(
          [i, 'text', tongue],
          `the value says ${key === 'count' ? told : (value as { period: string }).period}, and this text does not have that number; make them say the same`,
        ),
      ]
    })
  })
}

/** The number of a period of one unit: P2Y → 2; of several units none. */
function periodOf(period: string): number | undefined {
  const [, number] = /^P(\d+)[YMD]$/.exec(period) ?? []
  return number === undefined ? undefined : Number(number)
}

/** Numbers in digits and in words: every part of a run of numerals counts, since it may be read with what stands beside it (一共十六个). */
function numbersIn(text: string, { numerals }: Language): Set<number> {
  const plain = text.normalize('NFKC').toLowerCase()
  const found = new Set((plain.match(/\d+(?:,\d{3})*/g) ?? []).map((digits) => Number(digits.replaceAll(',', ''))))
  const words = [...(plain.match(/[a-z]+/g) ?? []), ...(plain.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => runsIn(run, numerals))]
  for (const word of words) {
    const number = numeral(word, numerals)
    if (number !== null) found.add(number)
  }
  return found
}

function runsIn(text: string, numerals: ReadonlyMap<string, number>): string[] {
  return [...text]
    .map((character) => (numerals.has(character) ? character : ' '))
    .join('')
    .split(/ +/)
    .filter(Boolean)
    .flatMap((run) => [run, ...run])
}
