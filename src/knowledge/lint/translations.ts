// Texts that were not translated: the same in both languages, or one of them in the other's.
import { type Found, find } from '../files.js'
import type { Problem } from '../notice.js'
import { textAt } from '../raw.js'
import { quote } from '../wording.js'
import type { YamlFile } from '../yaml-file.js'
import type { LintInput } from './lint.js'

const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u
/** Words that make a phrase: a single one may be a name that is the same everywhere. */
const PHRASE = /\p{Script=Latin}{2,}[^\p{Script=Latin}]+\p{Script=Latin}{2,}/u

export function lintTranslations({ files }: LintInput): Problem[] {
  const { notice, things, facts } = files
  return [
    ...both(notice, ['title'], ['short'], ['source', 'title'], ['source', 'publisher'], ['source', 'sections', '*', 'heading']),
    ...both(notice, ['sources', '*', 'title'], ['sources', '*', 'publisher'], ['sources', '*', 'sections', '*', 'heading']),
    ...both(notice, ['kinds', '*', 'name']),
    ...both(things, ['*', 'name'], ['*', 'short']),
    ...both(facts, ['*', 'text']),
  ]
}

function both(file: YamlFile<unknown>, ...places: readonly (readonly string[])[]): Problem[] {
  return places.flatMap((place) => [
    ...find(file, [...place, 'zh'])
      .filter(({ value }) => !HAN.test(value) && PHRASE.test(value))
      .map(say('Chinese')),
    ...find(file, [...place, 'en'])
      .filter(({ value, path }) => HAN.test(value) && (!LATIN.test(value) || value === textAt(file.raw, [...path.slice(0, -1), 'zh'])))
      .map(say('English')),
  ])
}

function say(tongue: string): (found: Found) => Problem {
  return ({ value, problem }) => problem(`${quote(value)} is not ${tongue}; translate it`)
}
