// Links in texts that go over an open line.
import type { Problem } from '../notice.js'
import { allTexts } from '../raw.js'
import { quote } from '../wording.js'
import type { LintInput } from './lint.js'

const OPEN_LINK = /http:\/\/[^\s"'<>）)]+/

export function lintLinks({ files }: LintInput): Problem[] {
  return [files.notice, files.things, files.facts].flatMap((file) =>
    allTexts(file.raw, (text, key) => key !== 'evidence' && OPEN_LINK.test(text)).map(({ path, value }) => {
      const [link = ''] = OPEN_LINK.exec(value) ?? []
      return file.at(path, `${quote(link)} is a link without protection; write https:// if the site has it`)
    }),
  )
}
