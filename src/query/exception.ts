// What a clause excepts: "apart from this one, which others …?", 除了它还有谁.
import type { Mention } from './meaning.js'
import { hasCue, type Token } from './token.js'

/** Words at which what is excepted has ended. */
const ASKING: ReadonlySet<string> = new Set(['which', 'who', 'what', 'also', 'howmany', 'list', 'when', 'where', 'other'])

/** The mentions behind the word that excepts, up to the next word that asks, or one of another role: "except this field, in that category …". */
export function exceptedIn(tokens: readonly Token[], mentions: readonly Mention[]): readonly Mention[] {
  const at = tokens.findIndex((token) => hasCue(token, 'except'))
  if (at < 0) return []
  const rest = tokens.slice(at + 1)
  const end = rest.findIndex((token) => token.senses.some(({ kind, id }) => kind === 'cue' && ASKING.has(id)))
  const excepted = end < 0 ? rest : rest.slice(0, end)
  const found = mentions.filter(({ token }) => excepted.includes(token))
  const roleOf = (mention: Mention | undefined): string => mention?.things[0]?.role ?? mention?.things[0]?.entry.kind ?? ''
  const other = found.findIndex((mention) => roleOf(mention) !== roleOf(found[0]))
  return other < 0 ? found : found.slice(0, other)
}
