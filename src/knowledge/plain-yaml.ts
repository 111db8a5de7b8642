// A file that is plain YAML, read fast: by a parser that keeps no places. What both can read they read alike, and what this one lets pass
// beside it is a text or a bracket that goes on in the next line, indented as one likes. Anything else is for the parser that knows where
// everything stands.
import { CORE_SCHEMA, load } from 'js-yaml'

/**
 * Where the two might not agree: references, tags, directives; keys that are nothing or not a word; tabs and line breaks of other systems;
 * numbers that only older YAML knows, and zero with a sign; blocks of text with an indentation of their own; hyphens with nothing
 * beside them; marks of a comment that touch what they follow.
 */
const NOT_PLAIN =
  /(?:^|[\s[{(,])-0|[\t\r\u0085\u2028\u2029\ufeff]|^(?:%|---|\.\.\.)|(?:^|[\s[{(,:-])[&*!?@`%]|<<|[\]}"']#|[\d+-]_|\b0[bBoOxX]|[|>][+-]?\d|(?:^|[\s[{,\]}-]|null|Null|NULL|~) *:(?:[\s\],}]|$)|^[ -]*- *(?:#.*)?$/m

const COMMENTS = /^ *#.*$/gm

/** The data, or undefined where the file is not plain. */
export function plainData(text: string): unknown {
  if (NOT_PLAIN.test(text.includes('#') ? text.replace(COMMENTS, '') : text)) return undefined
  try {
    return load(text, { schema: CORE_SCHEMA })
  } catch {
    // What is wrong is told by the other parser.
    return undefined
  }
}
