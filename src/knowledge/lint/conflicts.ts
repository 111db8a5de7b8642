// Values on which sources disagree and which the text does not contain: amounts, and the things that only some of the sources name. That
// it has the counts and days of such values is checked always (check-conflicts.ts).
import type { Language, Tongue } from '../../language/language.js'
import type { Problem } from '../notice.js'
import type { Path } from '../raw.js'
import type { Alternative } from '../schema.js'
import { quote } from '../wording.js'
import type { LintInput } from './lint.js'
import { numbersIn } from './numbers-in.js'

const TONGUES = ['zh', 'en'] as const
const NAMED: Readonly<Record<Tongue, string>> = { zh: 'Chinese', en: 'English' }

export function lintConflicts({ notice, files, language }: LintInput): Problem[] {
  return [...notice.facts.values()].flatMap(({ value, text }, fact) => {
    const several = value && 'conflict' in value ? value.conflict : []
    return several.flatMap((one, i) =>
      TONGUES.flatMap((tongue) => {
        const lost = [...amountsLost(one, text[tongue], language), ...thingsLost(one, text[tongue], tongue, notice)]
        return lost.map(({ path, what }) =>
          files.facts.at(
            [fact, 'value', 'conflict', i, ...path],
            `the ${NAMED[tongue]} text does not say ${what}; write it there, with who says so, or remove it here`,
          ),
        )
      }),
    )
  })
}

interface Lost {
  readonly path: Path
  readonly what: string
}

function amountsLost(one: Alternative, text: string, language: Language): Lost[] {
  if (!('amount' in one)) return []
  const said = numbersIn(text, language)
  return [{ path: ['amount'], amount: one.amount }, ...one.also.map(({ amount }, i) => ({ path: ['also', i, 'amount'], amount }))].flatMap(
    ({ path, amount }) => (said.has(amount) ? [] : [{ path, what: String(amount) }]),
  )
}

/** A thing is said by its name or by any other name that it has. */
function thingsLost(one: Alternative, text: string, tongue: Tongue, { things }: LintInput['notice']): Lost[] {
  if (!('things' in one)) return []
  const plain = plainly(text)
  return one.things.flatMap((id, i) => {
    const thing = things.get(id)
    if (!thing) return []
    const names = [thing.name, ...(thing.short ? [thing.short] : [])].map((name) => name[tongue])
    const all = [...names, ...thing.aliases[tongue], ...thing.loose[tongue]]
    return all.some((name) => plain.includes(plainly(name))) ? [] : [{ path: ['things', i], what: quote(names[0] ?? id) }]
  })
}

function plainly(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
}
