// An answer as plain text: what a person reads on a terminal, and the `text` of the JSON form.
import type { Answer, Block, Citation } from '../../src/answer.js'

/** Title, paragraphs, list items and citations, each on lines of their own. */
export function renderText(answer: Answer): string {
  const lines = [answer.title, ...answer.blocks.flatMap((block) => renderBlock(block)), ...renderCitations(answer.citations, answer.lang)]
  return lines.filter((line) => line !== '').join('\n')
}

export function renderBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items.map((item) => `- ${item}`)
    case 'date':
      return [`${block.label} ${block.official}`]
    default:
      return unknownBlock(block)
  }
}

function unknownBlock(block: never): never {
  throw new Error(`a block of an unknown kind: ${JSON.stringify(block)}`)
}

/** One line a source: its title, its date, the paragraphs. */
export function renderCitations(citations: readonly Citation[], lang: Answer['lang']): string[] {
  const sources = new Map<string, Citation[]>()
  for (const citation of citations) sources.set(citation.id, [...(sources.get(citation.id) ?? []), citation])
  return [...sources.values()].map((cited) => {
    const [{ title, date }] = cited as [Citation]
    const numbers = cited.map((citation) => citation.paragraph)
    if (lang === 'en') return `Source: “${title}” (${date}), paragraph${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`
    const [source, paragraph] = lang === 'zh-Hant' ? ['來源', '段'] : ['来源', '段']
    return `${source}：《${title}》（${date}），第${numbers.join('、')}${paragraph}`
  })
}
