// Facts against the text of the source, where it is at hand: the paragraph exists, and the evidence stands in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { passagesOf, sourcesIn } from './check-sources.js'
import type { NoticeFiles } from './files.js'
import type { Problem } from './notice.js'
import { type Path, textAt, textsAt, valueAt } from './raw.js'
import { quote } from './wording.js'

export function checkEvidence(files: NoticeFiles, folder: string | undefined): Problem[] {
  const sources = sourcesIn(files.notice.raw).map((source) => ({ ...source, paragraphs: readText(source.file, folder) }))
  return [
    ...sources.flatMap(({ path, paragraphs }) => checkSections(files, path, paragraphs)),
    ...(Array.isArray(files.facts.raw) ? files.facts.raw : []).flatMap((_, fact) =>
      passagesOf(files.facts.raw, fact).flatMap((passage) => {
        const named = textAt(files.facts.raw, [...passage, 'in']) ?? sources[0]?.id
        return checkPassage(files, passage, sources.find(({ id }) => id === named)?.paragraphs ?? null)
      }),
    ),
  ]
}

/** Files of a notice's texts that are not at hand, and null where it names none: its evidence is then not compared, or not all. */
export function missingTexts(notice: unknown, folder: string | undefined): (string | null)[] {
  const files = new Set(sourcesIn(notice).map(({ file }) => file ?? null))
  return [...files].filter((file) => file === null || readText(file, folder) === null)
}

function checkSections({ notice }: NoticeFiles, source: Path, paragraphs: readonly string[] | null): Problem[] {
  const starts = textsAt(valueAt(notice.raw, source), ['sections', '*', 'from'])
  return starts.flatMap(({ path, value }, i): Problem[] => {
    const problem = (message: string): Problem => notice.at([...source, ...path], message)
    const before = Number(starts[i - 1]?.value ?? 0)
    const order =
      i === 0 && Number(value) > 1
        ? [problem('the first section begins with paragraph 1; write 1, or add a section before it')]
        : Number(value) <= before && Number(value) > 0
          ? [problem(`the section before begins with paragraph ${before}; put the sections in the order of the source`)]
          : []
    return paragraphs && Number(value) > paragraphs.length ? [...order, problem(beyond(paragraphs))] : order
  })
}

function checkPassage({ facts }: NoticeFiles, passage: Path, paragraphs: readonly string[] | null): Problem[] {
  const phrase = textAt(facts.raw, [...passage, 'evidence'])
  const number = valueAt(facts.raw, [...passage, 'paragraph'])
  if (!paragraphs || phrase === undefined || typeof number !== 'number' || !Number.isInteger(number) || number < 1) return []
  const text = paragraphs[number - 1]
  if (text === undefined) return [facts.at([...passage, 'paragraph'], beyond(paragraphs))]
  if (text.includes(phrase)) return []
  const other = paragraphs.findIndex((paragraph) => paragraph.includes(phrase)) + 1
  const advice = other ? `write paragraph: ${other}, where it stands` : 'quote the source as it is printed'
  return [facts.at([...passage, 'evidence'], `${quote(phrase)} does not stand in paragraph ${number}; ${advice}`)]
}

function beyond(paragraphs: readonly string[]): string {
  return `the source has ${paragraphs.length} paragraphs; name one of them`
}

/** The paragraphs of a text, its lines that are not empty and no Markdown heading; null where it is not at hand. */
function readText(file: string | undefined, folder: string | undefined): string[] | null {
  if (folder === undefined || file === undefined) return null
  try {
    return readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^#{1,6} /.test(line))
  } catch {
    // Not at hand: evidence is compared where the text is, and the command says where it is not.
    return null
  }
}
