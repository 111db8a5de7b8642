// Links in texts that go over an open line.
import type { Problem } from '../notice.js'
import { allTexts } from '../raw.js'
import { quote } from '../wording.js'
import type { LintInput } from './lint.js'

export function lintLinks({ files }: LintInput): Problem[] {
  return [files.notice, files.things, files.facts].flatMap((file) =>
    allTexts(file.raw)
      .filter(({ path }) => path.at(-1) !== 'evidence')
      .flatMap(({ path, value }) => {
        const link = /http:\/\/[^\s"'<>）)]+/.exec(value)?.[0]
        return link === undefined ? [] : [file.at(path, `${quote(link)} is a link without protection; write https:// if the site has it`)]
      }),
  )
}
