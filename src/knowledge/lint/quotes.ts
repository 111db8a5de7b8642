// Names in quotes that are none to YAML: an input method writes them, and they become a part of the name.
import { find } from '../files.js'
import type { Problem } from '../notice.js'
import { quote } from '../wording.js'
import type { LintInput } from './lint.js'

const TYPOGRAPHIC = /^[“”„‘’‚«»‹›「『＂＇].*[“”‘’«»‹›」』＂＇]$/su

export function lintQuotes({ files }: LintInput): Problem[] {
  return ['name', 'plural', 'aliases', 'loose'].flatMap((list) =>
    ['zh', 'en'].flatMap((tongue) =>
      [...find(files.things, ['*', list, tongue]), ...find(files.notice, ['kinds', '*', list, tongue])].flatMap(({ value, problem }) =>
        TYPOGRAPHIC.test(value.trim())
          ? [problem(`the quotes of ${quote(value)} are part of the name; remove them, or use straight ones`)]
          : [],
      ),
    ),
  )
}
