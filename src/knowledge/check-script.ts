// Each text in its language, and Chinese in simplified characters: the traditional ones are derived.
import { isTraditional, toSimplified } from '../query/script.js'
import { find, type NoticeFiles } from './files.js'
import type { Problem } from './notice.js'
import { allTexts } from './raw.js'
import { quote } from './wording.js'

const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u

export function checkScript(files: NoticeFiles): Problem[] {
  const traditional = [files.notice, files.things, files.facts].flatMap((file) =>
    // Evidence is quoted as it is printed.
    allTexts(file.raw, (text, key) => key !== 'evidence' && key !== 'hant' && isTraditional(text)).map(({ path, value }) =>
      file.at(path, `${quote(value)} has traditional characters; write ${simplified(value)}`),
    ),
  )
  return [
    ...traditional,
    ...find(files.facts, ['*', 'text', 'zh'])
      .filter(({ value }) => value.trim() !== '' && !HAN.test(value))
      .map(({ problem }) => problem('this text is not Chinese; write the Chinese text here and the English under en')),
    ...find(files.facts, ['*', 'text', 'en'])
      .filter(({ value }) => value.trim() !== '' && !LATIN.test(value))
      .map(({ problem }) => problem('this text is not English; write the English text here and the Chinese under zh')),
  ]
}

/** What to write instead: character by character where that is enough, else the whole text. */
function simplified(text: string): string {
  const pairs = [...new Set(text)].filter(isTraditional).map((character) => `${toSimplified(character)} for ${character}`)
  return pairs.length > 0 ? pairs.join(', ') : `it in simplified ones: ${toSimplified(text)}`
}
