// The characters of an answer's language: simplified as the knowledge has them, or traditional, with the names that are converted wrongly.
import type { Lang } from '../answer.js'
import type { Library } from '../knowledge/library.js'
import { toTraditional } from '../query/script.js'

export function scriptOf(lang: Lang, { things }: Library): (text: string) => string {
  if (lang !== 'zh-Hant') return (text) => text
  const names = namesIn(things)
  return (text) => names.reduce((all, { wrong, right }) => all.replaceAll(wrong, right), toTraditional(text))
}

interface Name {
  readonly wrong: string
  readonly right: string
}

const known = new WeakMap<Library['things'], readonly Name[]>()

/** Names with traditional characters of their own: a surname that stays as it is, where the same character elsewhere does not. */
function namesIn(things: Library['things']): readonly Name[] {
  let names = known.get(things)
  if (!names) {
    names = [...things.values()].flatMap(({ entry: { name, hant } }) => (hant ? [{ wrong: toTraditional(name.zh), right: hant }] : []))
    known.set(things, names)
  }
  return names
}
