// A question as it may be kept: in the form in which questions are compared, without what tells who asked.
import { normalise } from '../../src/query/normalise.js'

const LONGEST = 120

/** Addresses, before the rest is taken apart. */
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu
/** What somebody is called, where it is said so. */
const INTRODUCED = [
  /(?:我叫|我的名字(?:是|叫)|本人|姓名[:：是为]?|我姓)\s*\p{Script=Han}{1,4}?(?=[，。,.;；、\s]|$)/gu,
  /(?:我叫|我的名字(?:是|叫)|姓名[:：是为]?|我姓)\s*\p{Script=Han}{2,3}/gu,
  /\b(?:[Mm]y name is|[Ii] am|[Ii]['’]m|[Tt]his is|[Cc]all me)\s+(?:\p{Lu}[\p{L}'’-]*\s?){1,3}/gu,
]
/** Two or more words with capitals: a name, or a title that others will ask about in other words. */
const CAPITALISED = /\b\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+\b/gu

/** Empty where nothing is left of it. */
export function scrub(raw: string): string {
  const nameless = [ADDRESS, ...INTRODUCED, CAPITALISED].reduce((text, pattern) => text.replace(pattern, ' '), raw.normalize('NFKC'))
  return normalise(nameless)
    .replace(/\p{N}+(?:[.,:/-]\p{N}+)*/gu, '#')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
}
