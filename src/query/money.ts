// Whether a clause speaks of money: a large number without a unit is then meant in it.
import type { Library } from '../knowledge/library.js'
import { amountsIn } from '../knowledge/values.js'
import type { Token } from './token.js'

/** The unit of money, where words of money, or things that facts give in money, stand in the clause. */
export function moneyIn(tokens: readonly Token[], library: Library): string | undefined {
  const { currencies } = library.language
  const inMoney = (id: string): boolean =>
    library.of(id).some(({ entry }) => amountsIn(entry.value).some(({ unit }) => currencies.has(unit)))
  const spoken = tokens.some(({ senses }) =>
    senses.some(({ kind, id }) => (kind === 'cue' ? MONEY.has(id) : kind === 'thing' && inMoney(id))),
  )
  return spoken ? [...currencies][0] : undefined
}

const MONEY: ReadonlySet<string> = new Set(['funding', 'money', 'howmuch', 'payer', 'payout', 'fee'])
