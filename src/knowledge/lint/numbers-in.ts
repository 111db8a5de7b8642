// Numbers as people write them in the texts of facts.
import type { Language } from '../../language/language.js'
import { numeral } from '../../query/numbers.js'

/** Words after a number by which it is multiplied. */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^万亿|^trillion/, 1e12],
  [/^亿/, 1e8],
  [/^万/, 1e4],
  [/^千|^thousand|^k\b/, 1e3],
  [/^billion/, 1e9],
  [/^million/, 1e6],
  // 三成: thirty per cent.
  [/^成/, 10],
]

/** Numbers in digits and in words: every part of a run of numerals counts, since it may be read with what stands beside it (一共十六个). */
export function numbersIn(text: string, { numerals }: Language): Set<number> {
  const plain = text.normalize('NFKC').toLowerCase()
  const found = new Set((plain.match(/\d+(?:,\d{3})*/g) ?? []).map((digits) => Number(digits.replaceAll(',', ''))))
  const words = [...(plain.match(/[a-z]+/g) ?? []), ...(plain.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => runsIn(run, numerals))]
  for (const word of words) {
    const number = numeral(word, numerals)
    if (number !== null) found.add(number)
  }
  for (const { number, after } of multipliable(plain, numerals)) {
    found.add(number)
    const times = TIMES.find(([word]) => word.test(after))?.[1]
    if (times !== undefined) found.add(Math.round(number * times * 1e6) / 1e6)
  }
  return found
}

/** Numbers, also with a fraction, and what stands after each. */
function multipliable(plain: string, numerals: ReadonlyMap<string, number>): { number: number; after: string }[] {
  const digits = [...plain.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map((match) => ({ match, number: Number(match[0].replaceAll(',', '')) }))
  const words = [...plain.matchAll(/[一二两三四五六七八九十]+(?=成)|[a-z]+(?= (?:thousand|million|billion))/g)].flatMap((match) => {
    const number = numeral(match[0], numerals)
    return number === null ? [] : [{ match, number }]
  })
  return [...digits, ...words].map(({ match, number }) => ({ number, after: plain.slice(match.index + match[0].length).trimStart() }))
}

function runsIn(text: string, numerals: ReadonlyMap<string, number>): string[] {
  return [...text]
    .map((character) => (numerals.has(character) ? character : ' '))
    .join('')
    .split(/ +/)
    .filter(Boolean)
    .flatMap((run) => [run, ...run])
}
