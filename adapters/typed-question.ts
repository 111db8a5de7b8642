// A command with words after it → the question that it stands for.
import type { Library } from '../src/knowledge/library.js'

/** The question that asks for an aspect of what was typed. */
export function questionOf(aspect: string, names: readonly string[], library: Library): string {
  const known = library.language.aspects.get(aspect)
  const tongue = /\p{Script=Han}/u.test(names.join('')) ? 'zh' : 'en'
  const things = names.join(tongue === 'zh' ? '、' : ' and ')
  return known?.ask ? known.ask[tongue].replace('{things}', () => things) : `${things} ${known?.label[tongue] ?? ''}`
}
