// Facts against the text of the source, where it is at hand: the paragraph exists, and the evidence stands in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { find, type NoticeFiles } from './files.js'
import type { Problem } from './notice.js'
import { textAt, valueAt } from './raw.js'
import { quote } from './wording.js'

export function checkEvidence({ notice, facts }: NoticeFiles, folder: string | undefined): Problem[] {
  const problems: Problem[] = []
  const sections = find(notice, ['source', 'sections', '*', 'from'])
  sections.forEach(({ value, problem }, i) => {
    const before = Number(sections[i - 1]?.value ?? 0)
    if (i === 0 && Number(value) > 1)
      problems.push(problem('the first section begins with paragraph 1; write 1, or add a section before it'))
    else if (Number(value) <= before && Number(value) > 0)
      problems.push(problem(`the section before begins with paragraph ${before}; put the sections in the order of the source`))
  })
  const paragraphs = readSource(notice.raw, folder)
  if (!paragraphs) return problems
  const beyond = `the source has ${paragraphs.length} paragraphs; name one of them`
  for (const { value, problem } of sections) if (Number(value) > paragraphs.length) problems.push(problem(beyond))
  for (const { value: phrase, path, problem } of [
    ...find(facts, ['*', 'source', 'evidence']),
    ...find(facts, ['*', 'source', 'also', '*', 'evidence']),
  ]) {
    const place = [...path.slice(0, -1), 'paragraph']
    const number = valueAt(facts.raw, place)
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 1) continue
    const text = paragraphs[number - 1]
    if (text === undefined) problems.push(facts.at(place, beyond))
    else if (!text.includes(phrase)) {
      const other = paragraphs.findIndex((paragraph) => paragraph.includes(phrase)) + 1
      problems.push(
        problem(
          `${quote(phrase)} does not stand in paragraph ${number}; ${other ? `write paragraph: ${other}, where it stands` : 'quote the source as it is printed'}`,
        ),
      )
    }
  }
  return problems
}

/** Name of a notice's source file, if it names one. */
export function sourceFile(notice: unknown): string | undefined {
  return textAt(notice, ['source', 'file'])
}

/** The paragraphs of a notice's source, its lines that are not empty; null where it is not at hand. */
function readSource(notice: unknown, folder: string | undefined): string[] | null {
  const file = sourceFile(notice)
  if (folder === undefined || file === undefined) return null
  try {
    return readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
  } catch {
    // Not at hand: evidence is compared where the source is, and the command says where it is not.
    return null
  }
}
