// Numbers that the text does not say: a count or a period of other length than the sentence tells.
import type { Problem } from '../notice.js'
import type { LintInput } from './lint.js'
import { numbersIn } from './numbers-in.js'

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
