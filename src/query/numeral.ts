// Numbers in digits and in words.

const CJK = /\p{Script=Han}/u

/** Value of a number in digits or words, null where it is none. Chinese up to 百. */
export function numeral(text: string, numerals: ReadonlyMap<string, number>): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const whole = numerals.get(text)
  if (whole !== undefined) return whole
  let total = 0
  let digit: number | null = null
  for (const character of text) {
    const value = numerals.get(character)
    if (value === undefined || !CJK.test(character)) return null
    if (value >= 10) {
      total += (digit ?? 1) * value
      digit = null
    } else digit = (digit ?? 0) * 10 + value
  }
  return text === '' ? null : total + (digit ?? 0)
}
