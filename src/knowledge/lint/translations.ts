// Texts that were not translated: the same in both languages, or one of them in the other's.
import { type Found, find } from '../files.js'
import type { Problem } from '../notice.js'
import { textAt } from '../raw.js'
import { quote } from '../wording.js'
import type { YamlFile } from '../yaml-file.js'
import type { LintInput } from './lint.js'

const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Words that make a phrase: a single one may be a name that is the same everywhere. */
const PHRASE = /\p{Script=Latin}{2,}[^\p{Script=Latin}]+\p{Script=Latin}{2,}/u

export function lintTranslations({ files }: LintInput): Problem[] {
  const { notice, things, facts } = files
  return [
    ...texts(notice, ['title'], ['short'], ['source', 'title'], ['source', 'sections', '*', 'heading'], ['kinds', '*', 'name']),
    ...texts(notice, ['sources', '*', 'title'], ['sources', '*', 'sections', '*', 'heading']),
    ...texts(facts, ['*', 'text']),
    ...names(notice, ['source', 'publisher'], ['sources', '*', 'publisher']),
    ...names(things, ['*', 'name'], ['*', 'short']),
  ]
}

function texts(file: YamlFile<unknown>, ...places: readonly (readonly string[])[]): Problem[] {
  return places.flatMap((place) => [
    ...find(file, [...place, 'zh'])
      .filter(({ value }) => !HAN.test(value) && PHRASE.test(value))
      .map(say('Chinese')),
    ...find(file, [...place, 'en'])
      .filter(({ value, path }) => HAN.test(value) && (!LATIN.test(value) || value === other(file, path, 'zh')))
      .map(say('English')),
  ])
}

/** A name that is the same in both languages is how its bearer writes it, unless it is Chinese: that English readers cannot read. */
function names(file: YamlFile<unknown>, ...places: readonly (readonly string[])[]): Problem[] {
  return places.flatMap((place) => [
    ...find(file, [...place, 'zh'])
      .filter(({ value, path }) => !HAN.test(value) && PHRASE.test(value) && value !== other(file, path, 'en'))
      .map(say('Chinese')),
    ...find(file, [...place, 'en'])
      .filter(({ value }) => HAN.test(value) && !LATIN.test(value) && !KANA.test(value))
      .map(say('English')),
  ])
}

function other(file: YamlFile<unknown>, path: Found['path'], tongue: string): string | undefined {
  return textAt(file.raw, [...path.slice(0, -1), tongue])
}

function say(tongue: string): (found: Found) => Problem {
  return ({ value, problem }) => problem(`${quote(value)} is not ${tongue}; translate it`)
}
